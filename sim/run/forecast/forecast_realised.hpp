#pragma once

#include <vector>

#include "sim/forecast/realised.hpp"
#include "sim/run/forecast/forecast.hpp"

namespace minimasim::run {

// Where the running year ends for every scheme of the file of realised figures; empty without a file. Throws
// InputError, all problems of the file together.
std::vector<forecast::YearEnd> year_ends(Workspace const& workspace, ForecastOptions const& options,
                                         std::vector<forecast::Assumption> const& assumptions);

}  // namespace minimasim::run
