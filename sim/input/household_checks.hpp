#pragma once

#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/household_record.hpp"

namespace minimasim::input {

// Adds what cannot be true of a household although each value is in order by itself. A key that `lines` does
// not name was omitted or refused before and is not blamed again.
void check_household(HouseholdRecord const& household, HouseholdLimits const& limits,
                     std::vector<Problem>& problems);

}  // namespace minimasim::input
