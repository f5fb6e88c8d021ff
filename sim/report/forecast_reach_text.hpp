#pragma once

#include <string>

#include "sim/forecast/results.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// The goals for reach, a line per scheme, and poverty by year under current policy, for a terminal; "" where
// the forecast ends before the policy year.
std::string reach_goals_text(forecast::Forecast const& forecast, Language language);
std::string poverty_text(forecast::Forecast const& forecast, Language language);

}  // namespace minimasim::report
