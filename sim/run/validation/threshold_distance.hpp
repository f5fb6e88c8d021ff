#pragma once

#include <vector>

#include "sim/population/population.hpp"
#include "sim/population/threshold_distance.hpp"
#include "sim/run/law_and_policy/policy.hpp"

namespace minimasim::run {

// Households of a population within two per cent of each legal limit: 100 to 150 % of the assistance norm,
// the wealth limits of assistance and of the health care allowance, and for tenants the limits of rent.
// Amounts are those of the base date under the law of `policy`, everything claimed but assistance.
std::vector<population::ThresholdRow> threshold_distances(population::Population const& population,
                                                          DatedPolicy const& policy);

}  // namespace minimasim::run
