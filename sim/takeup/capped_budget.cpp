#include "sim/takeup/capped_budget.hpp"

#include <algorithm>

namespace minimasim::takeup {

std::optional<FirstRefused> first_refused(std::vector<Candidate> claims, std::int64_t left_cents)
{
    std::sort(claims.begin(), claims.end(), [](Candidate const& a, Candidate const& b) {
        return a.propensity != b.propensity ? a.propensity > b.propensity : a.household < b.household;
    });
    for (auto const& claim : claims) {
        if (claim.cents_per_year > left_cents) {
            return FirstRefused{claim.propensity, claim.household};
        }
        left_cents -= claim.cents_per_year;
    }
    return std::nullopt;
}

bool is_served(double propensity, std::uint32_t household, std::optional<FirstRefused> const& refused)
{
    return !refused || propensity > refused->propensity ||
           (propensity == refused->propensity && household < refused->household);
}

}  // namespace minimasim::takeup
