#include "sim/outcomes/poverty.hpp"

#include <gtest/gtest.h>

namespace minimasim::outcomes {

namespace {

// A household this many cents a month above the line; negative: below it.
PovertyPosition at_margin(std::int32_t cents)
{
    PovertyPosition position;
    position.margin_cents_per_month = cents;
    position.line_cents_per_month = 160'000;
    position.passes_wealth_test = true;
    return position;
}

}  // namespace

TEST(PovertyGap, IsWhatIsLackingBelowTheLine)
{
    EXPECT_EQ(poverty_gap_cents_per_month(at_margin(-2'500), 0), 2'500);
    EXPECT_EQ(poverty_gap_cents_per_month(at_margin(-1), 0), 1);
    EXPECT_EQ(poverty_gap_cents_per_month(at_margin(0), 0), 0);
    EXPECT_EQ(poverty_gap_cents_per_month(at_margin(1), 0), 0);
}

TEST(PovertyGap, IsClosedByATwelfthOfTheCashOfAYear)
{
    EXPECT_EQ(poverty_gap_cents_per_month(at_margin(-5'000), 34'800), 2'100);
    EXPECT_EQ(poverty_gap_cents_per_month(at_margin(-5'000), 60'000), 0);
    EXPECT_EQ(poverty_gap_cents_per_month(at_margin(-5'000), 59'999), 1);
}

TEST(PovertyGap, IsNothingForThoseWithAYearsWealth)
{
    auto rich = at_margin(-50'000);
    rich.passes_wealth_test = false;

    EXPECT_EQ(poverty_gap_cents_per_month(rich, 0), 0);
    EXPECT_FALSE(is_near_poor(rich, 0));
}

TEST(NearPoverty, ReachesFromTheLineToAQuarterAboveIt)
{
    EXPECT_FALSE(is_near_poor(at_margin(-1), 0));
    EXPECT_TRUE(is_near_poor(at_margin(0), 0));
    EXPECT_TRUE(is_near_poor(at_margin(39'999), 0));
    EXPECT_FALSE(is_near_poor(at_margin(40'000), 0));
}

TEST(NearPoverty, CountsCash)
{
    EXPECT_TRUE(is_near_poor(at_margin(-1'000), 12'000));
    EXPECT_FALSE(is_near_poor(at_margin(39'000), 12'000));
}

TEST(PovertyPosition, IsIncomeLessTheLineInWholeCents)
{
    rules::Household h;
    h.claimant.age = 40;
    h.rent_per_month = 578;
    h.energy_per_month = 186;
    h.water_per_month = 15;
    h.health_premium_per_month = 190.5;
    rules::PovertyLineTerms const terms{};
    double const line = rules::poverty_line_per_month(h, terms);

    auto const position = poverty_position(h, line + 12.34, terms);

    EXPECT_EQ(position.line_cents_per_month, to_cents(line));
    EXPECT_EQ(position.margin_cents_per_month, 1'234);
    EXPECT_EQ(position.health_premium_cents_per_month, 19'050);
}

}  // namespace minimasim::outcomes
