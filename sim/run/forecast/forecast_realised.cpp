#include "sim/run/forecast/forecast_realised.hpp"

#include <algorithm>

#include "sim/input/csv.hpp"

namespace minimasim::run {

namespace {

// Every scheme and measure, with the budget that was published for it.
std::vector<forecast::Budgeted> budgeted(Workspace const& workspace)
{
    std::vector<forecast::Budgeted> known;
    for (auto const& scheme : rules::schemes) {
        known.push_back({scheme.key, 0, 0});
    }
    for (auto const& measure : workspace.municipality.measures) {
        known.push_back({measure.key, 0, 0});
    }
    if (workspace.municipality.figures.empty()) {
        return known;
    }
    auto const csv = input::Csv::read(workspace.folders.data / workspace.municipality.figures);
    for (auto const& row : csv.rows()) {
        for (auto& one : known) {
            auto const& key = csv.cell(row, "key");
            if (key == "budget." + one.scheme || key == "budget_new." + one.scheme) {
                one.budget = csv.number(row, "value");
                one.budget_year = static_cast<int>(csv.number(row, "year"));
            }
        }
    }
    return known;
}

}  // namespace

std::vector<forecast::YearEnd> year_ends(Workspace const& workspace, ForecastOptions const& options,
                                         std::vector<forecast::Assumption> const& assumptions)
{
    std::vector<forecast::YearEnd> ends;
    if (options.realised.empty()) {
        return ends;
    }
    for (auto const& row : forecast::read_realised(options.realised, budgeted(workspace), options.today)) {
        ends.push_back(forecast::year_end(row, assumptions, options.run.seed));
    }
    return ends;
}

}  // namespace minimasim::run
