#include "sim/takeup/threshold.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::takeup {

Threshold threshold_for(std::vector<Candidate> entitled, std::int64_t target)
{
    std::sort(entitled.begin(), entitled.end(), [](Candidate const& a, Candidate const& b) {
        return a.propensity != b.propensity ? a.propensity > b.propensity : a.users > b.users;
    });
    Threshold threshold;
    threshold.target = target;
    threshold.propensity = std::numeric_limits<double>::infinity();
    for (auto const& candidate : entitled) {
        threshold.entitled += candidate.users;
    }
    for (auto const& candidate : entitled) {
        std::int64_t const with = threshold.reached + candidate.users;
        if (std::llabs(with - target) > std::llabs(threshold.reached - target)) {
            break;
        }
        threshold.reached = with;
        threshold.propensity = candidate.propensity;
    }
    if (target >= threshold.entitled) {
        threshold.propensity = -std::numeric_limits<double>::infinity();
    }
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
