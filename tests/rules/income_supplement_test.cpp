#include "sim/rules/municipal/income_supplement.hpp"

#include <gtest/gtest.h>

#include "tests/rules/example_households.hpp"

namespace minimasim::rules::income_supplement {

namespace {

using namespace rules::test;

constexpr Terms terms{1, 1.20, 3, 21, 7'770, 15'540, 1, 349, 498, 498};

bool is_eligible(MunicipalHousehold const& h, Terms const& with = terms)
{
    return entitlement(h, with).is_eligible == 1;
}

}  // namespace

TEST(IncomeSupplement, IsPaidUpToAndIncludingTheIncomeLimit)
{
    auto h = single_on_minimum();
    h.income_cents_per_month = 120'000;

    EXPECT_TRUE(is_eligible(h));
    EXPECT_EQ(entitlement(h, terms).cents_per_year, 34'900);
}

TEST(IncomeSupplement, IsNotPaidOneCentAboveTheIncomeLimit)
{
    auto h = single_on_minimum();
    h.income_cents_per_month = 120'001;

    EXPECT_FALSE(is_eligible(h));
    EXPECT_EQ(entitlement(h, terms).cents_per_year, 0);
}

TEST(IncomeSupplement, HasItsOwnAmountForSinglesSingleParentsAndCouples)
{
    constexpr Terms three_amounts{1, 1.20, 3, 21, 7'770, 15'540, 1, 100, 200, 300};

    EXPECT_EQ(entitlement(single_on_minimum(), three_amounts).cents_per_year, 10'000);
    EXPECT_EQ(entitlement(single_parent_on_minimum(), three_amounts).cents_per_year, 20'000);
    EXPECT_EQ(entitlement(couple_on_minimum(), three_amounts).cents_per_year, 30'000);
}

TEST(IncomeSupplement, BeginsAtTwentyOne)
{
    auto h = single_on_minimum();
    h.youngest_adult_age = 20;
    EXPECT_FALSE(is_eligible(h));

    h.youngest_adult_age = 21;
    EXPECT_TRUE(is_eligible(h));
}

TEST(IncomeSupplement, EndsAtPensionAge)
{
    EXPECT_FALSE(is_eligible(pensioner_on_minimum()));
}

TEST(IncomeSupplement, NeedsThreeYearsOnALowIncome)
{
    auto h = single_on_minimum();
    h.years_on_low_income = 2;
    EXPECT_FALSE(is_eligible(h));

    h.years_on_low_income = 3;
    EXPECT_TRUE(is_eligible(h));
}

TEST(IncomeSupplement, IsPaidUpToAndIncludingTheWealthLimit)
{
    auto h = single_on_minimum();
    h.liquid_assets_cents = 777'000;
    EXPECT_TRUE(is_eligible(h));

    h.liquid_assets_cents = 777'001;
    EXPECT_FALSE(is_eligible(h));
}

TEST(IncomeSupplement, AllowsFamiliesMoreWealth)
{
    for (auto h : {couple_on_minimum(), single_parent_on_minimum()}) {
        h.liquid_assets_cents = 1'554'000;
        EXPECT_TRUE(is_eligible(h));

        h.liquid_assets_cents = 1'554'001;
        EXPECT_FALSE(is_eligible(h));
    }
}

TEST(IncomeSupplement, IsNotForThoseWithProspectOfABetterIncomeUnlessTheTermSaysSo)
{
    auto h = single_on_minimum();
    h.expects_improvement = 1;
    EXPECT_FALSE(is_eligible(h));

    auto without_condition = terms;
    without_condition.requires_no_prospect = 0;
    EXPECT_TRUE(is_eligible(h, without_condition));
}

TEST(IncomeSupplement, IsNotForStudents)
{
    EXPECT_FALSE(is_eligible(student_on_minimum()));
}

TEST(IncomeSupplement, CanBeSwitchedOff)
{
    auto off = terms;
    off.is_active = 0;

    EXPECT_FALSE(is_eligible(single_on_minimum(), off));
    EXPECT_EQ(entitlement(single_on_minimum(), off).cents_per_year, 0);
}

TEST(IncomeSupplement, IsFreeCashAndAnswersNoNeed)
{
    EXPECT_TRUE(Scheme::is_cash);
    EXPECT_FALSE(Scheme::is_need_driven);
    EXPECT_EQ(Scheme::counted_in, CountedIn::households);
}

}  // namespace minimasim::rules::income_supplement
