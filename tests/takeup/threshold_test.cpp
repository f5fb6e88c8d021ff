#include "sim/takeup/threshold.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "sim/base/draw.hpp"

namespace minimasim::takeup {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<Candidate> candidates(std::size_t count)
{
    std::vector<Candidate> all;
    for (std::uint32_t i = 0; i < count; ++i) {
        all.push_back({normal_quantile(uniform(1, Stream::take_up, 0, i, 0, 0)), 1});
    }
    return all;
}

// Users who claim under a threshold, as the engine decides it.
std::int64_t claiming(std::vector<Candidate> const& entitled, Threshold const& threshold)
{
    std::int64_t users = 0;
    for (auto const& candidate : entitled) {
        users += candidate.propensity >= threshold.propensity ? candidate.users : 0;
    }
    return users;
}

}  // namespace

TEST(Threshold, ReachesExactlyThePublishedUsers)
{
    auto const entitled = candidates(3'000);
    for (std::int64_t const target : {0, 1, 2, 1'354, 2'999, 3'000}) {
        auto const threshold = threshold_for(entitled, target);

        EXPECT_EQ(claiming(entitled, threshold), target);
        EXPECT_EQ(threshold.reached, target);
        EXPECT_EQ(threshold.target, target);
        EXPECT_EQ(threshold.entitled, 3'000);
        EXPECT_FALSE(threshold.is_conflict());
    }
}

TEST(Threshold, LetsTheMostInclinedClaimFirst)
{
    std::vector<Candidate> const entitled{{-1.0, 1}, {2.0, 1}, {0.5, 1}, {1.0, 1}};

    auto const threshold = threshold_for(entitled, 2);

    EXPECT_EQ(threshold.propensity, 1.0);
}

TEST(Threshold, LetsEverybodyClaimAndReportsTheConflictWhenThereAreTooFew)
{
    auto const entitled = candidates(900);

    auto const threshold = threshold_for(entitled, 1'000);

    EXPECT_TRUE(threshold.is_conflict());
    EXPECT_EQ(threshold.propensity, -infinity);
    EXPECT_EQ(threshold.reached, 900);
    EXPECT_EQ(threshold.entitled, 900);
    EXPECT_EQ(threshold.target, 1'000);
}

TEST(Threshold, IsAConflictWhenNobodyIsEntitledAndUsersWerePublished)
{
    auto const threshold = threshold_for({}, 5);

    EXPECT_TRUE(threshold.is_conflict());
    EXPECT_EQ(threshold.reached, 0);
}

TEST(Threshold, LetsNobodyClaimForATargetOfZero)
{
    auto const entitled = candidates(10);

    EXPECT_EQ(claiming(entitled, threshold_for(entitled, 0)), 0);
}

TEST(Threshold, ComesNearestToTheTargetWhereHouseholdsCountForSeveral)
{
    std::vector<Candidate> const entitled{{4, 3}, {3, 3}, {2, 3}, {1, 3}};

    EXPECT_EQ(threshold_for(entitled, 4).reached, 3);
    EXPECT_EQ(threshold_for(entitled, 5).reached, 6);
    EXPECT_EQ(claiming(entitled, threshold_for(entitled, 5)), 6);
    EXPECT_EQ(threshold_for(entitled, 9).reached, 9);
}

TEST(Threshold, CountsBothOfATieAsReached)
{
    std::vector<Candidate> const entitled{{1.0, 1}, {1.0, 1}, {0.0, 1}};

    auto const threshold = threshold_for(entitled, 1);

    EXPECT_EQ(threshold.reached, claiming(entitled, threshold));
}

TEST(Threshold, DoesNotDependOnTheOrderOfTheEntitled)
{
    auto entitled = candidates(500);
    auto const forward = threshold_for(entitled, 123);
    std::reverse(entitled.begin(), entitled.end());

    auto const backward = threshold_for(entitled, 123);

    EXPECT_EQ(forward.propensity, backward.propensity);
    EXPECT_EQ(forward.reached, backward.reached);
}

TEST(ThresholdForAShare, ReachesTheShareOfTheUsers)
{
    auto const entitled = candidates(1'000);

    EXPECT_EQ(claiming(entitled, threshold_for_share(entitled, 0)), 0);
    EXPECT_EQ(claiming(entitled, threshold_for_share(entitled, 0.251)), 251);
    EXPECT_EQ(claiming(entitled, threshold_for_share(entitled, 1)), 1'000);
}

TEST(ThresholdForAShare, OfEverybodyLetsThoseClaimWhoBecomeEntitledLater)
{
    EXPECT_EQ(threshold_for_share(candidates(10), 1).propensity, -infinity);
}

}  // namespace minimasim::takeup
