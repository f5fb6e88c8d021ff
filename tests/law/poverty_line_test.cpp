// The poverty line of a household, the gap to it and who is near it.

#include <gtest/gtest.h>

#include "sim/rules/statutory/statutory.hpp"
#include "tests/law/example_law.hpp"

namespace minimasim::rules {

namespace {

using test::law_on;
using test::single_tenant;

TEST(PovertyLine, CountsTheHealthPremiumApartWhenTheOtherNeedsDoNotHoldIt)
{
    auto terms = law_on({2023, 7, 1}).poverty_line;
    auto const h = single_tenant();
    EXPECT_EQ(poverty_line_per_month(h, terms), 775 + 600 + 180);
    terms.other_needs_include_health_premium = 0;

    EXPECT_EQ(poverty_line_per_month(h, terms), 775 + 600 + 180 + 150);
}

TEST(PovertyLine, HasAGapOnlyBelowTheLineAndBelowTheWealthLimit)
{
    auto const terms = law_on({2023, 7, 1}).poverty_line;
    auto h = single_tenant();
    double const line = poverty_line_per_month(h, terms);

    EXPECT_EQ(poverty_gap_per_month(h, line, terms), 0);
    EXPECT_FALSE(is_poor(h, line, terms));
    EXPECT_TRUE(is_near_poor(h, line, terms));
    EXPECT_TRUE(is_poor(h, line - 0.01, terms));
    EXPECT_FALSE(is_near_poor(h, line - 0.01, terms));
    EXPECT_NEAR(poverty_gap_per_month(h, line - 100, terms), 100, 1e-9);
    EXPECT_FALSE(is_near_poor(h, 1.25 * line, terms));
    h.liquid_assets = 30'000;
    EXPECT_EQ(poverty_gap_per_month(h, line - 100, terms), 0);
    EXPECT_FALSE(is_near_poor(h, line, terms));
}

}  // namespace

}  // namespace minimasim::rules
