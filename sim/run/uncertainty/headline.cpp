#include "sim/run/uncertainty/headline.hpp"

#include <algorithm>
#include <iterator>

#include "sim/outcomes/figures.hpp"

namespace minimasim::run {

std::vector<double> headline_values(Setting const& setting, std::vector<outcomes::Tally> tallies)
{
    outcomes::Totals totals;
    totals.by_replicate.push_back(std::move(tallies));
    for (auto const& package : setting.packages) {
        totals.packages.push_back(package.id);
        totals.measure_budgets.push_back(package.policy.measure_budgets);
    }
    for (auto const& measure : setting.municipality.measures) {
        totals.measures.push_back(measure.key);
    }
    auto const table = outcomes::make_replicate_table(totals);
    std::vector<double> values;
    for (std::size_t package = 0; package < table.packages; ++package) {
        for (auto const& outcome : headline_outcomes) {
            auto const place =
                std::distance(table.outcomes.begin(),
                              std::find(table.outcomes.begin(), table.outcomes.end(), outcome.name));
            double const* const of_outcome = &table.values[static_cast<std::size_t>(place) * table.packages];
            values.push_back(of_outcome[package] - (package == 0 ? 0 : of_outcome[0]));
        }
    }
    return values;
}

}  // namespace minimasim::run
