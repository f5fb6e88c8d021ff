#pragma once

#include "sim/population/attributes/archetype.hpp"
#include "sim/population/reconciliation/reconcile.hpp"
#include "sim/population/whole_households/whole_households.hpp"

namespace minimasim::population {

// Gives every whole household its amounts and stores all of them as a population, neighbourhood by
// neighbourhood. `outside_class` receives how many incomes did not land in the class of the fit.
Population population_of(Evidence const& evidence, AssumedValues const& assumed, Catalogue const& catalogue,
                         WholeHouseholds const& whole, Reconciled const& reconciled,
                         MeasureIncome const& measure, EnsembleMember const& ensemble_member,
                         std::int64_t& outside_class);

}  // namespace minimasim::population
