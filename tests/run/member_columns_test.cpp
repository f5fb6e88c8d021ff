#include "sim/run/members/member_columns.hpp"

#include <gtest/gtest.h>

#include "tests/run/example_member.hpp"

namespace minimasim::run::test {

namespace {

// One single tenant of forty, rich enough to have no right to rent allowance.
population::Population single_tenant(std::int32_t rent_cents_per_month)
{
    using namespace population;
    Population one;
    one.person_begin = {0, 1};
    one.persons.age = {40};
    one.persons.sex = {Sex::woman};
    one.persons.role = {Role::claimant};
    one.persons.education = {Education::middle};
    one.persons.source = {Source::employee};
    one.persons.profile = {Profile::none};
    one.persons.wage_cents_per_year = {2'500'000};
    one.persons.profit_cents_per_year = {0};
    one.persons.pension_cents_per_year = {0};
    one.persons.unemployment_benefit_cents_per_year = {0};
    one.persons.disability_benefit_cents_per_year = {0};
    one.persons.state_pension_build_up_percent = {100};
    one.neighbourhood = {0};
    one.type = {HouseholdType::one_person};
    one.tenure = {Tenure::rent_private};
    one.main_source = {Source::employee};
    one.income_class = {IncomeClass::up_to_p40};
    one.rent_cents_per_month = {rent_cents_per_month};
    one.mortgage_cents_per_month = {0};
    one.energy_cents_per_month = {15'000};
    one.woz_value_euro = {200'000};
    one.liquid_assets_cents = {1'900'000'000};
    one.years_on_low_income = {0};
    one.expects_improvement = {0};
    one.receives_social_assistance = {0};
    one.has_problem_debts = {0};
    return one;
}

std::int32_t net_rent(std::int32_t rent_cents_per_month, Date date)
{
    auto const population = single_tenant(rent_cents_per_month);
    std::vector<rules::StatutoryClaims> const claims(population.size());
    auto const& policy = policy_in_force(date);

    auto const columns = make_columns(population, claims, policy.policy, date.year, example_cells());

    return columns.column(field_index(&rules::MunicipalHousehold::net_rent_cents_per_month))[0];
}

}  // namespace

// Rent counts for the local tax waiver up to the highest that rent allowance is paid for: 900.07 in 2025.
TEST(MemberColumns, CountRentUpToTheCeilingOfTheRentAllowance)
{
    Date const date{2025, 7, 1};

    EXPECT_EQ(net_rent(60'000, date), 60'000);
    EXPECT_EQ(net_rent(90'007, date), 90'007);
    EXPECT_EQ(net_rent(200'000, date), 90'007);
}

}  // namespace minimasim::run::test
