#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/run/members/ensemble.hpp"

namespace minimasim::run {

// Statistics of one population that stand beside published figures, by the key of data/figures.csv; counts
// and shares at the base date, incomes under the law of the calibration date.
std::map<std::string, double> population_measures(population::Population const& population,
                                                  DatedPolicy const& calibration_policy);

}  // namespace minimasim::run
