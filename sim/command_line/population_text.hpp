#pragma once

#include <vector>

#include "sim/population/panel.hpp"
#include "sim/population/profile_report.hpp"

namespace minimasim::commands {

// Prints the plausibility panel, a row a figure; rows out of tolerance are marked.
void print_panel(std::vector<population::PanelRow> const& rows);

// Prints the resident profiles: shares by the descriptions and with the published order, overlap, coverage.
void print_profiles(population::ProfileReport const& report);

}  // namespace minimasim::commands
