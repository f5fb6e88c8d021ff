#pragma once

#include "sim/population/archetype.hpp"
#include "sim/population/fit_problem.hpp"
#include "sim/population/goals.hpp"
#include "sim/population/uncertainty_sources.hpp"

namespace minimasim::population {

// The fit of a municipality's margins on a catalogue of households: what is known of the nation, of the
// municipality and of its neighbourhoods, and how far what no table shows may differ from the prior.
FitProblem margin_problem(Evidence const& evidence, AssumedValues const& assumed, Catalogue const& catalogue,
                          MarginGoals const& goals, EnsembleMember const& member);

}  // namespace minimasim::population
