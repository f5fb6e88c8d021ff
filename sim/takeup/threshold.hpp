#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace minimasim::takeup {

// Who claims a scheme: everybody whose propensity is at least `propensity`. Found once, in the baseline, and
// kept for every package, so that packages differ by policy alone.
struct Threshold {
    double propensity = -std::numeric_limits<double>::infinity();
    std::int64_t target = 0;    // published users
    std::int64_t reached = 0;   // users in the model at this threshold
    std::int64_t entitled = 0;  // the model's entitled, in the same unit
    // The published users exceed the model's entitled: everybody claims and nothing else is bent.
    bool is_conflict() const { return target > entitled; }
};

// One entitled household: its propensity, how many users it counts for (children, adults, or 1), who it is
// and what it would get.
struct Candidate {
    double propensity = 0;
    std::int64_t users = 1;
    std::uint32_t household = 0;
    std::int32_t cents_per_year = 0;
};

// The threshold at which the number of users comes nearest to `target`, the most inclined claiming first.
Threshold threshold_for(std::vector<Candidate> entitled, std::int64_t target);

// Whether one candidate claims before another.
bool is_more_inclined(Candidate const& a, Candidate const& b);

// The same threshold, without counts, of candidates in that order who are so many users together.
double threshold_of_sorted(std::vector<Candidate> const& entitled, std::int64_t users, std::int64_t target);

// The threshold at which this share of the entitled users claims.
Threshold threshold_for_share(std::vector<Candidate> entitled, double share);

}  // namespace minimasim::takeup
