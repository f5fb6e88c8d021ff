#pragma once

#include "sim/population/attributes/archetype.hpp"
#include "sim/population/evidence/uncertainty_sources.hpp"
#include "sim/population/fit/fit.hpp"
#include "sim/population/fit/goals.hpp"
#include "sim/population/reconciliation/reconcile.hpp"

namespace minimasim::population {

// The fit of a municipality's margins on a catalogue of households: what is known of the nation, of the
// municipality and of its neighbourhoods, and how far what no table shows may differ from the prior.
FitProblem margin_problem(Evidence const& evidence, AssumedValues const& assumed, Catalogue const& catalogue,
                          MarginGoals const& goals, EnsembleMember const& member);

// Everything up to the fit of one member: margins brought to one date, candidate households, the problem.
struct MunicipalProblem {
    AssumedValues assumed;
    Reconciled reconciled;
    MarginGoals goals;
    Catalogue catalogue;
    FitProblem problem;

    // size_factor scales all counts: 0.1 = a tenth of the municipality.
    MunicipalProblem(Evidence const& evidence, EnsembleMember const& member, double size_factor);
};

// How a member is fitted.
FitOptions fit_options(EnsembleMember const& member, int threads);

}  // namespace minimasim::population
