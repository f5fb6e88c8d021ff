#pragma once

#include "sim/command_line/commands.hpp"

namespace minimasim::commands {

// The budget curve of a household: `household NAME --sweep KEY=FROM:TO:STEP`. Writes a CSV file and a
// picture, prints where they are and what falls away at which amount. Returns the exit code; wrong input is
// thrown.
int draw_budget_curve(Household const& command);

}  // namespace minimasim::commands
