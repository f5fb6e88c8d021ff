#include "sim/takeup/sharp_bounds.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace minimasim::takeup {

TEST(SharpBounds, FillTheGroupsInOrderOfTheirEffect)
{
    auto const bounds = sharp_bounds({{100, 0.5}, {50, 0}, {200, 0.1}}, 120);

    EXPECT_DOUBLE_EQ(bounds.low, 50 * 0 + 70 * 0.1);
    EXPECT_DOUBLE_EQ(bounds.high, 100 * 0.5 + 20 * 0.1);
}

TEST(SharpBounds, AreOnePointWhenEverybodyOrNobodyClaims)
{
    for (double const users : {0.0, 350.0}) {
        auto const bounds = sharp_bounds({{100, 0.5}, {50, -1}, {200, 0.1}}, users);

        EXPECT_NEAR(bounds.low, bounds.high, 1e-12);
        EXPECT_NEAR(bounds.low, users == 0 ? 0 : 50 - 50 + 20, 1e-12);
    }
}

// Every spread of the users over the groups in whole tens, against the greedy answer.
TEST(SharpBounds, AreReachedAndNeverExceeded)
{
    constexpr double users = 150;
    std::vector<BoundedGroup> const groups{{100, 0.3}, {60, -0.2}, {90, 0.7}, {40, 0.05}};
    auto const bounds = sharp_bounds(groups, users);
    double lowest = 1e9;
    double highest = -1e9;
    for (double a = 0; a <= groups[0].entitled; a += 10) {
        for (double b = 0; b <= groups[1].entitled; b += 10) {
            for (double c = 0; c <= groups[2].entitled; c += 10) {
                double const d = users - a - b - c;
                if (d < 0 || d > groups[3].entitled) {
                    continue;
                }
                double const effect = a * 0.3 - b * 0.2 + c * 0.7 + d * 0.05;
                lowest = std::min(lowest, effect);
                highest = std::max(highest, effect);
            }
        }
    }

    EXPECT_NEAR(bounds.low, lowest, 1e-9);
    EXPECT_NEAR(bounds.high, highest, 1e-9);
}

}  // namespace minimasim::takeup
