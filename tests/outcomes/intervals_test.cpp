#include "sim/outcomes/intervals.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "sim/base/draw.hpp"

namespace minimasim::outcomes {

namespace {

// Values of `members` that differ from each other by up to 100, and within a member by up to `noise`.
std::vector<double> values_of_members(std::uint32_t replicates, std::uint32_t members, double noise)
{
    std::vector<double> values;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        values.push_back(100 * uniform(4, Stream::term, r % members, 0, 0, 0) +
                         noise * uniform(4, Stream::term, 0, 1, 0, r));
    }
    return values;
}

}  // namespace

TEST(BetaDistribution, IsThatOfTheClosedForms)
{
    for (double x = 0.01; x < 1; x += 0.07) {
        EXPECT_NEAR(beta_distribution(1, 1, x), x, 1e-12);
        EXPECT_NEAR(beta_distribution(7, 1, x), std::pow(x, 7), 1e-12);
        EXPECT_NEAR(beta_distribution(1, 7, x), 1 - std::pow(1 - x, 7), 1e-12);
        EXPECT_NEAR(beta_distribution(0.5, 0.5, x), 2 / std::numbers::pi * std::asin(std::sqrt(x)), 1e-12);
    }
    EXPECT_NEAR(beta_distribution(5000, 5000, 0.5), 0.5, 1e-9);
    EXPECT_EQ(beta_distribution(3, 4, 0), 0);
    EXPECT_EQ(beta_distribution(3, 4, 1), 1);
}

TEST(JeffreysLimits, LeaveATwentiethInEachTailAndReachTheEnds)
{
    for (double const part : {0.0, 1.0, 7.0, 19.0, 20.0}) {
        auto const limits = jeffreys_limits({part, 20});
        double const a = part + 0.5;
        double const b = 20 - part + 0.5;
        EXPECT_NEAR(part == 0 ? 0.05 : beta_distribution(a, b, limits.low), 0.05, 1e-8);
        EXPECT_NEAR(part == 20 ? 0.95 : beta_distribution(a, b, limits.high), 0.95, 1e-8);
        EXPECT_LT(limits.low, limits.high);
        EXPECT_GE(limits.low, 0);
        EXPECT_LE(limits.high, 1);
    }
    EXPECT_EQ(jeffreys_limits({0, 20}).low, 0);
    EXPECT_EQ(jeffreys_limits({20, 20}).high, 1);
}

// At one share the coverage of any interval of a count jumps with the share; over all shares it is what it
// says.
TEST(JeffreysLimits, CoverNineSharesInTen)
{
    constexpr std::uint32_t counts = 8'000;
    constexpr std::uint32_t trials = 40;
    int covered = 0;
    for (std::uint32_t i = 0; i < counts; ++i) {
        double const share = uniform(6, Stream::term, i, trials, 0, 0);
        double part = 0;
        for (std::uint32_t trial = 0; trial < trials; ++trial) {
            part += uniform(6, Stream::term, i, trial, 0, 0) < share ? 1 : 0;
        }
        auto const limits = jeffreys_limits({part, trials});
        covered += limits.low <= share && share <= limits.high ? 1 : 0;
    }
    EXPECT_NEAR(covered / static_cast<double>(counts), 0.9, 0.015);
}

TEST(ShareInterval, OfEverybodyIsNotCertainAndStaysInsideWhatIsPossible)
{
    std::vector<Part> const all(100, {500, 500});
    std::vector<Part> const none(100, {0, 500});
    std::vector<Part> const few(100, {3, 3});

    auto const of_all = share_interval(all, 20, false);
    auto const of_none = share_interval(none, 20, false);

    EXPECT_EQ(of_all.estimate, 1);
    EXPECT_EQ(of_all.high, 1);
    EXPECT_LT(of_all.low, 1);
    EXPECT_GT(of_all.low, 0.99);
    EXPECT_GT(of_all.monte_carlo_error, 0);
    EXPECT_EQ(of_none.low, 0);
    EXPECT_NEAR(of_none.high, 1 - of_all.low, 1e-9);
    EXPECT_LT(share_interval(few, 20, false).low, 0.7);
}

TEST(ShareInterval, IsWhatThePackageSaysWhereItSaysIt)
{
    std::vector<Part> const all(100, {500, 500});
    auto const interval = share_interval(all, 20, true);

    EXPECT_EQ(interval.low, 1);
    EXPECT_EQ(interval.high, 1);
    EXPECT_EQ(interval.monte_carlo_error, 0);
}

TEST(ShareInterval, LeavesReplicatesOutInWhichThereIsNobody)
{
    auto const interval = share_interval({{1, 2}, {0, 0}, {3, 4}}, 0, false);

    EXPECT_DOUBLE_EQ(interval.estimate, 0.625);
    EXPECT_DOUBLE_EQ(interval.low, 0.5125);
    EXPECT_EQ(share_interval({{0, 0}}, 0, false).high, 0);
}

TEST(ShareInterval, IsThatOfTheReplicatesWhereTheyDiffer)
{
    std::vector<Part> const parts{{9, 10}, {10, 10}, {10, 10}, {10, 10}};
    auto const interval = share_interval(parts, 0, false);

    EXPECT_DOUBLE_EQ(interval.low, percentile({0.9, 1, 1, 1}, 0.05));
    EXPECT_EQ(interval.high, 1);
}

// By hand: chances 0.7071, 0.1768 and 0.0663 of 0, 1 and 2 after one count of nothing.
TEST(NextCount, FollowsTheNegativeBinomial)
{
    EXPECT_EQ(next_count_limits(0, 1).low, 0);
    EXPECT_EQ(next_count_limits(0, 1).high, 2);
    EXPECT_EQ(next_count_limits(0, 1'000).high, 0);
    EXPECT_EQ(next_count_limits(4'000, 1'000).low, 1);  // Poisson of mean 4
    EXPECT_EQ(next_count_limits(4'000, 1'000).high, 8);
}

TEST(CountInterval, OfNothingIsWideUntilEnoughReplicatesAgree)
{
    double before = 100;
    for (std::size_t n = 1; n <= 200; ++n) {
        auto const interval = count_interval(std::vector<double>(n, 0.0), 0, true);
        EXPECT_EQ(interval.low, 0);
        EXPECT_LE(interval.high, before);
        EXPECT_EQ(interval.high > 0, n <= 8) << n;
        EXPECT_GT(interval.monte_carlo_error, 0);
        before = interval.high;
    }
}

TEST(CountInterval, OfACertainNothingAndOfALargeAgreedNumberIsExact)
{
    EXPECT_EQ(count_interval({0, 0}, 0, false).high, 0);
    EXPECT_EQ(count_interval({0, 0}, 0, false).monte_carlo_error, 0);
    EXPECT_EQ(count_interval({1'354, 1'354}, 0, true).low, 1'354);
    EXPECT_EQ(count_interval({1'354, 1'354}, 0, true).high, 1'354);
    EXPECT_LT(count_interval({2, 2}, 0, true).low, 2);
    EXPECT_GE(count_interval({2, 2}, 0, true).low, 0);
}

TEST(MonteCarloError, IsTheStandardDeviationOverTheRootOfTheReplicates)
{
    EXPECT_DOUBLE_EQ(monte_carlo_error({1, 2, 3}, 0), 1 / std::sqrt(3.0));
    EXPECT_DOUBLE_EQ(monte_carlo_error({1, 2, 3}, 20), 1 / std::sqrt(3.0));  // a replicate a member
    EXPECT_DOUBLE_EQ(monte_carlo_error({5, 100, 7, 102}, 2), std::sqrt(2.0 / 4));
    EXPECT_EQ(monte_carlo_error({4, 4, 4}, 0), 0);
    EXPECT_TRUE(std::isnan(monte_carlo_error({4}, 0)));
}

TEST(MonteCarloError, NarrowsWithTheRootOfTheReplicatesAndLeavesTheIntervalAlone)
{
    constexpr std::uint32_t members = 20;
    auto const few = interval_of(values_of_members(200, members, 30), members);
    auto const many = interval_of(values_of_members(3'200, members, 30), members);

    EXPECT_NEAR(few.monte_carlo_error / many.monte_carlo_error, 4, 0.4);
    EXPECT_NEAR((many.high - many.low) / (few.high - few.low), 1, 0.1);
    EXPECT_GT(many.high - many.low, 50 * many.monte_carlo_error);
}

TEST(Interval, OfDifferencesThatAreAllNothingIsExactlyNothing)
{
    auto const interval = interval_of(std::vector<double>(50, 0.0), 20);

    EXPECT_EQ(interval.estimate, 0);
    EXPECT_EQ(interval.low, 0);
    EXPECT_EQ(interval.high, 0);
    EXPECT_EQ(interval.monte_carlo_error, 0);
}

}  // namespace minimasim::outcomes
