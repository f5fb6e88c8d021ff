#include "sim/population/fit/newton.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/base/draw.hpp"

namespace minimasim::population {
namespace {

// Archetypes with one of three types and one of four tenures, and 1 to 4 persons of an age group.
struct SmallProblem {
    FeatureRows rows;
    std::vector<double> prior;

    SmallProblem()
    {
        for (std::uint32_t k = 0; k < 60; ++k) {
            auto const u = [&](std::uint32_t draw) { return uniform(3, Stream::archetype, 0, k, draw, 0); };
            rows.feature.push_back(static_cast<std::uint16_t>(3 * u(0)));
            rows.count.push_back(1);
            rows.feature.push_back(static_cast<std::uint16_t>(3 + std::floor(4 * u(1))));
            rows.count.push_back(1);
            rows.begin.push_back(static_cast<std::uint32_t>(rows.feature.size()));
            prior.push_back(0.2 + u(2));
        }
    }

    std::vector<double> totals(std::vector<double> const& weights) const
    {
        std::vector<double> t(7);
        for (std::size_t k = 0; k < rows.size(); ++k) {
            for (auto z = rows.begin[k]; z < rows.begin[k + 1]; ++z) {
                t[rows.feature[z]] += weights[k] * static_cast<double>(rows.count[z]);
            }
        }
        return t;
    }
};

std::vector<double> const wanted{30, 50, 20, 10, 40, 25, 25};

TEST(FitWeights, EqualsIterativeProportionalFitting)
{
    SmallProblem const problem;
    std::vector<double> slow = problem.prior;
    for (int sweep = 0; sweep < 5000; ++sweep) {  // the plain reference: one margin after another
        for (std::uint16_t f = 0; f < 7; ++f) {
            double const factor = wanted[f] / problem.totals(slow)[f];
            for (std::size_t k = 0; k < problem.rows.size(); ++k) {
                for (auto z = problem.rows.begin[k]; z < problem.rows.begin[k + 1]; ++z) {
                    slow[k] *= problem.rows.feature[z] == f ? factor : 1;
                }
            }
        }
    }

    std::vector<Goal> goals;
    for (std::uint16_t f = 0; f < 7; ++f) {
        goals.push_back({f, wanted[f]});
    }
    std::vector<double> multipliers(7);
    std::vector<double> weights;
    NewtonOptions options;
    options.tolerance = 1e-10;
    auto const result =
        fit_weights(rows_of_goals(problem.rows, goals), goals, problem.prior, multipliers, weights, options);

    EXPECT_TRUE(result.has_converged);
    EXPECT_LT(result.steps, 15);
    for (std::size_t k = 0; k < weights.size(); ++k) {
        EXPECT_NEAR(weights[k], slow[k], 1e-6 * slow[k]);
    }
}

TEST(FitWeights, WithVarianceEndsBetweenPriorAndTarget)
{
    SmallProblem const problem;
    std::vector<Goal> const goals{{0, 60, 25, 50, 70, 'S'}};
    double const before = problem.totals(problem.prior)[0];
    std::vector<double> multipliers(1);
    std::vector<double> weights;

    fit_weights(rows_of_goals(problem.rows, goals), goals, problem.prior, multipliers, weights, {});

    double const after = problem.totals(weights)[0];
    EXPECT_GT(after, std::min(before, 60.0));
    EXPECT_LT(after, std::max(before, 60.0));
    EXPECT_NEAR(60 - after, 25 * multipliers[0], 1e-4);
}

TEST(FitWeights, HoldsTheRatioInsideItsBound)
{
    SmallProblem const problem;
    std::vector<Goal> const goals{{0, 1e6}};
    std::vector<double> multipliers(1);
    std::vector<double> weights;
    NewtonOptions options;
    options.largest_ratio = 50;

    auto const result =
        fit_weights(rows_of_goals(problem.rows, goals), goals, problem.prior, multipliers, weights, options);

    EXPECT_GT(result.at_bound, 0);
    EXPECT_FALSE(result.has_converged);
    for (std::size_t k = 0; k < weights.size(); ++k) {
        EXPECT_LE(weights[k], problem.prior[k] * 50 * (1 + 1e-12));
    }
}

}  // namespace
}  // namespace minimasim::population
