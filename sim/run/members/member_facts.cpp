#include "sim/run/members/member_facts.hpp"

#include "sim/run/setting.hpp"
#include "sim/takeup/statutory_claims.hpp"

namespace minimasim::run {

namespace {

constexpr std::size_t up_to_120 = 2;  // of outcomes::norm_band_names

void count_long_low_income(Member const& member, MemberFacts& facts)
{
    auto const& columns = member.calibration;
    auto const& income = columns.column(field_index(&rules::MunicipalHousehold::income_cents_per_month));
    auto const& norm = columns.column(field_index(&rules::MunicipalHousehold::norm_cents_per_month));
    auto const& pensioner = columns.column(field_index(&rules::MunicipalHousehold::has_pensioner));
    auto const& student = columns.column(field_index(&rules::MunicipalHousehold::is_student));
    auto const& years = member.population.years_on_low_income;
    for (std::size_t i = 0; i < member.population.size(); ++i) {
        if (student[i] != 0 || years[i] == 0 || outcomes::norm_band(income[i], norm[i]) > up_to_120) {
            continue;
        }
        double const is_long = years[i] >= 4 ? 1 : 0;
        facts.of_all_ages.one_year += 1;
        facts.of_all_ages.four_years += is_long;
        if (pensioner[i] == 0) {
            facts.below_pension_age.one_year += 1;
            facts.below_pension_age.four_years += is_long;
        }
    }
}

}  // namespace

bool can_be_near_the_line(outcomes::PovertyPosition const& position)
{
    auto deducted = position;
    deducted.margin_cents_per_month -= position.health_premium_cents_per_month;
    return outcomes::poverty_gap_cents_per_month(position, 0) > 0 ||
           outcomes::poverty_gap_cents_per_month(deducted, 0) > 0 || outcomes::is_near_poor(position, 0);
}

MemberFacts facts_of(Setting const& setting, Member const& member)
{
    MemberFacts facts;
    auto const& population = member.population;
    facts.groups = groups_of(setting, population);
    facts.on_low_income = households_on_low_income(setting, member);
    count_long_low_income(member, facts);
    takeup::Behaviour const central(setting.behaviour);
    facts.claims_care_allowance.resize(population.size());
    for (std::uint32_t i = 0; i < population.size(); ++i) {
        auto const claims = takeup::draw_statutory_claims(central, setting.seed, member.number,
                                                          member.number_of(i), population.main_source[i],
                                                          population.receives_social_assistance[i] != 0);
        facts.claims_care_allowance[i] = claims.health_care_allowance ? 1 : 0;
        if (can_be_near_the_line(member.calibration.poverty[i])) {
            facts.near_the_line.push_back(i);
        }
    }
    return facts;
}

}  // namespace minimasim::run
