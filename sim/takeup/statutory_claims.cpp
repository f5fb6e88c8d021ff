#include "sim/takeup/statutory_claims.hpp"

#include "sim/base/draw.hpp"

namespace minimasim::takeup {

rules::StatutoryClaims draw_statutory_claims(Behaviour const& behaviour, std::uint64_t seed,
                                             std::uint32_t member, std::uint32_t household_id,
                                             population::Source main_source, bool receives_social_assistance)
{
    double health = behaviour("health_care_allowance_non_use");
    double rent = behaviour("rent_allowance_non_use");
    double child = behaviour("child_budget_non_use");
    if (receives_social_assistance) {
        health = rent = child = behaviour("non_use_assistance_recipients");
    } else if (main_source == population::Source::self_employed) {
        health = behaviour("health_care_allowance_non_use_self_employed");
        rent = behaviour("rent_allowance_non_use_self_employed");
        child = behaviour("child_budget_non_use_self_employed");
    }
    double const u = uniform(seed, Stream::statutory_claim, member, household_id, 0, 0);
    rules::StatutoryClaims claims;
    claims.social_assistance = receives_social_assistance;
    claims.supplementary_benefit = false;  // drawn benefits include it (Toeslagenwet)
    claims.health_care_allowance = u >= health;
    claims.rent_allowance = u >= rent;
    claims.child_budget = u >= child;
    claims.child_benefit = true;  // paid without a claim after the first child's registration (SVB)
    return claims;
}

}  // namespace minimasim::takeup
