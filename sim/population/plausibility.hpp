#pragma once

#include <string>
#include <vector>

#include "sim/population/population.hpp"

namespace minimasim::population {

// Every household that cannot exist (no adult, a parent younger than the child, a student of 45, a negative
// rent, columns of unequal length ...), one line each: "household 17: ...". Written apart from the builder
// and sharing none of its code, so that it can contradict it. Empty when all is well.
std::vector<std::string> impossible_households(Population const& population);

}  // namespace minimasim::population
