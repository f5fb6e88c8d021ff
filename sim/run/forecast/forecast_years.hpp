#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "sim/run/workspace.hpp"

namespace minimasim::run {

// The years of a forecast, where somebody asked for them.
struct ForecastYears {
    std::optional<int> until;
    std::optional<int> budget_from;
};

// What scenarios ask for with `until` and `budget_from` under [forecast]; all packages of a forecast have the
// same years. Throws InputError: two scenarios that differ, a year that cannot be forecast.
ForecastYears forecast_years_of(std::vector<std::filesystem::path> const& scenarios, Folders const& folders);

}  // namespace minimasim::run
