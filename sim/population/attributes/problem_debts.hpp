#pragma once

#include <vector>

#include "sim/population/evidence/assumptions.hpp"
#include "sim/population/evidence/evidence.hpp"

namespace minimasim::population {

// Says who has registered problem debts: in each neighbourhood the published share of the households, those
// with the highest score. A score adds to that of the copula (`debt_score` of each household, which looks at
// income and savings) the part of age and children.
void choose_problem_debts(Evidence const& evidence, AssumedValues const& assumed,
                          std::vector<double> const& debt_score, Population& population);

}  // namespace minimasim::population
