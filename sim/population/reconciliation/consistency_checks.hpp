#pragma once

#include <vector>

#include "sim/base/error.hpp"
#include "sim/population/evidence/evidence.hpp"

namespace minimasim::population {

// Adds a problem for every pair of published tables that cannot both be true: persons by position against
// ages, household types and sizes, residents against persons in households, ages of one year against those of
// the next, neighbourhoods against the municipality. The identities hold without exception in the tables of
// the 355 municipalities of 2020 (data/national/municipalities_*).
void check_consistency(Evidence const& evidence, std::vector<Problem>& problems);

}  // namespace minimasim::population
