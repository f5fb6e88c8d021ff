#pragma once

#include "sim/population/fit/fit.hpp"
#include "sim/population/fit/goals.hpp"
#include "sim/population/synthesis.hpp"

namespace minimasim::population {

// Household i of a stored population as an archetype, to be counted.
Archetype archetype_of(Population const& population, std::size_t household);

// Rows with what the fractional fit and the whole households give; a certificate for each HARD or FIRM cell
// missed.
void fill_report(MarginGoals const& goals, FitProblem const& problem, FittedWeights const& fitted,
                 Population const& population, FitReport& report);

// The same where only whole households are known.
void fill_report_from_population(MarginGoals const& goals, Population const& population, FitReport& report);

}  // namespace minimasim::population
