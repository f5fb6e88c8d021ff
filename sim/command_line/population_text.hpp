#pragma once

#include <vector>

#include "sim/population/panel.hpp"
#include "sim/population/profile_report.hpp"
#include "sim/population/threshold_distance.hpp"

namespace minimasim::commands {

// Prints the plausibility panel, a row a figure; rows out of tolerance are marked.
void print_panel(std::vector<population::PanelRow> const& rows);

// Prints the resident profiles: shares by the descriptions and with the published order, overlap, coverage.
void print_profiles(population::ProfileReport const& report);

// Prints how many households stand near each legal limit.
void print_thresholds(std::vector<population::ThresholdRow> const& rows);

}  // namespace minimasim::commands
