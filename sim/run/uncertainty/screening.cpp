#include "sim/run/uncertainty/screening.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

#include "sim/base/loop.hpp"
#include "sim/outcomes/elementary_effects.hpp"
#include "sim/run/replicate.hpp"
#include "sim/run/uncertainty/headline.hpp"
#include "sim/run/uncertainty/uncertain_inputs.hpp"

namespace minimasim::run {

namespace {

constexpr std::uint32_t walks_of_screening = 10;  // Morris takes 4 to 10

using Values = std::vector<double>;  // of packages and outcomes

// The outcomes at every point, in order.
std::vector<Values> values_at(Setting const& setting, Member const& member, RunOptions const& options,
                              std::vector<UncertainInput> const& inputs,
                              std::vector<std::vector<double>> const& points, char const* step)
{
    std::atomic<std::size_t> finished = 0;
    options.progress(step, 0);
    return run_in_parallel(points.size(), options.threads, [&](std::size_t i) {
        auto const fixed = with_inputs(setting, inputs, points[i]);
        auto values = headline_values(fixed, run_replicate(fixed, member, 0).packages);
        options.progress(step, static_cast<double>(++finished) / static_cast<double>(points.size()));
        return values;
    });
}

}  // namespace

std::vector<outcomes::TornadoRow> tornado(Setting const& setting, Member const& member,
                                          RunOptions const& options)
{
    auto const inputs = uncertain_inputs(setting);
    std::vector<double> const central(inputs.size(), std::numeric_limits<double>::quiet_NaN());
    std::vector<std::vector<double>> points{central};
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        for (double const end : {0.0, 1.0}) {
            points.push_back(central);
            points.back()[i] = end;
        }
    }
    auto const values = values_at(setting, member, options, inputs, points, "tornado");
    std::vector<outcomes::TornadoRow> table;
    for (std::size_t place = 0; place < values.front().size(); ++place) {
        auto const& named = headline_outcomes[place % headline_count];
        std::vector<outcomes::TornadoRow> rows;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            outcomes::TornadoRow const row{setting.packages[place / headline_count].id,
                                           named.name,
                                           named.unit,
                                           inputs[i].name,
                                           inputs[i].low,
                                           inputs[i].high,
                                           values[0][place],
                                           values[1 + 2 * i][place],
                                           values[2 + 2 * i][place]};
            if (row.at_low != row.central || row.at_high != row.central) {
                rows.push_back(row);
            }
        }
        std::stable_sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) {
            return std::abs(a.at_high - a.at_low) > std::abs(b.at_high - b.at_low);
        });
        table.insert(table.end(), rows.begin(), rows.end());
    }
    return table;
}

std::vector<outcomes::ScreeningRow> screening(Setting const& setting, Member const& member,
                                              RunOptions const& options)
{
    auto const inputs = uncertain_inputs(setting);
    std::vector<outcomes::Walk> walks;
    std::vector<std::vector<double>> points;
    for (std::uint32_t w = 0; w < walks_of_screening; ++w) {
        walks.push_back(outcomes::morris_walk(inputs.size(), setting.seed, w));
        points.insert(points.end(), walks.back().points.begin(), walks.back().points.end());
    }
    auto const values = values_at(setting, member, options, inputs, points, "screening");
    std::vector<outcomes::ScreeningRow> table;
    for (std::size_t place = 0; place < values.front().size(); ++place) {
        std::vector<std::vector<double>> outcome(walks.size());
        for (std::size_t point = 0; point < points.size(); ++point) {
            outcome[point / (inputs.size() + 1)].push_back(values[point][place]);
        }
        auto const effects = outcomes::elementary_effects(walks, outcome);
        auto const& named = headline_outcomes[place % headline_count];
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            if (effects[i].mean_absolute > 0) {
                table.push_back({setting.packages[place / headline_count].id, named.name, named.unit,
                                 inputs[i].name, effects[i].mean, effects[i].mean_absolute,
                                 effects[i].standard_deviation});
            }
        }
    }
    return table;
}

}  // namespace minimasim::run
