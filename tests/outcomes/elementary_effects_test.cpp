#include "sim/outcomes/elementary_effects.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <set>

namespace minimasim::outcomes {

namespace {

constexpr std::size_t inputs = 3;

std::vector<ElementaryEffects> effects_of(std::function<double(std::vector<double> const&)> const& f)
{
    std::vector<Walk> walks;
    std::vector<std::vector<double>> outcome;
    for (std::uint32_t w = 0; w < 200; ++w) {
        walks.push_back(morris_walk(inputs, 7, w));
        outcome.emplace_back();
        for (auto const& point : walks.back().points) {
            outcome.back().push_back(f(point));
        }
    }
    return elementary_effects(walks, outcome);
}

}  // namespace

TEST(MorrisWalk, MovesEveryInputOnceByTwoThirdsBetweenFourLevels)
{
    std::set<double> starts;
    for (std::uint32_t number = 0; number < 50; ++number) {
        auto const walk = morris_walk(12, 3, number);
        ASSERT_EQ(walk.points.size(), 13U);
        EXPECT_EQ(std::set<std::size_t>(walk.moved.begin(), walk.moved.end()).size(), 12U);
        starts.insert(walk.points[0][0]);
        for (std::size_t s = 0; s < walk.moved.size(); ++s) {
            for (std::size_t i = 0; i < 12; ++i) {
                double const moved = std::abs(walk.points[s + 1][i] - walk.points[s][i]);
                EXPECT_NEAR(moved, i == walk.moved[s] ? 2.0 / 3 : 0, 1e-12);
                EXPECT_NEAR(walk.points[s][i] * 3, std::round(walk.points[s][i] * 3), 1e-9);
                EXPECT_GE(walk.points[s + 1][i], -1e-12);
                EXPECT_LE(walk.points[s + 1][i], 1 + 1e-12);
            }
        }
    }
    EXPECT_EQ(starts.size(), 4U);
}

TEST(ElementaryEffects, AreTheSlopesOfAPlane)
{
    auto const effects = effects_of([](auto const& x) { return 5 * x[0] - 2 * x[1] + 100; });

    EXPECT_NEAR(effects[0].mean, 5, 1e-9);
    EXPECT_NEAR(effects[1].mean, -2, 1e-9);
    EXPECT_NEAR(effects[1].mean_absolute, 2, 1e-9);
    EXPECT_NEAR(effects[1].standard_deviation, 0, 1e-5);
    EXPECT_EQ(effects[2].mean_absolute, 0);
}

TEST(ElementaryEffects, SpreadWhereInputsDependOnEachOther)
{
    auto const effects = effects_of([](auto const& x) { return (x[0] - 0.5) * (x[1] - 0.5); });

    EXPECT_NEAR(effects[0].mean, 0, 0.1);
    EXPECT_GT(effects[0].mean_absolute, 0.2);
    EXPECT_GT(effects[0].standard_deviation, 0.2);
}

}  // namespace minimasim::outcomes
