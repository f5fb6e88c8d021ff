#pragma once

#include <vector>

#include "sim/population/reconciliation/reconciliation.hpp"

namespace minimasim::population {

// The nearest point of nearest_point for problems too large for it, statement by statement: each is met in
// turn along its own normal, and what it moved is remembered and given back when the others no longer need it
// (Hildreth; intervals after Herman and Lent, Mathematical Programming 15, 1978). Memory and time a sweep
// grow with the terms. Returns the movements of the unknowns in standard deviations; empty when the
// statements did not come within `tolerance` of each other in `most_sweeps`, then `worst` is the statement
// furthest off.
struct RowProjections {
    double tolerance = 1e-6;  // in the unit of a statement
    int most_sweeps = 20'000;
    std::size_t worst = 0;

    std::vector<double> movements(MarginProblem const& problem);
};

}  // namespace minimasim::population
