#pragma once

#include <array>

#include "sim/population/population.hpp"

namespace minimasim::population {

// Names of the profiles in files, in the order of Profile.
inline constexpr std::array<char const*, profile_count> profile_keys{
    "orange", "green", "brown", "purple", "red", "yellow", "pink", "blue", "none"};

}  // namespace minimasim::population
