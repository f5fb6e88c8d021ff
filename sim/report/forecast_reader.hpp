#pragma once

#include <filesystem>

#include "sim/report/forecast_document.hpp"

namespace minimasim::report {

// What a section of another page needs of a forecast, from forecast.json: provenance, packages, goals, years,
// indicators, assumptions and the published figures it starts from; the rest is empty. Throws InputError when
// the file cannot be read or is no forecast of this version.
ForecastDocument read_forecast(std::filesystem::path const& file);

}  // namespace minimasim::report
