#include "sim/rules/municipal/special_assistance.hpp"

#include <gtest/gtest.h>

#include "tests/rules/example_households.hpp"

namespace minimasim::rules::special_assistance {

namespace {

using namespace rules::test;

constexpr Terms terms{1, 1.20, 0.35, 0, 7'770, 15'540, 0.72, 0.45, 1'560, 1'827};

MunicipalHousehold single_in_need_of(std::int32_t cents)
{
    auto h = single_on_minimum();
    h.special_need_cents_per_year = cents;
    return h;
}

}  // namespace

TEST(SpecialAssistance, CoversTheWholeNeedUpToAndIncludingTheIncomeLimit)
{
    auto h = single_in_need_of(156'000);
    h.income_cents_per_month = 120'000;

    EXPECT_EQ(entitlement(h, terms).is_eligible, 1);
    EXPECT_EQ(entitlement(h, terms).cents_per_year, 156'000);
}

TEST(SpecialAssistance, TakesPartOfAYearsSurplusAboveTheLimit)
{
    auto h = single_in_need_of(156'000);
    h.income_cents_per_month = 130'000;  // 100 euro a month over: 0.35 x 12 x 100 = 420 euro

    EXPECT_EQ(entitlement(h, terms).cents_per_year, 156'000 - 42'000);
    EXPECT_EQ(entitlement(h, terms).is_eligible, 1);
}

TEST(SpecialAssistance, TakesFourCentsForACentOverTheLimit)
{
    auto h = single_in_need_of(156'000);
    h.income_cents_per_month = 120'001;

    EXPECT_EQ(entitlement(h, terms).cents_per_year, 156'000 - 4);  // 0.35 x 12 x 1 cent = 4.2
}

TEST(SpecialAssistance, EndsWhereTheOwnContributionCoversTheNeed)
{
    auto h = single_in_need_of(42'000);
    h.income_cents_per_month = 130'000;

    EXPECT_EQ(entitlement(h, terms).cents_per_year, 0);
    EXPECT_EQ(entitlement(h, terms).is_eligible, 0);
}

TEST(SpecialAssistance, ExpectsWealthAboveTheLimitToBeUsedFirst)
{
    auto h = single_in_need_of(156'000);
    h.liquid_assets_cents = 777'000;
    EXPECT_EQ(entitlement(h, terms).cents_per_year, 156'000);

    h.liquid_assets_cents = 777'000 + 56'000;
    EXPECT_EQ(entitlement(h, terms).cents_per_year, 100'000);

    h.liquid_assets_cents = 777'000 + 156'000;
    EXPECT_EQ(entitlement(h, terms).cents_per_year, 0);
}

TEST(SpecialAssistance, LeavesCostsBelowAYearlyThresholdToTheHousehold)
{
    auto with_threshold = terms;
    with_threshold.threshold_per_year = 176;

    EXPECT_EQ(entitlement(single_in_need_of(156'000), with_threshold).cents_per_year, 156'000 - 17'600);
    EXPECT_EQ(entitlement(single_in_need_of(17'600), with_threshold).cents_per_year, 0);
    EXPECT_EQ(entitlement(single_in_need_of(17'600), with_threshold).is_eligible, 1);
}

TEST(SpecialAssistance, AllowsFamiliesMoreWealth)
{
    auto h = couple_on_minimum();
    h.special_need_cents_per_year = 156'000;
    h.liquid_assets_cents = 1'554'000;

    EXPECT_EQ(entitlement(h, terms).cents_per_year, 156'000);
}

TEST(SpecialAssistance, IsOpenToThoseWithoutANeedNowButGrantsThemNothing)
{
    EXPECT_EQ(entitlement(single_in_need_of(0), terms).is_eligible, 1);
    EXPECT_EQ(entitlement(single_in_need_of(0), terms).cents_per_year, 0);
}

TEST(SpecialAssistance, IsNotOpenToThoseAboveTheLimitsWithoutANeed)
{
    auto h = single_in_need_of(0);
    h.income_cents_per_month = 120'001;
    EXPECT_EQ(entitlement(h, terms).is_eligible, 0);

    h = single_in_need_of(0);
    h.liquid_assets_cents = 777'001;
    EXPECT_EQ(entitlement(h, terms).is_eligible, 0);
}

TEST(SpecialAssistance, IsForPensionersAndTheYoungToo)
{
    auto pensioner = pensioner_on_minimum();
    pensioner.special_need_cents_per_year = 156'000;
    auto young = single_in_need_of(156'000);
    young.youngest_adult_age = 19;

    EXPECT_EQ(entitlement(pensioner, terms).cents_per_year, 156'000);
    EXPECT_EQ(entitlement(young, terms).cents_per_year, 156'000);
}

TEST(SpecialAssistance, CanBeSwitchedOff)
{
    auto off = terms;
    off.is_active = 0;

    EXPECT_EQ(entitlement(single_in_need_of(156'000), off).is_eligible, 0);
    EXPECT_EQ(entitlement(single_in_need_of(156'000), off).cents_per_year, 0);
}

TEST(SpecialAssistance, AnswersANeedAndIsNoFreeCash)
{
    EXPECT_TRUE(Scheme::is_need_driven);
    EXPECT_FALSE(Scheme::is_cash);
}

}  // namespace minimasim::rules::special_assistance
