#pragma once

#include <string>

#include "sim/report/forecast_document.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// The page of a forecast, forecast.html: the answer, goals and their chance, problem debts by package,
// poverty, signals and help, neighbourhoods, what it would take, what drives it, published figures beside the
// model, assumptions, method and provenance. Made and protected as the report of a run is.
std::string forecast_page(ForecastDocument const& document, Language language);

}  // namespace minimasim::report
