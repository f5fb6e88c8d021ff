#include "bench/synthesis/country_evidence.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace minimasim::synthesis {
namespace {

// Numbers of wijken of successive municipalities, repeated: about 360 municipalities in the whole country.
constexpr std::array<std::size_t, 6> wijken_of_municipality{2, 3, 5, 8, 13, 24};

constexpr double smallest_expected = 1;  // cells below it say nothing about odds

std::size_t first_category(std::size_t attribute)
{
    return std::accumulate(category_count.begin(), category_count.begin() + static_cast<long>(attribute),
                           std::size_t{0});
}

void add_wijk(Area const& area, std::size_t wijk, Municipality& municipality)
{
    std::vector<double> one_way(first_category(attribute_count));
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
        double const count = area.counts[wijk * cell_count + cell];
        if (count == 0) {
            continue;
        }
        auto const codes = codes_of_cell(cell);
        municipality.cells[cell] += count;
        for (std::size_t d = 0; d < attribute_count; ++d) {
            one_way[first_category(d) + codes[d]] += count;
        }
    }
    municipality.one_way.push_back(std::move(one_way));
}

std::vector<std::vector<double>> pairs_of(std::vector<double> const& cells)
{
    std::vector<std::vector<double>> pairs;
    for (auto const& pair : published_pairs()) {
        auto const index = index_of_cells(pair);
        std::vector<double> table(size_of(pair));
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            table[index[cell]] += cells[cell];
        }
        pairs.push_back(std::move(table));
    }
    return pairs;
}

// A table of two attributes with the odds of `table` and the margins of one wijk, added to `sum`.
void add_raked(std::vector<double> table, std::vector<double> const& one_way, Attributes const& pair,
               std::vector<double>& sum)
{
    auto const columns = category_count[pair[1]];
    auto const rows = category_count[pair[0]];
    for (int sweep = 0; sweep < 15; ++sweep) {
        for (std::size_t side = 0; side < 2; ++side) {
            std::vector<double> total(side == 0 ? rows : columns);
            for (std::size_t i = 0; i < table.size(); ++i) {
                total[side == 0 ? i / columns : i % columns] += table[i];
            }
            for (std::size_t i = 0; i < table.size(); ++i) {
                auto const k = side == 0 ? i / columns : i % columns;
                table[i] *= total[k] > 0 ? one_way[first_category(pair[side]) + k] / total[k] : 0;
            }
        }
    }
    for (std::size_t i = 0; i < table.size(); ++i) {
        sum[i] += table[i];
    }
}

// Share of the variance of independent log odds that is left in each row (or column) after its margins were
// fitted: 1 - 2 p + sum of p squared.
std::vector<double> left_after_margin(std::vector<double> const& shares)
{
    double squares = 0;
    for (double const p : shares) {
        squares += p * p;
    }
    std::vector<double> left;
    for (double const p : shares) {
        left.push_back(1 - 2 * p + squares);
    }
    return left;
}

// One municipality's word on one pair: excess = signal x (variance between municipalities + concentration x
// variance between wijken) + noise.
struct Moment {
    double excess = 0;
    double signal = 0;
    double freedom = 0;
    double concentration = 0;
};

Moment moment_of(Municipality const& municipality, std::size_t p, std::vector<double> const& national)
{
    auto const& pair = published_pairs()[p];
    auto const& counts = municipality.pairs[p];
    std::vector<double> expected(counts.size());
    for (auto const& one_way : municipality.one_way) {
        add_raked(national, one_way, pair, expected);
    }
    auto const columns = category_count[pair[1]];
    std::vector<double> row(category_count[pair[0]]);
    std::vector<double> column(columns);
    double const households = municipality.households();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        row[i / columns] += expected[i] / households;
        column[i % columns] += expected[i] / households;
    }
    auto const left_in_row = left_after_margin(column);
    auto const left_in_column = left_after_margin(row);
    Moment moment;
    moment.concentration = municipality.concentration();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (expected[i] < smallest_expected) {
            continue;
        }
        double const freedom = (1 - row[i / columns]) * (1 - column[i % columns]);
        double const difference = counts[i] - expected[i];
        moment.excess += difference * difference / expected[i] - freedom;
        moment.signal += expected[i] * left_in_row[i % columns] * left_in_column[i / columns];
        moment.freedom += freedom;
    }
    return moment;
}

// Weighted least squares of the moments on two variances that cannot be negative.
PairSpread solve(Attributes const& pair, std::vector<Moment> const& moments)
{
    double municipal = 0;
    double wijk = 0;
    for (int round = 0; round < 10; ++round) {  // weights depend on the variances
        double s00 = 0;
        double s01 = 0;
        double s11 = 0;
        double b0 = 0;
        double b1 = 0;
        for (auto const& m : moments) {
            double const mean = m.freedom + m.signal * (municipal + m.concentration * wijk);
            double const weight = m.freedom / (mean * mean);
            double const x0 = m.signal;
            double const x1 = m.signal * m.concentration;
            s00 += weight * x0 * x0;
            s01 += weight * x0 * x1;
            s11 += weight * x1 * x1;
            b0 += weight * x0 * m.excess;
            b1 += weight * x1 * m.excess;
        }
        double const determinant = s00 * s11 - s01 * s01;
        municipal = (b0 * s11 - b1 * s01) / determinant;
        wijk = (b1 * s00 - b0 * s01) / determinant;
        if (municipal < 0) {
            municipal = 0;
            wijk = std::max(0., b1 / s11);
        } else if (wijk < 0) {
            wijk = 0;
            municipal = std::max(0., b0 / s00);
        }
    }
    return {pair, std::sqrt(municipal), std::sqrt(wijk)};
}

}  // namespace

double Municipality::concentration() const
{
    double squares = 0;
    for (auto const& wijk : one_way) {
        double const size = std::accumulate(
            wijk.begin(), wijk.begin() + static_cast<long>(category_count[household_type]), 0.0);
        squares += size * size;
    }
    return squares / (households() * households());
}

Country draw_country(AreaOptions const& options)
{
    auto const area = draw_area(options);
    Country country;
    country.cells.resize(cell_count);
    std::size_t wijk = 0;
    while (wijk < area.wijken) {
        auto const number = country.municipalities.size() % wijken_of_municipality.size();
        auto const end = std::min(area.wijken, wijk + wijken_of_municipality[number]);
        Municipality municipality;
        municipality.cells.resize(cell_count);
        for (; wijk < end; ++wijk) {
            add_wijk(area, wijk, municipality);
        }
        municipality.pairs = pairs_of(municipality.cells);
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            country.cells[cell] += municipality.cells[cell];
        }
        country.municipalities.push_back(std::move(municipality));
    }
    country.published.pairs = pairs_of(country.cells);
    return country;
}

std::vector<PairSpread> pair_spreads(Country const& country)
{
    std::vector<PairSpread> spreads;
    for (std::size_t p = 0; p < published_pairs().size(); ++p) {
        std::vector<Moment> moments;
        for (auto const& municipality : country.municipalities) {
            moments.push_back(moment_of(municipality, p, country.published.pairs[p]));
        }
        spreads.push_back(solve(published_pairs()[p], moments));
    }
    return spreads;
}

std::vector<Spread> ensemble_spreads(std::vector<PairSpread> const& pairs, ExpertError const& error,
                                     std::vector<double> const& expert)
{
    std::vector<Spread> spreads;
    double municipal = 0;
    double wijk = 0;
    for (auto const& pair : pairs) {
        spreads.push_back({pair.pair, 0, pair.municipal, pair.wijk});
        municipal += pair.municipal * pair.municipal / static_cast<double>(pairs.size());
        wijk += pair.wijk * pair.wijk / static_cast<double>(pairs.size());
    }
    auto const effects = pair_effects(expert);
    for (std::size_t p = pairs.size(); p < effects.size(); ++p) {
        auto const& pair = unpublished_pairs()[p - pairs.size()];
        double squares = 0;
        for (double const effect : effects[p]) {
            squares += effect * effect / static_cast<double>(effects[p].size());
        }
        double const of_expert = error.absolute * error.absolute + error.relative * error.relative * squares;
        spreads.push_back({pair, std::sqrt(of_expert), std::sqrt(municipal), std::sqrt(wijk)});
    }
    for (auto const& triple : triples_of_attributes()) {
        spreads.push_back({triple, error.absolute, 0, 0});
    }
    return spreads;
}

}  // namespace minimasim::synthesis
