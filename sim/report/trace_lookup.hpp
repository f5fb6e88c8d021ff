#pragma once

#include <string_view>

#include "sim/report/household_trace.hpp"

namespace minimasim::report {

// The step with this name, or nullptr.
TracedStep const* find_step(HouseholdTrace const& trace, std::string_view name);

// What a step came to; 0 when there is no such step.
double step_value(HouseholdTrace const& trace, std::string_view name);

// A value of the answer; 0 when there is none with this name.
double answer_value(HouseholdTrace const& trace, std::string_view name);

// What the household has above (below zero: short of) its poverty line, a month: childcare allowance pays a
// cost of the same size and is not counted.
double margin_above_poverty_line(HouseholdTrace const& trace);

}  // namespace minimasim::report
