#pragma once

#include <string>
#include <vector>

#include "sim/forecast/results.hpp"
#include "sim/report/csv_table.hpp"
#include "sim/report/forecast_document.hpp"

namespace minimasim::report {

// Figures by year, by month and by neighbourhood, goals, published figures and assumptions.
std::vector<CsvTable> forecast_tables(forecast::Forecast const& forecast);

// The same without the months as one JSON document, unrounded and with English keys; ends in a line end.
std::string forecast_json(ForecastDocument const& document);

}  // namespace minimasim::report
