#pragma once

#include <string>
#include <string_view>

#include "sim/report/language.hpp"

namespace minimasim::report {

// The parts in which the steps of a household are told.
enum class StepPart { income_and_tax, assistance, allowances, schemes, spending_and_poverty };

// What people call a part: "Toeslagen en kinderbijslag".
char const* part_label(StepPart part, Language language);

// The part in which a step is told.
StepPart part_of(std::string_view step);

// What people call a step or a value of an answer: "Huurtoeslag", "Kindpakket". A name without a label is
// shown as it is, with spaces.
std::string step_label(std::string_view step, Language language);

// The same at the beginning of a line.
std::string with_capital(std::string text);

}  // namespace minimasim::report
