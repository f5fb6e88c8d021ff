#pragma once

#include <functional>
#include <vector>

#include "sim/forecast/results.hpp"
#include "sim/run/forecast/forecast.hpp"

namespace minimasim::run {

// The search looks for a mean, not for its tails.
inline constexpr std::size_t most_replicates_of_search = 40;

// Runs packages in the first so many replicates.
using RunPackages = std::function<std::vector<forecast::Replicate>(std::vector<forecast::Package> const&,
                                                                   std::size_t replicates)>;

// The fewest completed trajectories a year, with places for them from a month on, with which the mean share
// of households with problem debts is down to its goal in the last year. Every household with problem debts
// is taken to ask for one: the answer is a lower bound.
forecast::Needed search_trajectories(std::vector<forecast::Goal> const& goals, ForecastOptions const& options,
                                     int from_month, RunPackages const& run);

}  // namespace minimasim::run
