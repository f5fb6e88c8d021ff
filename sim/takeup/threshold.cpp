#include "sim/takeup/threshold.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::takeup {

namespace {

constexpr std::ptrdiff_t few = 32;  // candidates that are sorted rather than halved again

// Lets sorted candidates claim while that brings the users nearer to the target.
template <class Iterator>
void claim_up_to_target(Iterator first, Iterator last, Threshold& threshold)
{
    for (auto candidate = first; candidate != last; ++candidate) {
        std::int64_t const with = threshold.reached + candidate->users;
        if (std::llabs(with - threshold.target) > std::llabs(threshold.reached - threshold.target)) {
            break;
        }
        threshold.reached = with;
        threshold.propensity = candidate->propensity;
    }
}

}  // namespace

bool is_more_inclined(Candidate const& a, Candidate const& b)
{
    return a.propensity != b.propensity ? a.propensity > b.propensity : a.users > b.users;
}

double threshold_of_sorted(std::vector<Candidate> const& entitled, std::int64_t users, std::int64_t target)
{
    if (target >= users) {
        return -std::numeric_limits<double>::infinity();
    }
    Threshold threshold{std::numeric_limits<double>::infinity(), target, 0, users};
    claim_up_to_target(entitled.begin(), entitled.end(), threshold);
    return threshold.propensity;
}

// The threshold lies where the users, counted from the most inclined, cross the target. Halving finds that
// place without sorting those before and after it.
Threshold threshold_for(std::vector<Candidate> entitled, std::int64_t target)
{
    Threshold threshold;
    threshold.target = target;
    threshold.propensity = std::numeric_limits<double>::infinity();
    bool has_users_each = true;
    for (auto const& candidate : entitled) {
        threshold.entitled += candidate.users;
        has_users_each = has_users_each && candidate.users > 0;
    }
    if (target >= threshold.entitled) {
        threshold.propensity = -std::numeric_limits<double>::infinity();
        threshold.reached = threshold.entitled;
        return threshold;
    }
    auto first = entitled.begin();  // who stands before this claims
    auto last = entitled.end();     // who stands here or after it does not
    while (has_users_each && last - first > few) {
        auto const middle = first + (last - first) / 2;
        std::nth_element(first, middle, last, is_more_inclined);
        std::int64_t users = 0;
        double least = std::numeric_limits<double>::infinity();
        for (auto candidate = first; candidate != middle; ++candidate) {
            users += candidate->users;
            least = std::min(least, candidate->propensity);
        }
        if (threshold.reached + users >= target) {
            last = middle;
        } else {
            threshold.reached += users;
            threshold.propensity = least;
            first = middle;
        }
    }
    std::sort(first, last, is_more_inclined);
    claim_up_to_target(first, last, threshold);
    threshold.reached = 0;  // of a tie at the threshold all claim
    for (auto const& candidate : entitled) {
        threshold.reached += candidate.propensity >= threshold.propensity ? candidate.users : 0;
    }
    return threshold;
}

Threshold threshold_for_share(std::vector<Candidate> entitled, double share)
{
    std::int64_t users = 0;
    for (auto const& candidate : entitled) {
        users += candidate.users;
    }
    return threshold_for(std::move(entitled), std::llround(share * static_cast<double>(users)));
}

}  // namespace minimasim::takeup
