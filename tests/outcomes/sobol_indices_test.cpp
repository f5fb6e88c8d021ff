#include "sim/outcomes/sobol_indices.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "sim/base/draw.hpp"

namespace minimasim::outcomes {

namespace {

// Outcomes of a function of three uniform inputs, each a source.
PickFreeze design_of(std::function<double(double, double, double)> const& f, std::uint32_t rows)
{
    PickFreeze outcome;
    outcome.mixed.resize(3);
    for (std::uint32_t row = 0; row < rows; ++row) {
        auto const u = [row](std::uint32_t input, std::uint32_t second) {
            return uniform(11, Stream::term, second, input, 0, row);
        };
        outcome.a.push_back(f(u(0, 0), u(1, 0), u(2, 0)));
        outcome.b.push_back(f(u(0, 1), u(1, 1), u(2, 1)));
        outcome.mixed[0].push_back(f(u(0, 1), u(1, 0), u(2, 0)));
        outcome.mixed[1].push_back(f(u(0, 0), u(1, 1), u(2, 0)));
        outcome.mixed[2].push_back(f(u(0, 0), u(1, 0), u(2, 1)));
    }
    return outcome;
}

}  // namespace

// Variances 1/12 and 4/12: a fifth and four fifths.
TEST(SobolIndices, AreTheSharesOfTheVarianceOfASum)
{
    auto const found =
        sobol_indices(design_of([](double x, double y, double) { return x + 2 * y + 50; }, 4'000), 1);

    ASSERT_EQ(found.sources.size(), 3U);
    EXPECT_NEAR(found.sources[0].first, 0.2, 0.05);
    EXPECT_NEAR(found.sources[0].total, 0.2, 0.02);
    EXPECT_NEAR(found.sources[1].first, 0.8, 0.05);
    EXPECT_NEAR(found.sources[1].total, 0.8, 0.05);
    EXPECT_EQ(found.sources[2].first, 0);
    EXPECT_EQ(found.sources[2].total, 0);
    EXPECT_NEAR(found.standard_deviation * found.standard_deviation, 5.0 / 12, 0.02);
}

// Of a product of two centred inputs neither has a share by itself, and each has all of it with the other.
TEST(SobolIndices, TellInteractionsFromWhatASourceDoesAlone)
{
    auto const found =
        sobol_indices(design_of([](double x, double y, double) { return (x - 0.5) * (y - 0.5); }, 4'000), 1);

    for (int source = 0; source < 2; ++source) {
        EXPECT_NEAR(found.sources[source].first, 0, 0.06);
        EXPECT_NEAR(found.sources[source].total, 1, 0.08);
    }
}

TEST(SobolIndices, HaveIntervalsThatHoldTheTruthAndNarrowWithTheRows)
{
    auto const f = [](double x, double y, double z) { return x + y * z; };
    auto const few = sobol_indices(design_of(f, 64), 1);
    auto const many = sobol_indices(design_of(f, 4'096), 1);
    for (int source = 0; source < 3; ++source) {
        auto const& small = few.sources[source];
        auto const& large = many.sources[source];
        EXPECT_LE(small.first_limits.low, large.first);
        EXPECT_GE(small.first_limits.high, large.first);
        double const ratio = (small.first_limits.high - small.first_limits.low) /
                             (large.first_limits.high - large.first_limits.low);
        EXPECT_NEAR(ratio, 8, 3);
    }
}

TEST(SobolIndices, AreNotThereForAnOutcomeThatDoesNotVary)
{
    EXPECT_TRUE(sobol_indices(design_of([](double, double, double) { return 3.0; }, 50), 1).sources.empty());
    EXPECT_TRUE(sobol_indices({}, 1).sources.empty());
}

}  // namespace minimasim::outcomes
