#pragma once

#include <cstdint>
#include <vector>

#include "sim/population/fit/fit.hpp"

namespace minimasim::population {

struct WholeOptions {
    std::uint64_t seed = 1;
    std::uint32_t member = 0;
    int threads = 1;
};

// Archetypes of the whole households of each place, in catalogue order.
struct WholeHouseholds {
    std::vector<std::vector<std::uint32_t>> archetypes;
    std::int64_t repairs = 0;    // households replaced to make margins exact
    std::int64_t exchanges = 0;  // attributes exchanged between two households of a place
    double binding_misfit = 0;   // what is left of HARD and FIRM margins, weighted; 0 = all are met
};

// Systematic rounding of the fitted weights along the hierarchy of the catalogue, one random start a place;
// then one household at a time is replaced by another archetype of the same place until HARD margins are
// exact and FIRM and SOFT ones inside their intervals: first every place against its own margins, then all
// against those of the municipality; last, where archetypes are told by their attributes, attributes are
// exchanged inside a place towards the municipality's tables. The same bytes for any number of threads.
WholeHouseholds draw_whole_households(FitProblem const& problem, FittedWeights const& fitted,
                                      WholeOptions const& options);

}  // namespace minimasim::population
