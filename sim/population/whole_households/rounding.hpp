#pragma once

#include <cstdint>
#include <vector>

namespace minimasim::population {

// Rounds values to whole numbers with the given sum: the largest remainders go up, the first of equals first.
std::vector<std::int64_t> rounded_to_sum(std::vector<double> const& values, std::int64_t sum);

// A rectangular table, row by row.
template <class Number>
struct Table {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<Number> cells;

    Table(std::size_t r, std::size_t c) : rows(r), columns(c), cells(r * c) {}
    Number& operator()(std::size_t r, std::size_t c) { return cells[r * columns + c]; }
    Number const& operator()(std::size_t r, std::size_t c) const { return cells[r * columns + c]; }
};

// Scales a table to row and column sums (iterative proportional fitting); both must have the same total.
Table<double> raked(Table<double> table, std::vector<double> const& row_sums,
                    std::vector<double> const& column_sums, int sweeps = 200);

// Controlled rounding: every cell goes to the whole number below or above it so that row and column sums are
// met exactly (Cox and Ernst, INFOR 20, 1982; a flow with whole capacities has a whole solution). The table
// must already have these sums. Where round-off leaves a unit without a cell, it goes to the cell of largest
// value.
Table<std::int64_t> controlled_rounding(Table<double> const& table, std::vector<std::int64_t> const& row_sums,
                                        std::vector<std::int64_t> const& column_sums);

// Systematic rounding: `total` whole households in proportion to the weights, with one random start in
// (0, 1). Each weight goes to the whole number below or above it with the right mean, and so
// does every run of neighbours in the order given.
std::vector<std::int32_t> systematic_rounding(std::vector<double> const& weights, double total, double start);

}  // namespace minimasim::population
