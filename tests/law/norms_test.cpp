// The printed norms of assistance (Participatiewet art. 20-23 and 22a) by form of household, age and
// half-year.

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "sim/input/term_table.hpp"
#include "sim/rules/statutory/statutory.hpp"
#include "sim/run/law_and_policy/read_law.hpp"

namespace minimasim::rules {

namespace {

constexpr std::array<Date, 7> half_years{
    {{2023, 1, 1}, {2023, 7, 1}, {2024, 1, 1}, {2024, 7, 1}, {2025, 1, 1}, {2025, 7, 1}, {2026, 1, 1}}};

Law law_on(Date date)
{
    static auto const table = input::TermTable::read(std::string(MINIMASIM_SOURCE_DIR) + "/data/law");
    return run::read_law(table, date);
}

struct PrintedNorm {
    char const* household;
    int age;
    int partner_age;  // 0: no partner
    int children;
    bool lives_in_institution;
    std::array<double, half_years.size()> norm;  // 0: not printed
};

constexpr PrintedNorm printed[] = {
    {"single, art. 21 a", 40, 0, 0, false, {1195.66, 1216.62, 1283.83, 1308.45, 1345.45, 1369.06, 1401.5}},
    {"single of 21", 21, 0, 0, false, {1195.66, 1216.62, 1283.83, 1308.45, 1345.45, 1369.06, 1401.5}},
    {"single of 66", 66, 0, 0, false, {1195.66, 1216.62, 1283.83, 1308.45, 1345.45, 1369.06, 1401.5}},
    {"single parent, art. 21 a",
     40,
     0,
     2,
     false,
     {1195.66, 1216.62, 1283.83, 1308.45, 1345.45, 1369.06, 1401.5}},
    {"couple, art. 21 b", 40, 21, 0, false, {1708.08, 1738.02, 1834.04, 1869.21, 1922.07, 1955.8, 2002.13}},
    {"couple with children",
     40,
     40,
     3,
     false,
     {1708.08, 1738.02, 1834.04, 1869.21, 1922.07, 1955.8, 2002.13}},
    {"single pensioner, art. 22 a",
     67,
     0,
     0,
     false,
     {1330.67, 1357.66, 1425.76, 1456.85, 1501.07, 1530.21, 1564.69}},
    {"couple of pensioners, art. 22 b",
     70,
     68,
     0,
     false,
     {1807.2, 1843.6, 1932.32, 1976.64, 2053.48, 2094.98, 2144.16}},
    {"couple with one pensioner, art. 22 c",
     60,
     68,
     0,
     false,
     {1807.2, 1843.6, 1932.32, 1976.64, 2053.48, 2094.98, 2144.16}},
    {"single of 18, art. 20", 18, 0, 0, false, {295.2, 300.36, 316.94, 323.03, 332.17, 0, 345.99}},
    {"single parent of 20, art. 20", 20, 0, 1, false, {295.2, 300.36, 316.94, 323.03, 332.17, 0, 345.99}},
    {"couple of 18 to 20", 18, 20, 0, false, {590.4, 600.72, 633.88, 646.06, 664.34, 0, 691.98}},
    {"couple of 18 to 20 with a child",
     19,
     20,
     1,
     false,
     {932.02, 948.32, 1000.69, 1019.9, 1048.75, 0, 1092.41}},
    {"couple, one of 18 to 20", 20, 21, 0, false, {1149.24, 1169.37, 1233.96, 1257.64, 1293.21, 0, 1347.06}},
    {"couple, one of 18 to 20, with a child",
     30,
     20,
     1,
     false,
     {1490.86, 1516.97, 1600.77, 1631.48, 1677.62, 0, 1747.49}},
    {"single in an institution, art. 23", 40, 0, 0, true, {378.62, 385.24, 406.51, 414.31, 0, 0, 443.76}},
    {"couple in an institution, art. 23", 40, 45, 0, true, {588.93, 599.23, 632.31, 644.45, 0, 0, 690.27}},
};

Household household_of(PrintedNorm const& row)
{
    Household h;
    h.claimant.age = row.age;
    h.claimant.receives_state_pension = row.age >= 67;
    h.is_couple = row.partner_age > 0;
    h.partner.age = row.partner_age;
    h.partner.receives_state_pension = row.partner_age >= 67;
    h.children_6_to_11 = row.children;
    h.lives_in_institution = row.lives_in_institution;
    return h;
}

TEST(AssistanceNorm, IsAsPrintedForEveryFormAgeAndHalfYear)
{
    for (std::size_t k = 0; k < half_years.size(); ++k) {
        auto const law = law_on(half_years[k]);
        for (auto const& row : printed) {
            auto const s = statutory_income(household_of(row), law);
            if (row.norm[k] > 0) {
                EXPECT_EQ(s.form_norm_per_month, row.norm[k])
                    << row.household << ", " << half_years[k].year << "-" << half_years[k].month;
            }
            EXPECT_EQ(s.assistance_norm_per_month, s.form_norm_per_month) << row.household;
        }
    }
}

// Art. 22a: (40 % + 30 % a person) over the persons, of the couple norm: 50, 43.33, 40, 38 and 36.67 %.
// Printed tables of January 2024 round to the cent.
TEST(CostSharerNorm, FallsWithThePersonsWhoShare)
{
    constexpr double shares[] = {0.50, 1.30 / 3, 0.40, 0.38, 2.20 / 6};
    for (auto const& date : half_years) {
        auto const law = law_on(date);
        double const couple_norm = law.social_assistance.norm_couple;
        for (int persons = 2; persons <= 6; ++persons) {
            Household one;
            one.claimant.age = 40;
            one.co_residents = one.cost_sharing_co_residents = persons - 1;
            double const share = shares[persons - 2];
            EXPECT_NEAR(statutory_income(one, law).assistance_norm_per_month, share * couple_norm, 1e-9);
            if (persons > 2) {
                auto two = one;
                two.is_couple = true;
                two.partner.age = 40;
                two.co_residents = two.cost_sharing_co_residents = persons - 2;
                EXPECT_NEAR(statutory_income(two, law).assistance_norm_per_month, 2 * share * couple_norm,
                            1e-9)
                    << "a couple has two shares";
            }
        }
    }
}

TEST(CostSharerNorm, IsOfTheNormOfPensionersBesideAPensionerEvenWithAYoungPartner)
{
    auto const law = law_on({2024, 1, 1});
    Household h;
    h.claimant.age = 70;
    h.claimant.receives_state_pension = true;
    h.is_couple = true;
    h.partner.age = 20;
    h.co_residents = h.cost_sharing_co_residents = 1;

    EXPECT_NEAR(statutory_income(h, law).assistance_norm_per_month, 2 * 1.30 / 3 * 1932.32, 1e-9);
}

TEST(CostSharerNorm, DoesNotHoldForTheYoungNorInAnInstitution)
{
    auto const law = law_on({2024, 1, 1});
    Household h;
    h.claimant.age = 20;
    h.co_residents = h.cost_sharing_co_residents = 2;
    EXPECT_EQ(statutory_income(h, law).assistance_norm_per_month, 316.94);
    h.claimant.age = 40;
    h.lives_in_institution = true;

    EXPECT_EQ(statutory_income(h, law).assistance_norm_per_month, 406.51);
}

// What a year is made of: yearly amounts of tax are one law for both halves; monthly ones have a law for
// each.
TEST(HalfYears, HaveTheSameTaxAndCreditsWithinAYear)
{
    for (int const year : {2023, 2024, 2025}) {
        auto const january = law_on({year, 1, 1});
        auto const july = law_on({year, 7, 1});
        for (double wage = 0; wage < 150'000; wage += 487.5) {
            Household h;
            h.claimant.age = 40;
            h.claimant.birth_year = 1980;
            h.claimant.wage_per_year = wage;
            h.claimant.pension_per_year = wage / 10;
            h.children_6_to_11 = 1;
            auto const a = statutory_income(h, january);
            auto const b = statutory_income(h, july);

            EXPECT_EQ(a.income_tax_per_year, b.income_tax_per_year) << wage;
            EXPECT_EQ(a.health_contribution_per_year, b.health_contribution_per_year) << wage;
            EXPECT_EQ(a.net_income_per_month, b.net_income_per_month) << wage;
        }
    }
}

// Six months of each half's norm, and two quarters of each half's child benefit, are a year of their means.
TEST(HalfYears, AddUpToTheYearOfTheirMeans)
{
    for (int const year : {2023, 2024, 2025}) {
        auto const january = law_on({year, 1, 1});
        auto const july = law_on({year, 7, 1});
        auto year_of_means = january;
        for (auto const& field : social_assistance_fields) {
            field.of(year_of_means.social_assistance) =
                (field.of(january.social_assistance) + field.of(july.social_assistance)) / 2;
        }
        for (auto const& field : child_benefit_fields) {
            field.of(year_of_means.child_benefit) =
                (field.of(january.child_benefit) + field.of(july.child_benefit)) / 2;
        }
        for (double const wage : {0.0, 4'000.0, 9'000.0}) {
            for (int const partner_age : {0, 30}) {
                Household h;
                h.claimant.age = 40;
                h.is_couple = partner_age > 0;
                h.partner.age = partner_age;
                h.claimant.wage_per_year = wage;
                h.children_under_6 = 1;
                h.children_12_to_15 = 2;
                auto const first = statutory_income(h, january);
                auto const second = statutory_income(h, july);

                auto const whole = statutory_income(h, year_of_means);

                EXPECT_NEAR(12 * whole.social_assistance_per_month,
                            6 * first.social_assistance_per_month + 6 * second.social_assistance_per_month,
                            1e-6);
                EXPECT_NEAR(4 * whole.child_benefit_per_quarter,
                            2 * first.child_benefit_per_quarter + 2 * second.child_benefit_per_quarter, 1e-9);
                EXPECT_GT(whole.social_assistance_per_month, 0);
            }
        }
    }
}

}  // namespace

}  // namespace minimasim::rules
