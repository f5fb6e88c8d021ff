#pragma once

#include <cstdint>
#include <vector>

#include "sim/population/population.hpp"
#include "sim/run/validation/validation_section.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::run {

// What one population says against what was published, without any simulation: whether the margins are those
// that were frozen, internal fit, impossible households, plausibility panel, distances to legal limits,
// resident profiles, and where every field comes from. seed: the one its member was drawn with.
std::vector<ValidationSection> population_sections(Workspace const& workspace,
                                                   population::Population const& population,
                                                   DatedPolicy const& calibration_policy, std::uint64_t seed);

// The same with the worst cells over all of them.
std::vector<ValidationSection> validate_population(Workspace const& workspace,
                                                   population::Population const& population,
                                                   DatedPolicy const& calibration_policy, std::uint64_t seed);

// Only: are the published values those that were frozen?
ValidationSection frozen_section(Workspace const& workspace);

// Only: HARD, FIRM and SOFT cells.
ValidationSection fit_section(Workspace const& workspace, population::Population const& population,
                              std::uint64_t seed);

}  // namespace minimasim::run
