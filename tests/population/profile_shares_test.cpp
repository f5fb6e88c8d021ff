// Shares of profiles nearest to the descriptions that respect what is published of them.

#include "sim/population/profiles/profile_shares.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace minimasim::population {

namespace {

constexpr std::size_t orange = 0;
constexpr std::size_t green = 1;
constexpr std::size_t brown = 2;

// Three kinds of adults who overlap: the descriptions alone make orange the largest.
std::vector<AlikeAdults> three_kinds()
{
    std::vector<AlikeAdults> adults(3);
    adults[0].membership[orange] = 1;
    adults[0].membership[brown] = 0.5;
    adults[0].count = 500;
    adults[1].membership[orange] = 0.6;
    adults[1].membership[brown] = 0.6;
    adults[1].membership[green] = 0.2;
    adults[1].count = 300;
    adults[2].membership[green] = 1;
    adults[2].count = 200;
    return adults;
}

ShareBound brown_larger_than_orange()
{
    ShareBound b;
    b.coefficient[brown] = 1;
    b.coefficient[orange] = -1;
    b.at_least = 0.05;
    return b;
}

ShareBound green_above(double share)
{
    ShareBound b;
    b.coefficient[green] = 1;
    b.at_least = share;
    return b;
}

}  // namespace

TEST(NearestShares, AreThoseOfTheDescriptionsWhereNothingIsSaid)
{
    auto const nearest = nearest_shares(three_kinds(), {});

    EXPECT_NEAR(nearest.share[orange], 0.5 * 2 / 3 + 0.3 * 0.6 / 1.4, 1e-12);
    EXPECT_EQ(nearest.share, nearest.implied);
    EXPECT_TRUE(nearest.is_feasible);
}

TEST(NearestShares, MeetABoundExactlyAndGoNoFurther)
{
    auto const nearest = nearest_shares(three_kinds(), {brown_larger_than_orange(), green_above(0.1)});

    EXPECT_GT(nearest.implied[orange], nearest.implied[brown]);
    EXPECT_NEAR(nearest.share[brown] - nearest.share[orange], 0.05, 1e-7);
    EXPECT_GT(nearest.multipliers[0], 0);
    EXPECT_EQ(nearest.multipliers[1], 0) << "green has more by its description than what is asked";
    EXPECT_TRUE(nearest.is_feasible);
}

TEST(NearestShares, AreNearerThanAnyOtherThatMeetTheBound)
{
    auto const adults = three_kinds();
    auto const bound = brown_larger_than_orange();
    auto const nearest = nearest_shares(adults, {bound});
    // Relative entropy of giving kind 0 share x of brown and kind 1 shares y of brown and z of green.
    auto const divergence = [&](double x, double y, double z) {
        auto const term = [](double p, double q) { return p > 0 ? p * std::log(p / q) : 0.0; };
        return 0.5 * (term(x, 1.0 / 3) + term(1 - x, 2.0 / 3)) +
               0.3 * (term(y, 0.6 / 1.4) + term(1 - y - z, 0.6 / 1.4) + term(z, 0.2 / 1.4));
    };
    double const w = nearest.weight[brown] / nearest.weight[orange];
    double const v = nearest.weight[green] / nearest.weight[orange];
    double const sum = 0.6 + 0.6 * w + 0.2 * v;
    double const best = divergence(0.5 * w / (1 + 0.5 * w), 0.6 * w / sum, 0.2 * v / sum);

    double least = 1e9;
    for (int i = 1; i < 200; ++i) {
        for (int j = 1; j < 200; ++j) {
            for (int k = 1; k < 60; ++k) {
                double const x = i / 200.0;
                double const y = j / 200.0;
                double const z = k / 200.0;
                bool const possible = y + z < 1;
                double const gap = 0.5 * (2 * x - 1) + 0.3 * (2 * y + z - 1);
                if (possible && gap >= 0.05) {
                    least = std::min(least, divergence(x, y, z));
                }
            }
        }
    }

    EXPECT_LE(best, least + 1e-9);
    EXPECT_GT(best, least - 1e-3);
}

TEST(NearestShares, SayWhenTheBoundsCannotBeHad)
{
    auto const nearest = nearest_shares(three_kinds(), {green_above(0.9)});

    EXPECT_FALSE(nearest.is_feasible);
}

}  // namespace minimasim::population
