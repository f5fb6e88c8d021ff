#pragma once

#include <vector>

#include "sim/population/fit/features.hpp"
#include "sim/population/reconciliation/reconcile.hpp"
#include "sim/population/synthesis.hpp"

namespace minimasim::population {

// A margin to be met: the feature it counts, its variance in the fit, and its row in the report.
struct MarginGoal {
    Goal goal;
    FitRow row;
};

// All margins of a municipality.
struct MarginGoals {
    std::vector<MarginGoal> municipality;
    std::vector<std::vector<MarginGoal>> neighbourhoods;
};

// Turns evidence and reconciled margins into goals in households and persons. FIRM goals get the variance of
// their rounding interval, SOFT goals that of their assumed error.
MarginGoals margin_goals(Evidence const& evidence, AssumedValues const& assumed, Reconciled const& reconciled,
                         double size_factor);

// National two-way tables (income class by type, source and tenure; sex by position and age, children at
// home, births by age of the mother) as goals on shares of one million
// households, for the prior.
std::vector<Goal> national_goals(Evidence const& evidence, AssumedValues const& assumed);

std::vector<Goal> goals_of(std::vector<MarginGoal> const& margin_goals);

}  // namespace minimasim::population
