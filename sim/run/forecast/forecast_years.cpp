#include "sim/run/forecast/forecast_years.hpp"

#include "sim/base/error.hpp"
#include "sim/input/scenario.hpp"
#include "sim/run/forecast/forecast.hpp"

namespace minimasim::run {

namespace {

using Asked = std::optional<input::YearOfForecast>;

void take(Asked const& own, std::string const& key, Asked& all, std::vector<Problem>& problems)
{
    if (!own) {
        return;
    }
    auto const complain = [&](std::string const& what) {
        problems.push_back({own->place.file, own->place.line,
                            "forecast." + key + " is " + std::to_string(own->year) + "; " + what});
    };
    if (own->year < forecast::first_year || own->year > last_forecast_year) {
        complain("a forecast holds years from " + std::to_string(forecast::first_year) + " to " +
                 std::to_string(last_forecast_year));
    } else if (all && all->year != own->year) {
        complain(all->place.file + " has " + std::to_string(all->year) +
                 ", and the packages of a forecast are laid beside each other in the same years");
    } else {
        all = own;
    }
}

}  // namespace

ForecastYears forecast_years_of(std::vector<std::filesystem::path> const& scenarios, Folders const& folders)
{
    Asked until;
    Asked budget_from;
    std::vector<Problem> problems;
    for (auto const& file : scenarios) {
        auto const scenario = input::read_scenario(file, folders.scenarios);
        take(scenario.forecast_until, "until", until, problems);
        take(scenario.budget_from, "budget_from", budget_from, problems);
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    ForecastYears years;
    if (until) {
        years.until = until->year;
    }
    if (budget_from) {
        years.budget_from = budget_from->year;
    }
    return years;
}

}  // namespace minimasim::run
