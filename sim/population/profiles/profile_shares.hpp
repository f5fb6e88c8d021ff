#pragma once

#include <array>
#include <string>
#include <vector>

#include "sim/population/population.hpp"

namespace minimasim::population {

// One number per profile, `none` last.
using PerProfile = std::array<double, profile_count>;

// Adults who are alike in everything the descriptions look at.
struct AlikeAdults {
    PerProfile membership{};
    double count = 0;
};

// What is said of the shares: sum over profiles of coefficient x share is at least `at_least`.
struct ShareBound {
    std::string name;
    PerProfile coefficient{};
    double at_least = 0;
};

struct NearestShares {
    PerProfile weight{};              // adults take a profile in proportion to weight x membership
    PerProfile implied{};             // shares by the memberships alone
    PerProfile share{};               // shares with the weights
    std::vector<double> multipliers;  // per bound: 0 where it does not bind
    bool is_feasible = true;          // every bound is met
};

// Of all ways to give adults a profile that respect the bounds, the nearest in relative entropy to the one by
// membership alone. A convex problem: its dual has one multiplier per bound and is solved by Newton steps,
// each a quadratic programme under multipliers of at least zero.
NearestShares nearest_shares(std::vector<AlikeAdults> const& adults, std::vector<ShareBound> const& bounds);

}  // namespace minimasim::population
