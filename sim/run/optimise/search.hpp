#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "sim/run/optimise/levers.hpp"

namespace minimasim::run {

// What a package costs above current policy and what it does for the target, added up over the replicates of
// the search: whole cents a year, and whole units of the target.
struct Worth {
    std::int64_t cost = 0;
    std::int64_t effect = 0;

    friend bool operator==(Worth const&, Worth const&) = default;
};

// The worth of many packages; the same for a package whatever it is asked together with.
using Appraise = std::function<std::vector<Worth>(std::vector<Positions> const&)>;

struct SearchOptions {
    std::int64_t first_slice = 0;        // cost up to which the first slice goes
    std::size_t built_upon_at_once = 2;  // packages of a slice
    std::size_t built_upon = 4;          // most packages of a slice
    std::function<void(std::int64_t cost)> begin_slice = [](std::int64_t) {};  // told the end of each slice
};

// A package worth a closer look.
struct Finalist {
    Positions positions;
    Worth worth;
};

struct SearchOutcome {
    std::vector<Finalist> finalists;  // from cheap to costly, each with more effect than any before
    std::vector<bool> is_useful;      // per lever: does something for the target by itself
    std::size_t appraised = 0;        // packages
    std::int64_t cheapest = -1;       // cost of the cheapest package with an effect; -1: none has any
    bool is_exhausted = false;        // nothing left to build upon: more money would not be spent
};

// Looks for packages that do most for what they cost, from current policy up to a cost.
//
// First every lever is turned alone. Then packages are built up in slices of cost, from cheap to costly: of
// all packages known in a slice those with most effect are built upon, each lever by one, four, sixteen,
// ... positions and to its end. Slices have fixed edges, so that the search to a higher cost begins with all
// that the search to a lower cost does: a larger budget never does worse.
SearchOutcome search_packages(std::vector<std::size_t> const& count_positions, std::int64_t highest_cost,
                              Appraise const& appraise, SearchOptions const& options);

}  // namespace minimasim::run
