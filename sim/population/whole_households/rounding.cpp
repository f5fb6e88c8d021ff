#include "sim/population/whole_households/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace minimasim::population {

std::vector<std::int64_t> rounded_to_sum(std::vector<double> const& values, std::int64_t sum)
{
    std::vector<std::int64_t> whole(values.size());
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::int64_t left = sum;
    for (std::size_t i = 0; i < values.size(); ++i) {
        whole[i] = static_cast<std::int64_t>(std::floor(values[i]));
        left -= whole[i];
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return values[a] - std::floor(values[a]) > values[b] - std::floor(values[b]);
    });
    for (std::size_t i = 0; left > 0 && !order.empty(); i = (i + 1) % order.size(), --left) {
        ++whole[order[i]];
    }
    for (std::size_t i = order.size(); left < 0 && i > 0; --i) {
        if (whole[order[i - 1]] > 0) {
            --whole[order[i - 1]];
            ++left;
        }
    }
    return whole;
}

Table<double> raked(Table<double> table, std::vector<double> const& row_sums,
                    std::vector<double> const& column_sums, int sweeps)
{
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (std::size_t r = 0; r < table.rows; ++r) {
            double sum = 0;
            for (std::size_t c = 0; c < table.columns; ++c) {
                sum += table(r, c);
            }
            for (std::size_t c = 0; c < table.columns && sum > 0; ++c) {
                table(r, c) *= row_sums[r] / sum;
            }
        }
        for (std::size_t c = 0; c < table.columns; ++c) {
            double sum = 0;
            for (std::size_t r = 0; r < table.rows; ++r) {
                sum += table(r, c);
            }
            for (std::size_t r = 0; r < table.rows && sum > 0; ++r) {
                table(r, c) *= column_sums[c] / sum;
            }
        }
    }
    return table;
}

namespace {

// Places the units that rounding down left over: row r still needs row_left[r], column c column_left[c], and
// a cell may take one unit. Augmenting paths, trying cells of large remainder first.
class UnitFlow {
  public:
    UnitFlow(Table<double> const& table, Table<std::int64_t>& whole, std::vector<std::int64_t> column_left)
        : table_(table),
          whole_(whole),
          column_left_(std::move(column_left)),
          taken_(table.rows, table.columns)
    {
    }

    bool place(std::size_t row)
    {
        visited_.assign(table_.columns, false);
        return extend(row);
    }

  private:
    double remainder(std::size_t r, std::size_t c) const { return table_(r, c) - std::floor(table_(r, c)); }

    bool extend(std::size_t row)
    {
        std::vector<std::size_t> order(table_.columns);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return remainder(row, a) > remainder(row, b); });
        for (auto const c : order) {
            if (visited_[c] || taken_(row, c) || remainder(row, c) <= 1e-12) {
                continue;
            }
            visited_[c] = true;
            if (column_left_[c] > 0) {
                --column_left_[c];
                take(row, c, 1);
                return true;
            }
            for (std::size_t other = 0; other < table_.rows; ++other) {
                if (other != row && taken_(other, c)) {
                    take(other, c, 0);
                    if (extend(other)) {
                        take(row, c, 1);
                        return true;
                    }
                    take(other, c, 1);
                }
            }
        }
        return false;
    }

    void take(std::size_t row, std::size_t column, char on)
    {
        whole_(row, column) += on - taken_(row, column);
        taken_(row, column) = on;
    }

    Table<double> const& table_;
    Table<std::int64_t>& whole_;
    std::vector<std::int64_t> column_left_;
    Table<char> taken_;
    std::vector<bool> visited_;
};

}  // namespace

Table<std::int64_t> controlled_rounding(Table<double> const& table, std::vector<std::int64_t> const& row_sums,
                                        std::vector<std::int64_t> const& column_sums)
{
    Table<std::int64_t> whole(table.rows, table.columns);
    auto row_left = row_sums;
    auto column_left = column_sums;
    for (std::size_t r = 0; r < table.rows; ++r) {
        for (std::size_t c = 0; c < table.columns; ++c) {
            whole(r, c) = static_cast<std::int64_t>(std::floor(table(r, c)));
            row_left[r] -= whole(r, c);
            column_left[c] -= whole(r, c);
        }
    }
    UnitFlow flow(table, whole, column_left);
    for (std::size_t r = 0; r < table.rows; ++r) {
        while (row_left[r] > 0 && flow.place(r)) {
            --row_left[r];
        }
    }
    // What floating point left without a cell: correct row by row on the largest cell of a column in need.
    for (std::size_t r = 0; r < table.rows; ++r) {
        for (std::size_t c = 0; c < table.columns; ++c) {
            std::int64_t row_gap = row_sums[r];
            std::int64_t column_gap = column_sums[c];
            for (std::size_t k = 0; k < table.columns; ++k) {
                row_gap -= whole(r, k);
            }
            for (std::size_t k = 0; k < table.rows; ++k) {
                column_gap -= whole(k, c);
            }
            if (row_gap > 0 && column_gap > 0) {
                whole(r, c) += std::min(row_gap, column_gap);
            } else if (row_gap < 0 && column_gap < 0) {
                whole(r, c) -= std::min({-row_gap, -column_gap, whole(r, c)});
            }
        }
    }
    return whole;
}

std::vector<std::int32_t> systematic_rounding(std::vector<double> const& weights, double total, double start)
{
    std::vector<std::int32_t> whole(weights.size());
    double sum = 0;
    double all = 0;
    for (double const w : weights) {
        all += w;
    }
    double const target = std::floor(total + 0.5);
    double const scale = all > 0 ? target / all : 0;
    double passed = 0;
    for (std::size_t i = 0; i < weights.size() && all > 0; ++i) {
        sum += weights[i] * scale;
        double const now = i + 1 == weights.size() ? target : std::min(target, std::floor(sum + start));
        whole[i] = static_cast<std::int32_t>(now - passed);
        passed = now;
    }
    return whole;
}

}  // namespace minimasim::population
