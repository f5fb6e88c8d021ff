#include "sim/run/take_up/take_up_checks.hpp"

#include "sim/run/packages/pass.hpp"

namespace minimasim::run {

void count_use(Member const& member, MemberFacts const& facts,
               std::array<std::vector<takeup::Candidate>, rules::scheme_count> const& entitled,
               ClaimRule const& claims, TakeUpChecks& checks)
{
    enum Use : std::uint8_t { nothing_to_use, uses_none, uses_some };
    auto const& population = member.population;
    std::vector<Use> use(population.size(), nothing_to_use);
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        for (auto const& candidate : entitled[k]) {
            bool const is_used = candidate.propensity >= claims.threshold[k];
            auto& of_household = use[candidate.household];
            of_household = is_used || of_household == uses_some ? uses_some : uses_none;
        }
    }
    for (std::size_t i = 0; i < use.size(); ++i) {
        checks.entitled_to_some += use[i] != nothing_to_use ? 1 : 0;
        if (use[i] != uses_none) {
            continue;
        }
        checks.uses_no_scheme += 1;
        bool const receives_assistance = population.receives_social_assistance[i] != 0;
        checks.uses_nothing += receives_assistance || facts.claims_care_allowance[i] != 0 ? 0 : 1;
    }
}

void finish(outcomes::Tally const& calibration, TakeUpChecks& checks)
{
    constexpr std::size_t supplement = rules::index_of<rules::income_supplement::Scheme>();
    checks.supplement_recipients =
        static_cast<double>(calibration.at(supplement, outcomes::SchemeOutcome::recipients_households));
    if (checks.entitled_to_some > 0) {
        checks.uses_no_scheme /= checks.entitled_to_some;
        checks.uses_nothing /= checks.entitled_to_some;
    }
}

TakeUpChecks check_take_up(Member const& member, MemberFacts const& facts, outcomes::Tally const& calibration,
                           std::array<std::vector<takeup::Candidate>, rules::scheme_count> const& entitled,
                           ClaimRule const& claims)
{
    TakeUpChecks checks;
    checks.below_pension_age = facts.below_pension_age;
    checks.of_all_ages = facts.of_all_ages;
    count_use(member, facts, entitled, claims, checks);
    finish(calibration, checks);
    return checks;
}

}  // namespace minimasim::run
