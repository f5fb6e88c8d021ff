#pragma once

#include <vector>

#include "sim/population/panel.hpp"

namespace minimasim::commands {

// Prints the plausibility panel, a row a figure; rows out of tolerance are marked.
void print_panel(std::vector<population::PanelRow> const& rows);

}  // namespace minimasim::commands
