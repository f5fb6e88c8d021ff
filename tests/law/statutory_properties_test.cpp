// What must hold of national income whatever the household, on the law of several dates.

#include <gtest/gtest.h>

#include <cstddef>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "sim/base/money.hpp"
#include "sim/rules/statutory/steps.hpp"
#include "tests/law/example_law.hpp"

namespace minimasim::rules {

namespace {

using test::law_on;
using test::single_tenant;

std::vector<Date> const dates{{2023, 1, 1}, {2023, 7, 1}, {2024, 1, 1}, {2024, 7, 1},
                              {2025, 1, 1}, {2025, 7, 1}, {2026, 1, 1}, {2026, 6, 30}};

Household couple_with_children()
{
    auto h = single_tenant();
    h.is_couple = true;
    h.children_under_6 = 1;
    h.children_12_to_15 = 1;
    return h;
}

Household pensioner()
{
    auto h = single_tenant();
    h.claimant.age = 74;
    h.claimant.birth_year = 1950;
    h.claimant.receives_state_pension = true;
    return h;
}

// Households of many forms, ages and incomes.
std::vector<Household> many_households()
{
    std::vector<Household> all;
    for (int const form : {0, 1}) {
        for (int const age : {18, 20, 21, 30, 62, 67, 80}) {
            for (int const child_count : {0, 1, 3}) {
                for (double const income :
                     {0., 900., 5'000., 14'000., 22'000., 31'111.11, 47'000., 90'000., 160'000.}) {
                    for (int const kind : {0, 1, 2, 3}) {
                        auto h = single_tenant();
                        h.is_couple = form == 1;
                        h.claimant.age = age;
                        h.partner.age = age < 25 ? 22 : age - 3;
                        h.claimant.birth_year = 2024 - age;
                        h.partner.birth_year = 2024 - h.partner.age;
                        h.claimant.receives_state_pension = age >= 67;
                        h.partner.receives_state_pension = h.partner.age >= 67;
                        h.children_under_6 = child_count > 0 ? 1 : 0;
                        h.children_16_to_17 = child_count > 1 ? 2 : 0;
                        h.claimant.wage_per_year = kind == 0 ? income : 0;
                        h.claimant.profit_per_year = kind == 1 ? income : 0;
                        h.claimant.pension_per_year = kind == 2 ? income : 0;
                        h.partner.disability_benefit_per_year = kind == 3 && h.is_couple ? income : 0;
                        h.claimant.is_young_disabled = kind == 3 && age < 67;
                        h.cost_sharing_co_residents = h.co_residents = child_count == 1 ? 1 : 0;
                        all.push_back(h);
                    }
                }
            }
        }
    }
    return all;
}

template <class Check>
void on_every_date_and_household(Check const& check)
{
    for (auto const& date : dates) {
        auto const law = law_on(date);
        for (auto const& h : many_households()) {
            check(h, law, statutory_income(h, law));
            if (testing::Test::HasFailure()) {
                FAIL() << "law of " << date.year << "-" << date.month << ", age " << h.claimant.age
                       << ", couple " << h.is_couple << ", children " << children(h) << ", wage "
                       << h.claimant.wage_per_year;
            }
        }
    }
}

TEST(StatutoryIncome, NetIncomeRisesWithTheWage)
{
    for (auto const& date : dates) {
        auto const law = law_on(date);
        double before = -1;
        // Steps of ten euros: rounding to whole euros may take up to three of them.
        for (double wage = 0; wage <= 150'000; wage += 10) {
            auto h = single_tenant();
            h.claimant.wage_per_year = wage;
            double const net = statutory_income(h, law).net_income_per_month;
            EXPECT_GT(net, before) << "at a wage of " << wage << " in " << date.year;
            before = net;
        }
    }
}

TEST(StatutoryIncome, DisposableIncomeOfASingleTenantNeverFallsWithTheWageByMoreThanRounding)
{
    // Below the wealth limits and the highest rent there is no cliff: assistance and the allowances taper
    // off.
    for (auto const& date : dates) {
        auto const law = law_on(date);
        double before = -1;
        for (double wage = 0; wage <= 60'000; wage += 120) {
            auto h = single_tenant();
            h.claimant.wage_per_year = wage;
            double const disposable = statutory_income(h, law).disposable_income_per_month;
            EXPECT_GE(disposable, before - 1) << "at a wage of " << wage << " in " << date.year;
            before = disposable;
        }
    }
}

TEST(StatutoryIncome, HasKnownCliffsAtTheWealthLimitsAndTheHighestRent)
{
    auto const law = law_on({2025, 7, 1});
    auto h = single_tenant();
    h.claimant.wage_per_year = 20'000;
    auto const received = [&] { return statutory_income(h, law).disposable_income_per_month; };

    h.liquid_assets = law.rent_allowance.wealth_limit_per_person;
    double const at_limit = received();
    h.liquid_assets += 1;
    EXPECT_GT(at_limit - received(), 300);

    h.liquid_assets = 0;
    h.rent_per_month = law.rent_allowance.highest_rent;
    double const at_highest_rent = received();
    h.rent_per_month += 0.01;
    EXPECT_GT(at_highest_rent - received(), 400);
}

TEST(StatutoryIncome, DisposableIncomeTaxAndContributionAddUpToTheCent)
{
    on_every_date_and_household([](Household const&, Law const&, StatutoryIncome const& s) {
        double const received =
            12 * (s.social_assistance_received_per_month + s.health_care_allowance_received_per_month +
                  s.rent_allowance_received_per_month + s.child_budget_received_per_month) +
            4 * s.child_benefit_received_per_quarter;
        double const spent_or_paid =
            12 * s.disposable_income_per_month + s.income_tax_per_year + s.health_contribution_per_year;

        EXPECT_EQ(to_cents(spent_or_paid), to_cents(s.gross_income_per_year + received));
    });
}

TEST(StatutoryIncome, AssistanceBringsTheIncomeThatCountsExactlyToTheNorm)
{
    on_every_date_and_household([](Household const&, Law const&, StatutoryIncome const& s) {
        if (s.social_assistance_per_month > 0) {
            EXPECT_EQ(to_cents(s.counted_income_per_month + s.social_assistance_per_month),
                      to_cents(s.assistance_norm_per_month));
        }
        if (s.counted_income_per_month > s.assistance_norm_per_month) {
            EXPECT_EQ(s.social_assistance_per_month, 0);
        }
    });
}

TEST(StatutoryIncome, CreditsNeverExceedTheTaxTheyReduce)
{
    on_every_date_and_household([](Household const& h, Law const& law, StatutoryIncome const& s) {
        EXPECT_GE(s.income_tax_per_year, 0);
        EXPECT_LE(s.income_tax_per_year, 0.5 * s.gross_income_per_year);
        if (!h.is_couple) {
            double const before = tax_before_credits_per_year(s.gross_income_per_year,
                                                              has_pension_age(h.claimant, law.state_pension),
                                                              h.claimant.birth_year < 1946, law.income_tax);
            double const credits = s.general_tax_credit_per_year + s.labour_tax_credit_per_year +
                                   s.combination_credit_per_year + s.elderly_credit_per_year +
                                   s.single_elderly_credit_per_year + s.young_disabled_credit_per_year;
            EXPECT_EQ(s.income_tax_per_year, credits > before ? 0 : before - credits);
        }
    });
}

TEST(StatutoryIncome, IsTheSameForACoupleWhicheverOfThemIsTheClaimant)
{
    on_every_date_and_household([](Household const& h, Law const& law, StatutoryIncome const& s) {
        if (!h.is_couple) {
            return;
        }
        auto swapped = h;
        std::swap(swapped.claimant, swapped.partner);

        auto const t = statutory_income(swapped, law);

        for (auto const& step : statutory_steps) {
            EXPECT_NEAR(s.*step.member, t.*step.member, 1e-9) << step.name;
        }
    });
}

TEST(StatutoryIncome, WithoutClaimsNothingIsReceivedAndEntitlementsStand)
{
    auto const law = law_on({2025, 7, 1});
    auto h = couple_with_children();
    auto const claimed = statutory_income(h, law);
    h.claims = {false, false, false, false, false, false, false, false};

    auto const unclaimed = statutory_income(h, law);

    EXPECT_EQ(unclaimed.disposable_income_per_month, unclaimed.net_income_per_month);
    EXPECT_EQ(unclaimed.social_assistance_per_month, claimed.social_assistance_per_month);
    EXPECT_EQ(unclaimed.child_benefit_per_quarter, claimed.child_benefit_per_quarter);
    EXPECT_GT(unclaimed.health_care_allowance_per_month, 0);
    EXPECT_GT(unclaimed.rent_allowance_per_month, 0);
    EXPECT_EQ(unclaimed.assessment_income_per_year, 0);
    EXPECT_GT(claimed.assessment_income_per_year, 0);
}

TEST(StatutoryIncome, WithAssistanceIsExactlyAtTheNormAndAtTheMinimumOfCbs)
{
    for (auto const& date : dates) {
        auto const law = law_on(date);
        for (auto const& h : {single_tenant(), couple_with_children()}) {
            auto const s = statutory_income(h, law);

            EXPECT_NEAR(s.share_of_norm, 1, 1e-12);
            EXPECT_NEAR(s.share_of_cbs_minimum, 1, 1e-12);
        }
    }
}

TEST(StatutoryIncome, GrossAssistanceOfASingleIsAsKnown)
{
    // About 18,100, 19,300, 20,600 and 21,300 euro a year; here both halves of the year, and only the first
    // of 2026.
    std::map<int, double> const known{{2023, 18'100}, {2024, 19'300}, {2025, 20'600}, {2026, 21'300}};
    for (auto const& [year, gross] : known) {
        double mean = 0;
        for (int const month : {1, 7}) {
            auto const law = law_on(year == 2026 ? Date{2026, 1, 1} : Date{year, month, 1});
            mean += statutory_income(single_tenant(), law).assessment_income_per_year / 2;
        }
        EXPECT_NEAR(mean, gross, 120) << year;
    }
}

TEST(StatutoryIncome, OfAPensionerWithAFullStatePensionBearsNoTax)
{
    for (auto const& date : dates) {
        auto const s = statutory_income(pensioner(), law_on(date));

        EXPECT_EQ(s.income_tax_per_year, 0);
        EXPECT_EQ(s.social_assistance_per_month, 0);
        EXPECT_GT(s.net_income_per_month, s.state_pension_net_per_month);
    }
}

TEST(StatutoryIncome, TopsUpAnIncompleteStatePensionToTheNormOfPensioners)
{
    auto const law = law_on({2026, 1, 1});
    auto h = pensioner();
    h.claimant.state_pension_build_up = 0.5;

    auto const s = statutory_income(h, law);

    EXPECT_EQ(s.assistance_norm_per_month, law.social_assistance.norm_single_pension_age);
    EXPECT_EQ(to_cents(s.net_income_per_month + s.social_assistance_per_month),
              to_cents(law.social_assistance.norm_single_pension_age));
}

TEST(StatutoryIncome, GivesNoAssistanceAboveTheWealthLimit)
{
    auto const law = law_on({2025, 7, 1});
    auto h = single_tenant();
    h.liquid_assets = law.social_assistance.wealth_limit_single;
    EXPECT_EQ(statutory_income(h, law).passes_wealth_test, 1);
    h.liquid_assets += 0.01;

    auto const s = statutory_income(h, law);

    EXPECT_EQ(s.passes_wealth_test, 0);
    EXPECT_EQ(s.social_assistance_per_month, 0);
}

TEST(StatutoryIncome, CutsTheAssistanceOfCostSharersButNotTheNormOfMunicipalLimits)
{
    auto const law = law_on({2024, 7, 1});
    auto h = single_tenant();
    h.co_residents = h.cost_sharing_co_residents = 1;

    auto const s = statutory_income(h, law);

    EXPECT_NEAR(s.assistance_norm_per_month, 934.61, 0.01);
    EXPECT_EQ(s.form_norm_per_month, 1308.45);
    EXPECT_LT(s.share_of_norm, 1);
}

TEST(StatutoryIncome, UsesAGivenValueInEveryLaterStep)
{
    auto const law = law_on({2025, 7, 1});
    auto const given = [](double StatutoryIncome::*member, Amount const& computed) {
        return member == &StatutoryIncome::net_income_per_month ? 1000.0 : computed.value;
    };

    auto const s = statutory_income(single_tenant(), law, given);

    EXPECT_EQ(s.net_income_per_month, 1000);
    EXPECT_EQ(to_cents(s.social_assistance_per_month), to_cents(law.social_assistance.norm_single - 1000));
}

TEST(StatutorySteps, NameEveryValueOnceAndInOrder)
{
    std::vector<double StatutoryIncome::*> order;
    auto const record = [&](double StatutoryIncome::*member, Amount const& computed) {
        order.push_back(member);
        return computed.value;
    };

    statutory_income(single_tenant(), law_on({2025, 7, 1}), record);

    ASSERT_EQ(order.size(), std::size(statutory_steps));
    for (std::size_t i = 0; i < order.size(); ++i) {
        EXPECT_TRUE(order[i] == statutory_steps[i].member) << statutory_steps[i].name;
    }
    static_assert(sizeof(StatutoryIncome) == std::size(statutory_steps) * sizeof(double));
}

TEST(RentAllowance, RefusesARentAboveTheHighestUntil2025AndCapsItFrom2026)
{
    auto h = single_tenant();
    h.claimant.wage_per_year = 20'000;
    h.rent_per_month = 950;

    EXPECT_EQ(statutory_income(h, law_on({2025, 12, 31})).rent_allowance_per_month, 0);
    EXPECT_GT(statutory_income(h, law_on({2026, 1, 1})).rent_allowance_per_month, 0);
}

TEST(MinimumWage, IsAShareOfItBelow21)
{
    auto const terms = law_on({2024, 7, 1}).minimum_wage;

    EXPECT_EQ(minimum_wage_per_month(21, terms), 2133.6);
    EXPECT_EQ(minimum_wage_per_month(20, terms), 0.8 * 2133.6);
    EXPECT_EQ(minimum_wage_per_month(18, terms), 0.5 * 2133.6);
}

}  // namespace

}  // namespace minimasim::rules
