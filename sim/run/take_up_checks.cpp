#include "sim/run/take_up_checks.hpp"

#include "sim/run/pass.hpp"
#include "sim/takeup/statutory_claims.hpp"

namespace minimasim::run {

namespace {

constexpr std::size_t up_to_120 = 2;  // of outcomes::norm_band_names

}  // namespace

void count_long_low_income(Member const& member, TakeUpChecks& checks)
{
    auto const& columns = member.calibration;
    auto const income = columns.column(field_index(&rules::MunicipalHousehold::income_cents_per_month));
    auto const norm = columns.column(field_index(&rules::MunicipalHousehold::norm_cents_per_month));
    auto const pensioner = columns.column(field_index(&rules::MunicipalHousehold::has_pensioner));
    auto const student = columns.column(field_index(&rules::MunicipalHousehold::is_student));
    auto const& years = member.population.years_on_low_income;
    for (std::size_t i = 0; i < member.population.size(); ++i) {
        if (student[i] != 0 || years[i] == 0 || outcomes::norm_band(income[i], norm[i]) > up_to_120) {
            continue;
        }
        double const is_long = years[i] >= 4 ? 1 : 0;
        checks.of_all_ages.one_year += 1;
        checks.of_all_ages.four_years += is_long;
        if (pensioner[i] == 0) {
            checks.below_pension_age.one_year += 1;
            checks.below_pension_age.four_years += is_long;
        }
    }
}

void count_use(Setting const& setting, Member const& member,
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
    takeup::Behaviour const central(setting.behaviour);
    for (std::size_t i = 0; i < use.size(); ++i) {
        checks.entitled_to_some += use[i] != nothing_to_use ? 1 : 0;
        if (use[i] != uses_none) {
            continue;
        }
        checks.uses_no_scheme += 1;
        bool const receives_assistance = population.receives_social_assistance[i] != 0;
        auto const national =
            takeup::draw_statutory_claims(central, setting.seed, member.number, member.number_of(i),
                                          population.main_source[i], receives_assistance);
        checks.uses_nothing += receives_assistance || national.health_care_allowance ? 0 : 1;
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

TakeUpChecks check_take_up(Setting const& setting, Member const& member, outcomes::Tally const& calibration,
                           std::array<std::vector<takeup::Candidate>, rules::scheme_count> const& entitled,
                           ClaimRule const& claims)
{
    TakeUpChecks checks;
    count_long_low_income(member, checks);
    count_use(setting, member, entitled, claims, checks);
    finish(calibration, checks);
    return checks;
}

}  // namespace minimasim::run
