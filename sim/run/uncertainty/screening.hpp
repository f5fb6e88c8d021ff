#pragma once

#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/run/simulate.hpp"

namespace minimasim::run {

// The headline outcomes with one uncertain input at either end and all others central, on one member with one
// set of draws; the widest first. Inputs that do nothing to an outcome are left out.
std::vector<outcomes::TornadoRow> tornado(Setting const& setting, Member const& member,
                                          RunOptions const& options);

// Elementary effects of the same inputs over random walks through all of them.
std::vector<outcomes::ScreeningRow> screening(Setting const& setting, Member const& member,
                                              RunOptions const& options);

}  // namespace minimasim::run
