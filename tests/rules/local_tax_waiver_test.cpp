#include "sim/rules/municipal/local_tax_waiver.hpp"

#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <string>

#include "sim/input/csv.hpp"
#include "tests/rules/example_households.hpp"

namespace minimasim::rules::local_tax_waiver {

namespace {

using namespace rules::test;

Terms shipped_terms()
{
    Terms terms{};
    terms.is_active = 1;
    terms.income_limit_share = 1.0;
    terms.capacity_share = 0.8;
    terms.base_balance_single = 1'775;
    terms.base_balance_single_parent = 2'150;
    terms.base_balance_couple = 2'350;
    terms.housing_floor_per_month = 199.05;
    terms.care_norm_premium_single = 47;
    terms.care_norm_premium_couple = 106;
    terms.excludes_owners = 1;
    return terms;
}

MunicipalHousehold tenant(MunicipalHousehold h = single_on_minimum())
{
    h.local_taxes_cents_per_year = 30'000;
    return h;
}

std::int32_t remitted(MunicipalHousehold const& h, Terms const& terms)
{
    return entitlement(h, terms).cents_per_year;
}

// "a=1;b=2" as a map.
std::map<std::string, std::string> values_of(std::string const& text)
{
    std::map<std::string, std::string> values;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ';');) {
        auto const equals = part.find('=');
        values[part.substr(0, equals)] = part.substr(equals + 1);
    }
    return values;
}

std::int32_t cents_in(std::map<std::string, std::string> const& values, char const* name)
{
    auto const found = values.find(name);
    return found == values.end() ? 0 : cents_of(std::stod(found->second));
}

// Norms of 2026 that the public cases reckon with (Participatiewet art. 21; net state pension).
std::int32_t norm_of_2026(std::string const& household)
{
    return household == "couple" || household == "couple_aow" ? 200'213 : 140'150;
}

std::int32_t net_state_pension_of_2026(std::string const& household)
{
    return household == "couple_aow" ? 213'540 : household == "single_aow" ? 155'815 : 0;
}

}  // namespace

TEST(LocalTaxWaiver, RemitsTheWholeAssessmentOnTheNorm)
{
    EXPECT_EQ(remitted(tenant(), shipped_terms()), 30'000);
    EXPECT_EQ(entitlement(tenant(), shipped_terms()).is_eligible, 1);
}

TEST(LocalTaxWaiver, TakesFourFifthsOfAYearsCapacityAboveTheNorm)
{
    auto h = tenant();
    h.income_cents_per_month += 1'000;  // 120 euro a year

    EXPECT_EQ(remitted(h, shipped_terms()), 30'000 - 9'600);
}

TEST(LocalTaxWaiver, TakesTenCentsForACentAboveTheNorm)
{
    auto h = tenant();
    h.income_cents_per_month += 1;

    EXPECT_EQ(remitted(h, shipped_terms()), 30'000 - 10);  // 0.8 x 12 x 1 cent = 9.6
}

TEST(LocalTaxWaiver, RemitsNothingWhereCapacityCoversTheAssessment)
{
    auto h = tenant();
    h.income_cents_per_month += 3'125;  // 0.8 x 12 x 31.25 = 300

    EXPECT_EQ(remitted(h, shipped_terms()), 0);
    EXPECT_EQ(entitlement(h, shipped_terms()).is_eligible, 0);
}

TEST(LocalTaxWaiver, CountsRentAboveTheFloorAndPremiumAboveTheNormAsSpent)
{
    auto h = tenant();
    h.income_cents_per_month += 10'000;
    h.net_rent_cents_per_month = 19'905 + 6'000;
    h.net_health_premium_cents_per_month = 4'700 + 4'000;

    EXPECT_EQ(remitted(h, shipped_terms()), 30'000);
}

TEST(LocalTaxWaiver, DoesNotAddRentBelowTheFloorOrPremiumBelowTheNormToIncome)
{
    auto h = tenant();
    h.net_rent_cents_per_month = 0;
    h.net_health_premium_cents_per_month = -2'000;

    EXPECT_EQ(remitted(h, shipped_terms()), 30'000);
}

TEST(LocalTaxWaiver, LeavesEachHouseholdItsBalance)
{
    auto const terms = shipped_terms();
    auto single = tenant();
    auto single_parent = tenant(single_parent_on_minimum());
    auto couple = tenant(couple_on_minimum());
    single.liquid_assets_cents = 177'500;
    single_parent.liquid_assets_cents = 215'000;
    couple.liquid_assets_cents = 235'000;

    EXPECT_EQ(remitted(single, terms), 30'000);
    EXPECT_EQ(remitted(single_parent, terms), 30'000);
    EXPECT_EQ(remitted(couple, terms), 30'000);
}

TEST(LocalTaxWaiver, ExpectsWealthAboveTheBalanceToBeUsedFirst)
{
    auto h = tenant();
    h.liquid_assets_cents = 177'501;
    EXPECT_EQ(remitted(h, shipped_terms()), 29'999);

    h.liquid_assets_cents = 177'500 + 30'000;
    EXPECT_EQ(remitted(h, shipped_terms()), 0);
}

TEST(LocalTaxWaiver, LeavesMoreWithAnExtraExemption)
{
    auto terms = shipped_terms();
    terms.extra_exemption_single = 1'500;
    terms.extra_exemption_single_parent = 1'800;
    terms.extra_exemption_couple = 2'000;
    auto single = tenant();
    auto single_parent = tenant(single_parent_on_minimum());
    auto couple = tenant(couple_on_minimum());
    single.liquid_assets_cents = 177'500 + 150'000;
    single_parent.liquid_assets_cents = 215'000 + 180'000;
    couple.liquid_assets_cents = 235'000 + 200'000;

    EXPECT_EQ(remitted(single, terms), 30'000);
    EXPECT_EQ(remitted(single_parent, terms), 30'000);
    EXPECT_EQ(remitted(couple, terms), 30'000);
}

TEST(LocalTaxWaiver, MayMeasurePensionersByTheNetStatePension)
{
    auto pensioner = tenant(pensioner_on_minimum());
    pensioner.income_cents_per_month = 110'000;
    pensioner.net_state_pension_norm_cents_per_month = 110'000;
    auto terms = shipped_terms();
    EXPECT_EQ(remitted(pensioner, terms), 0);  // 0.8 x 12 x 100 euro

    terms.uses_net_state_pension_norm = 1;
    EXPECT_EQ(remitted(pensioner, terms), 30'000);
    EXPECT_EQ(remitted(tenant(), terms), 30'000);  // below pension age the norm stays
}

TEST(LocalTaxWaiver, IsNotForOwnersUnlessTheTermSaysSo)
{
    auto owner = tenant();
    owner.is_owner = 1;
    auto terms = shipped_terms();
    EXPECT_EQ(entitlement(owner, terms).is_eligible, 0);

    terms.excludes_owners = 0;
    EXPECT_EQ(remitted(owner, terms), 30'000);
}

TEST(LocalTaxWaiver, IsNotForStudentsAndCanBeSwitchedOff)
{
    EXPECT_EQ(remitted(tenant(student_on_minimum()), shipped_terms()), 0);

    auto off = shipped_terms();
    off.is_active = 0;
    EXPECT_EQ(remitted(tenant(), off), 0);
    EXPECT_EQ(entitlement(tenant(), off).is_eligible, 0);
}

TEST(LocalTaxWaiver, NeverExceedsTheAssessment)
{
    auto h = tenant();
    h.income_cents_per_month = 0;
    h.net_rent_cents_per_month = 90'000;

    EXPECT_EQ(remitted(h, shipped_terms()), 30'000);
}

// The public cases of tests/law/examples.csv. All of them fit the formula; what a case leaves out (rent,
// premium) is at its floor, and the balance left to the household is the one the case states.
TEST(LocalTaxWaiver, HasTheAnswersOfThePublicCases)
{
    auto const csv = input::Csv::read(MINIMASIM_SOURCE_DIR "/tests/law/examples.csv");
    int checked = 0;
    for (auto const& row : csv.rows()) {
        if (csv.cell(row, "topic") != "local_tax_waiver") {
            continue;
        }
        SCOPED_TRACE(csv.cell(row, "id"));
        auto inputs = values_of(csv.cell(row, "inputs"));
        auto const expected = values_of(csv.cell(row, "expected"));
        auto const& household = inputs["household"];
        ASSERT_TRUE(household == "single" || household == "couple" || household == "single_aow" ||
                    household == "couple_aow")
            << household << " is a form that this test does not know";
        MunicipalHousehold h;
        h.is_couple = household == "couple" || household == "couple_aow" ? 1 : 0;
        h.norm_cents_per_month = norm_of_2026(household);
        h.net_state_pension_norm_cents_per_month = net_state_pension_of_2026(household);
        h.income_cents_per_month = cents_in(inputs, "income_month");
        h.liquid_assets_cents = cents_in(inputs, "liquid_assets") + cents_in(inputs, "wealth");
        h.local_taxes_cents_per_year = cents_in(inputs, "assessment");
        auto terms = shipped_terms();
        terms.uses_net_state_pension_norm = 1;
        terms.base_balance_single = cents_in(inputs, "exempt_assets") / 100.0;

        EXPECT_EQ(remitted(h, terms), cents_in(expected, "remission"));
        ++checked;
    }
    EXPECT_EQ(checked, 4);
}

}  // namespace minimasim::rules::local_tax_waiver
