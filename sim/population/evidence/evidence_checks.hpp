#pragma once

#include <vector>

#include "sim/base/error.hpp"
#include "sim/population/evidence/evidence.hpp"

namespace minimasim::population {

// Adds a problem for every cell that is unknown, negative, missing or contradicts another.
void check_evidence(Evidence const& evidence, std::vector<Problem>& problems);

}  // namespace minimasim::population
