#include "sim/takeup/capped_budget.hpp"

#include <gtest/gtest.h>

namespace minimasim::takeup {

namespace {

Candidate claim(double propensity, std::uint32_t household, std::int32_t cents)
{
    return {propensity, 0, household, cents};
}

}  // namespace

TEST(CappedBudget, StopsAtTheFirstGrantThatDoesNotFit)
{
    auto const refused =
        first_refused({claim(1, 4, 300), claim(3, 2, 500), claim(2, 9, 600), claim(0, 1, 100)}, 1'000);

    ASSERT_TRUE(refused.has_value());
    EXPECT_EQ(refused->household, 9U);
    EXPECT_TRUE(is_served(3, 2, refused));
    EXPECT_FALSE(is_served(2, 9, refused));
    EXPECT_FALSE(is_served(0, 1, refused));
}

TEST(CappedBudget, ServesTheEquallyInclinedInTheirOrder)
{
    auto const refused = first_refused({claim(1, 7, 400), claim(1, 3, 400)}, 400);

    EXPECT_TRUE(is_served(1, 3, refused));
    EXPECT_FALSE(is_served(1, 7, refused));
}

TEST(CappedBudget, ThatHoldsAllRefusesNobody)
{
    auto const refused = first_refused({claim(1, 7, 400), claim(1, 3, 400)}, 800);

    EXPECT_FALSE(refused.has_value());
    EXPECT_TRUE(is_served(-5, 8, refused));
}

}  // namespace minimasim::takeup
