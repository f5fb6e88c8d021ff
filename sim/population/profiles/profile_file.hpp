#pragma once

#include <filesystem>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/population/profiles/profile_definition.hpp"

namespace minimasim::population {

// Reads data/profiles/profiles.csv: the eight profiles, returned in the order of enum Profile. Problems are
// added.
std::vector<ProfileDefinition> read_profiles(std::filesystem::path const& file,
                                             std::vector<Problem>& problems);

}  // namespace minimasim::population
