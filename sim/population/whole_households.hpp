#pragma once

#include <cstdint>
#include <vector>

#include "sim/population/fit.hpp"

namespace minimasim::population {

// Archetypes of the whole households of each neighbourhood, in catalogue order.
struct WholeHouseholds {
    std::vector<std::vector<std::uint32_t>> archetypes;
    std::int64_t repairs = 0;
};

// Systematic rounding of the fitted weights along the hierarchy of the catalogue, one random start a
// neighbourhood; then one household at a time is replaced by another archetype of the same neighbourhood
// until HARD margins are exact and FIRM and SOFT ones inside their intervals.
WholeHouseholds draw_whole_households(FittedWeights const& fitted, FeatureRows const& rows,
                                      MarginGoals const& goals, std::uint64_t seed, std::uint32_t member);

}  // namespace minimasim::population
