#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/forecast/terms.hpp"

namespace minimasim::forecast {

// What an indicator of the forecast is, for people and for a monitor. Dutch, and English where `_en`.
struct IndicatorText {
    std::string key;
    std::string name;
    std::string name_en;
    std::string definition;
    std::string definition_en;
    std::string measured_by;  // who counts it, so that it can be followed
    std::string measured_by_en;
    std::string baseline_figure;        // key of the published figure it starts from; "" where none is
    double baseline_factor = 1;         // published figure times this is a year of the indicator
    std::vector<std::string> rests_on;  // terms "process.term" that settle its level
};

// How well a number is founded: by evidence, by weak evidence, or by an assumption alone.
enum class Grade { founded, weak, assumed };

// Reads data/assumptions/forecast_indicators.csv: every indicator once, in both languages, resting on terms
// that there are. Throws InputError with all problems together.
std::vector<IndicatorText> read_indicators(std::filesystem::path const& file,
                                           std::vector<Assumption> const& assumptions);

IndicatorText const* find_indicator(std::vector<IndicatorText> const& indicators, std::string_view key);

// The grade of the weakest term among these that is uncertain: a number is as well founded as that one. Terms
// are "process.term", or "process" for all of a process.
Grade weakest_grade(std::vector<std::string> const& terms, std::vector<Assumption> const& assumptions);

}  // namespace minimasim::forecast
