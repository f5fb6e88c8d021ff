#pragma once

#include "sim/population/bounds/policy_bounds.hpp"

namespace minimasim::commands {

// Prints the support test and the bounds of all policy groups, with the fit and the drawn households beside
// them. Throws ModelError when published margins contradict each other.
void print_bounds(population::PolicyBounds const& bounds, population::Population const& drawn);

}  // namespace minimasim::commands
