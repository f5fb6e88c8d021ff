#pragma once

#include <string>

#include "sim/outcomes/results.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// Extra cost of every package in euro a year as an SVG drawing of 900 wide: a dot for the estimate, a line
// for the 90 % interval, a hollow diamond for the published cost. Readable in black and white and by a screen
// reader.
std::string cost_picture(outcomes::Results const& results, Language language);

}  // namespace minimasim::report
