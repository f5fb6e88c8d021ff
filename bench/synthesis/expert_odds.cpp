#include "bench/synthesis/expert_odds.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::synthesis {
namespace {

constexpr int sweeps_of_raking = 200;
constexpr int sweeps_of_effects = 300;  // cells that cannot be make the pairs lean on each other
constexpr int sweeps_of_margins = 50;
constexpr int sweeps_of_trend = 20;
constexpr std::size_t fewest_for_trend = 3;  // two points are always on a line

std::vector<Attributes> const& all_attribute_pairs()
{
    static std::vector<Attributes> const pairs = [] {
        auto all = published_pairs();
        all.insert(all.end(), unpublished_pairs().begin(), unpublished_pairs().end());
        return all;
    }();
    return pairs;
}

// Cells of a table of two attributes, line by line along either side.
struct PairTable {
    Attributes pair;
    std::vector<bool> is_possible;

    PairTable(Attributes attributes, std::vector<double> const& cells)
        : pair(std::move(attributes)), is_possible(size_of(pair))
    {
        auto const index = index_of_cells(pair);
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            if (cells[cell] > 0) {
                is_possible[index[cell]] = true;
            }
        }
    }

    // Possible cells of every line in which the attribute on this side takes all its categories.
    template <class Visit>
    void for_each_line(std::size_t side, Visit const& visit) const
    {
        auto const columns = category_count[pair[1]];
        for (std::size_t line = 0; line < category_count[pair[1 - side]]; ++line) {
            std::vector<std::size_t> cells;
            for (std::size_t k = 0; k < category_count[pair[side]]; ++k) {
                auto const cell = side == 0 ? k * columns + line : line * columns + k;
                if (is_possible[cell]) {
                    cells.push_back(cell);
                }
            }
            visit(cells);
        }
    }

    std::size_t category(std::size_t side, std::size_t cell) const
    {
        auto const columns = category_count[pair[1]];
        return side == 0 ? cell / columns : cell % columns;
    }
};

double mean_of(std::vector<double> const& values, std::vector<std::size_t> const& cells)
{
    double total = 0;
    for (auto const cell : cells) {
        total += values[cell] / static_cast<double>(cells.size());
    }
    return total;
}

std::vector<double> without_margins(std::vector<double> log_odds, PairTable const& table)
{
    for (int sweep = 0; sweep < sweeps_of_margins; ++sweep) {
        for (std::size_t side = 0; side < 2; ++side) {
            table.for_each_line(side, [&](std::vector<std::size_t> const& cells) {
                double const mean = mean_of(log_odds, cells);
                for (auto const cell : cells) {
                    log_odds[cell] -= mean;
                }
            });
        }
    }
    return log_odds;
}

bool is_ordered(std::size_t attribute)
{
    return attribute == head_age || attribute == income_decile;
}

// Adds to the trend the straight line through what it leaves of the effects in some cells.
void add_line(std::vector<double> const& effects, PairTable const& table, std::size_t side,
              std::vector<std::size_t> const& cells, std::vector<double>& trend)
{
    if (cells.size() < fewest_for_trend) {
        return;
    }
    auto const position = [&](std::size_t cell) { return static_cast<double>(table.category(side, cell)); };
    double middle = 0;
    for (auto const cell : cells) {
        middle += position(cell) / static_cast<double>(cells.size());
    }
    double squares = 0;
    double products = 0;
    for (auto const cell : cells) {
        double const x = position(cell) - middle;
        squares += x * x;
        products += x * (effects[cell] - trend[cell]);
    }
    for (auto const cell : cells) {
        trend[cell] += products / squares * (position(cell) - middle);
    }
}

// The part of the effects that is a straight line over an ordered attribute, one line a category of the
// other.
std::vector<double> trend_of(std::vector<double> const& effects, PairTable const& table)
{
    std::vector<double> trend(effects.size());
    for (int sweep = 0; sweep < sweeps_of_trend; ++sweep) {
        for (std::size_t side = 0; side < 2; ++side) {
            if (is_ordered(table.pair[side])) {
                table.for_each_line(side, [&](std::vector<std::size_t> const& cells) {
                    add_line(effects, table, side, cells, trend);
                });
            }
        }
    }
    return without_margins(std::move(trend), table);
}

// The expert's table raked to the national ones: the expert's effects where nothing is published, the
// country's where it is.
std::vector<double> raked(std::vector<double> table, Margins const& published)
{
    for (int sweep = 0; sweep < sweeps_of_raking; ++sweep) {
        for (std::size_t p = 0; p < published_pairs().size(); ++p) {
            auto const index = index_of_cells(published_pairs()[p]);
            std::vector<double> factor(published.pairs[p].size());
            for (std::size_t cell = 0; cell < cell_count; ++cell) {
                factor[index[cell]] += table[cell];
            }
            for (std::size_t i = 0; i < factor.size(); ++i) {
                factor[i] = factor[i] > 0 ? published.pairs[p][i] / factor[i] : 1;
            }
            for (std::size_t cell = 0; cell < cell_count; ++cell) {
                table[cell] *= factor[index[cell]];
            }
        }
    }
    return table;
}

}  // namespace

PairEffects pair_effects(std::vector<double> const& cells)
{
    std::vector<std::size_t> possible;
    std::vector<double> rest(cell_count);
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
        if (cells[cell] > 0) {
            possible.push_back(cell);
            rest[cell] = std::log(cells[cell]);
        }
    }
    auto const& pairs = all_attribute_pairs();
    PairEffects effects;
    std::vector<std::vector<std::uint16_t>> index;
    std::vector<std::vector<double>> count;
    for (auto const& pair : pairs) {
        effects.emplace_back(size_of(pair));
        index.push_back(index_of_cells(pair));
        count.emplace_back(size_of(pair));
        for (auto const cell : possible) {
            count.back()[index.back()[cell]] += 1;
        }
    }
    for (int sweep = 0; sweep < sweeps_of_effects; ++sweep) {
        for (std::size_t p = 0; p < pairs.size(); ++p) {
            std::vector<double> mean(effects[p].size());
            for (auto const cell : possible) {
                mean[index[p][cell]] += rest[cell] / count[p][index[p][cell]];
            }
            for (std::size_t i = 0; i < mean.size(); ++i) {
                effects[p][i] += mean[i];
            }
            for (auto const cell : possible) {
                rest[cell] -= mean[index[p][cell]];
            }
        }
    }
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        effects[p] = without_margins(std::move(effects[p]), PairTable(pairs[p], cells));
    }
    return effects;
}

ExpertSlopes expert_slopes(std::vector<double> const& expert, Margins const& published)
{
    auto const said = pair_effects(expert);
    auto const found = pair_effects(raked(expert, published));
    std::array<double, 2> squares{};
    std::array<double, 2> products{};
    for (std::size_t p = 0; p < published_pairs().size(); ++p) {
        PairTable const table(published_pairs()[p], expert);
        auto const trend_said = trend_of(said[p], table);
        auto const trend_found = trend_of(found[p], table);
        for (std::size_t i = 0; i < trend_said.size(); ++i) {
            double const remainder_said = said[p][i] - trend_said[i];
            squares[0] += trend_said[i] * trend_said[i];
            products[0] += trend_said[i] * trend_found[i];
            squares[1] += remainder_said * remainder_said;
            products[1] += remainder_said * (found[p][i] - trend_found[i]);
        }
    }
    return {products[0] / squares[0], products[1] / squares[1]};
}

std::vector<double> calibrated(std::vector<double> const& expert, ExpertSlopes const& slopes)
{
    auto const effects = pair_effects(expert);
    auto table = expert;
    for (std::size_t p = 0; p < effects.size(); ++p) {
        auto const& pair = all_attribute_pairs()[p];
        auto const index = index_of_cells(pair);
        auto const trend = trend_of(effects[p], PairTable(pair, expert));
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            double const of_trend = trend[index[cell]];
            double const of_remainder = effects[p][index[cell]] - of_trend;
            table[cell] *= std::exp((slopes.trend - 1) * of_trend + (slopes.remainder - 1) * of_remainder);
        }
    }
    return table;
}

ExpertError expert_error(std::vector<double> const& expert, Margins const& published)
{
    auto const said = pair_effects(expert);
    auto const found = pair_effects(raked(expert, published));
    // Squared error = absolute^2 + relative^2 x effect^2, by least squares over all cells of all pairs.
    double n = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    for (std::size_t p = 0; p < published_pairs().size(); ++p) {
        auto const& pair = published_pairs()[p];
        auto const rows = static_cast<double>(category_count[pair[0]]);
        auto const columns = static_cast<double>(category_count[pair[1]]);
        double const freedom = (rows - 1) * (columns - 1) / (rows * columns);
        PairTable const table(pair, expert);
        for (std::size_t i = 0; i < found[p].size(); ++i) {
            if (table.is_possible[i]) {
                double const error = found[p][i] - said[p][i];
                double const x = said[p][i] * said[p][i] / freedom;
                double const y = error * error / freedom;
                n += 1;
                sx += x;
                sy += y;
                sxx += x * x;
                sxy += x * y;
            }
        }
    }
    double const slope = std::max(0., (n * sxy - sx * sy) / (n * sxx - sx * sx));
    double const at_zero = std::max(0., (sy - slope * sx) / n);
    return {std::sqrt(at_zero), std::sqrt(slope)};
}

}  // namespace minimasim::synthesis
