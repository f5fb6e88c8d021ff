// Amounts by rank from published quartiles and means.

#include "sim/population/attributes/quantile_function.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace minimasim::population {

namespace {

// Savings of 2014 in units of the median, mean over median of 2022.
QuantileFunction savings()
{
    return {0.017, 0.001, 2.0 / 11, 39.0 / 11, 49.5 / 20.1};
}

double mean_of(std::vector<double> const& v)
{
    return std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size());
}

}  // namespace

TEST(QuantileFunction, GoesThroughThePublishedQuartiles)
{
    auto const q = savings();

    EXPECT_NEAR(q(0.25), 2.0 / 11, 1e-9);
    EXPECT_NEAR(q(0.5), 1, 1e-9);
    EXPECT_NEAR(q(0.75), 39.0 / 11, 1e-9);
    EXPECT_EQ(q(0.01), 0);
}

TEST(QuantileFunction, NeverFalls)
{
    auto const q = savings();

    for (int i = 1; i < 2000; ++i) {
        EXPECT_GE(q(i / 2000.0), q((i - 1) / 2000.0)) << i;
    }
}

TEST(QuantileFunction, HasThePublishedMean)
{
    auto const q = savings();
    double sum = 0;
    constexpr int steps = 200'000;
    for (int i = 0; i < steps; ++i) {
        sum += q((i + 0.5) / steps);
    }

    EXPECT_NEAR(sum / steps, 49.5 / 20.1, 0.03);
    EXPECT_GT(q.pareto_exponent(), 1.2);
}

TEST(Tilting, ReachesTheMeanAndKeepsTheOrder)
{
    for (double const wanted : {1.9, 2.4, 3.1}) {
        auto const q = savings();
        std::vector<double> amounts;
        for (int i = 0; i < 5'000; ++i) {
            amounts.push_back(q(0.2 + 0.8 * (i + 0.5) / 5'000));
        }

        tilt_to_mean(amounts, wanted);

        EXPECT_NEAR(mean_of(amounts), wanted, 0.02 * wanted);
        EXPECT_TRUE(std::is_sorted(amounts.begin(), amounts.end()));
    }
}

TEST(Tilting, LeavesAmountsAloneWhenTheMeanIsOutOfReach)
{
    std::vector<double> amounts{1, 2, 3};

    tilt_to_mean(amounts, 5);

    EXPECT_EQ(amounts, (std::vector<double>{1, 2, 3}));
}

}  // namespace minimasim::population
