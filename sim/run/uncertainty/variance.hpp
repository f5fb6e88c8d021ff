#pragma once

#include <string>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/run/members/ensemble.hpp"
#include "sim/run/simulate.hpp"

namespace minimasim::run {

// The sources of the shares of variance: those of the population, then behaviour, terms, and who happens to
// have a need and to claim. Held ones and those of a given population are left out.
std::vector<std::string> variance_sources(RunOptions const& options);

// Shares of the variance of the headline outcomes by source, from `options.variance_rows` rows. Builds a
// population for every row and source of the population; the numbers do not depend on threads.
std::vector<outcomes::VarianceRow> variance_shares(Setting const& setting, Workspace const& workspace,
                                                   Ensemble const& ensemble, RunOptions const& options);

}  // namespace minimasim::run
