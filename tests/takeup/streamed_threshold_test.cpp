#include "sim/takeup/streamed_threshold.hpp"

#include <gtest/gtest.h>

#include "sim/base/draw.hpp"

namespace minimasim::takeup {
namespace {

VisitCandidates visit(std::vector<Candidate> const& candidates)
{
    return [&](auto const& see) {
        for (auto const& candidate : candidates) {
            see(candidate);
        }
    };
}

// Candidates of zero to three users, with many who share a propensity and some far from the others.
std::vector<Candidate> made_up(std::size_t count, std::uint32_t number)
{
    std::vector<Candidate> candidates(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        auto const u = [&](std::uint32_t draw) { return uniform(5, Stream::take_up, number, i, draw, 0); };
        double const drawn = normal_quantile(u(0));
        bool const is_shared = u(1) < 0.3;
        candidates[i].propensity = is_shared     ? static_cast<double>(static_cast<int>(drawn * 2)) / 2
                                   : u(2) < 0.01 ? 1e9 * drawn
                                                 : drawn;
        candidates[i].users = static_cast<std::int64_t>(u(3) * 4);
        candidates[i].household = i;
        candidates[i].cents_per_year = static_cast<std::int32_t>(1 + 1000 * u(4));
    }
    return candidates;
}

TEST(StreamedThreshold, IsThatOfAllSortedInMemory)
{
    for (std::uint32_t number = 0; number < 8; ++number) {
        auto const candidates = made_up(number < 2 ? number : 500, number);
        std::int64_t users = 0;
        for (auto const& candidate : candidates) {
            users += candidate.users;
        }
        for (std::int64_t target = 0; target <= users + 3; target += number < 2 ? 1 : 83) {
            auto const sorted = threshold_for(candidates, target);
            for (std::size_t const most_sorted : {std::size_t{1}, std::size_t{7}, most_sorted_candidates}) {
                auto const streamed = streamed_threshold_for(visit(candidates), target, most_sorted);

                ASSERT_EQ(streamed.propensity, sorted.propensity) << number << " " << target;
                ASSERT_EQ(streamed.reached, sorted.reached) << number << " " << target;
                ASSERT_EQ(streamed.entitled, sorted.entitled);
                ASSERT_EQ(streamed.target, sorted.target);
            }
        }
    }
}

TEST(StreamedThreshold, SortsFewOfManyCandidates)
{
    std::vector<Candidate> candidates(100'000);
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
        candidates[i].propensity = normal_quantile(uniform(5, Stream::take_up, 0, i, 0, 0));
    }

    auto const crossing = find_crossing(
        visit(candidates), [](Candidate const& candidate) { return candidate.users; }, 30'000, 100);

    EXPECT_GE(crossing.around.size(), 2U);
    EXPECT_LE(crossing.around.size(), 100U);
    EXPECT_EQ(crossing.total, 100'000);
}

TEST(StreamedThreshold, OfSharedPropensitiesTakesAllOrNone)
{
    std::vector<Candidate> const candidates(50, Candidate{0.0, 1, 0, 0});

    auto const streamed = streamed_threshold_for(visit(candidates), 20, 5);

    EXPECT_EQ(streamed.propensity, threshold_for(candidates, 20).propensity);
    EXPECT_EQ(streamed.reached, 50);
}

}  // namespace
}  // namespace minimasim::takeup
