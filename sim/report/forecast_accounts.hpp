#pragma once

#include <string>

#include "sim/forecast/results.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// For a terminal: what debts cost the municipality in the last year, and measures without a process, each
// marked where its effect rests on assumption alone.
std::string debt_accounts_text(forecast::Forecast const& forecast, Language language);

// Where the running year ends; empty where no realised figures were given.
std::string year_ends_text(forecast::Forecast const& forecast, Language language);

}  // namespace minimasim::report
