#pragma once

#include <string>

#include "sim/report/forecast_document.hpp"
#include "sim/report/language.hpp"
#include "sim/report/workbook/sheet.hpp"

namespace minimasim::report {

// The workbook of a forecast: answer and goals, years by package, neighbourhoods, the monitor that the
// municipality fills in, assumptions with their source, and what is left out. Shares are in per cent.
Workbook forecast_workbook(ForecastDocument const& document, Language language);

// The bytes of forecast.xlsx and forecast.ods: the same for the same forecast.
std::string forecast_xlsx(ForecastDocument const& document, Language language);
std::string forecast_ods(ForecastDocument const& document, Language language);

}  // namespace minimasim::report
