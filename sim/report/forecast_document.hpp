#pragma once

#include <string>
#include <vector>

#include "sim/forecast/indicators.hpp"
#include "sim/forecast/names.hpp"
#include "sim/forecast/results.hpp"

namespace minimasim::report {

// What page, workbook and monitor of a forecast are made of.
struct ForecastDocument {
    forecast::Forecast forecast;
    std::vector<forecast::Name> names;
    std::vector<forecast::IndicatorText> indicators;
    std::string program_version;
};

}  // namespace minimasim::report
