#pragma once

#include <string>
#include <vector>

#include "sim/forecast/results.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// What a forecast says, for a terminal: where debts go, the goals and their chance, what it would take, the
// published figures beside the model, what rests on assumption alone, and what is not forecast.
std::string forecast_text(forecast::Forecast const& forecast, Language language);

// Processes and accounts that this forecast leaves out.
std::vector<std::string> not_forecast(Language language);

}  // namespace minimasim::report
