#pragma once

#include <string>
#include <vector>

#include "sim/report/forecast_document.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// What a forecast says, for a terminal: where debts go, the goals and their chance, what it would take, the
// published figures beside the model, what rests on assumption alone, and what is not forecast.
std::string forecast_text(ForecastDocument const& document, Language language);

// What would reach the goal for problem debts by trajectories alone, in a few sentences.
std::string what_it_takes(forecast::Forecast const& forecast, Language language);

// What people call a published figure (its key where it has no name) and the role it played.
std::string check_name(std::string const& key, Language language);
std::string role_name(std::string const& role, Language language);

// Processes and accounts that this forecast leaves out.
std::vector<std::string> not_forecast(Language language);

}  // namespace minimasim::report
