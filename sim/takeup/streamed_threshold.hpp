#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/takeup/threshold.hpp"

// Thresholds of more candidates than memory should hold. Candidates are visited a few times in any order and
// counted in bins of propensity, until the bins around the threshold hold few enough to be sorted. The result
// is that of the sort of all, to the last bit: bins above the threshold count as a whole, whatever their
// order.
namespace minimasim::takeup {

// Shows every candidate to `see`; the same ones at every call.
using VisitCandidates = std::function<void(std::function<void(Candidate const&)> const& see)>;

// The users or cents of a candidate; never below zero.
using WeightOf = std::int64_t (*)(Candidate const&);

// Candidates sorted in memory at most, unless so many share one propensity.
inline constexpr std::size_t most_sorted_candidates = std::size_t{1} << 20;

// The candidates around the place where the weights, summed from the most inclined on, first exceed `target`.
struct Crossing {
    std::vector<Candidate> around;  // of these, in any order, some are before the place, some after it
    std::int64_t before = 0;        // weight of the candidates more inclined than all of `around`
    std::int64_t total = 0;         // weight of all
};

// `around` holds the candidate that exceeds the target, one before it and, where there is one, a next one
// with a weight; nobody when the total does not exceed the target.
Crossing find_crossing(VisitCandidates const& visit, WeightOf weight, std::int64_t target,
                       std::size_t most_sorted = most_sorted_candidates);

// The same as threshold_for.
Threshold streamed_threshold_for(VisitCandidates const& visit, std::int64_t target,
                                 std::size_t most_sorted = most_sorted_candidates);

}  // namespace minimasim::takeup
