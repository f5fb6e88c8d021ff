#pragma once

#include <string>
#include <vector>

#include "sim/population/profiles/profile_shares.hpp"

namespace minimasim::population {

// One inequality of the audit report: what it says and what came out.
struct ProfileBoundRow {
    std::string name;
    double at_least = 0;  // of the difference it speaks about
    double share = 0;     // that difference as solved
    bool binds = false;   // the memberships alone do not meet it
};

// What the descriptions of the profiles imply, how the published order moved it, and how sharp they are.
struct ProfileReport {
    PerProfile implied{};     // shares of adults by the descriptions alone
    PerProfile solved{};      // shares nearest to these that respect the published order
    PerProfile drawn{};       // shares of the drawn population
    double overlap_bits = 0;  // mean entropy of the memberships of an adult; 0 when everybody fits one only
    double coverage = 0;      // adults whose likeliest class has more than half
    bool is_feasible = true;  // the published order can be had
    std::vector<ProfileBoundRow> bounds;
};

}  // namespace minimasim::population
