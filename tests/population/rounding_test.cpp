#include "sim/population/whole_households/rounding.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "sim/base/draw.hpp"

namespace minimasim::population {
namespace {

TEST(RoundedToSum, GivesTheLargestRemaindersTheUnitsLeft)
{
    EXPECT_EQ(rounded_to_sum({1.2, 2.7, 0.6}, 5), (std::vector<std::int64_t>{1, 3, 1}));
}

TEST(ControlledRounding, MeetsRowsAndColumnsAndStaysWithinOneUnit)
{
    for (std::uint32_t trial = 0; trial < 50; ++trial) {
        std::size_t const rows = 3 + trial % 8;
        std::size_t const columns = 2 + trial % 6;
        Table<double> table(rows, columns);
        std::uint32_t draw = 0;
        for (double& cell : table.cells) {
            cell = 20 * uniform(5, Stream::rounding, 0, trial, draw++, 0);
        }
        std::vector<double> row_sums(rows);
        std::vector<double> column_sums(columns);
        for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t c = 0; c < columns; ++c) {
                row_sums[r] += table(r, c);
                column_sums[c] += table(r, c);
            }
        }
        auto const total =
            static_cast<std::int64_t>(std::llround(std::accumulate(row_sums.begin(), row_sums.end(), 0.0)));
        auto const whole_rows = rounded_to_sum(row_sums, total);
        auto const whole_columns = rounded_to_sum(column_sums, total);
        auto const exact = raked(table, {whole_rows.begin(), whole_rows.end()},
                                 {whole_columns.begin(), whole_columns.end()});

        auto const whole = controlled_rounding(exact, whole_rows, whole_columns);

        for (std::size_t r = 0; r < rows; ++r) {
            std::int64_t sum = 0;
            for (std::size_t c = 0; c < columns; ++c) {
                sum += whole(r, c);
                EXPECT_LT(std::fabs(static_cast<double>(whole(r, c)) - exact(r, c)), 1 + 1e-6);
            }
            EXPECT_EQ(sum, whole_rows[r]);
        }
        for (std::size_t c = 0; c < columns; ++c) {
            std::int64_t sum = 0;
            for (std::size_t r = 0; r < rows; ++r) {
                sum += whole(r, c);
            }
            EXPECT_EQ(sum, whole_columns[c]);
        }
    }
}

TEST(SystematicRounding, KeepsTheTotalAndIsUnbiased)
{
    std::vector<double> const weights{0.3, 1.7, 0.05, 0.95, 2.25, 0.75};  // 6
    std::vector<double> mean(weights.size());
    int const seeds = 4000;

    for (int seed = 0; seed < seeds; ++seed) {
        auto const whole = systematic_rounding(
            weights, 6, uniform(static_cast<std::uint64_t>(seed), Stream::rounding, 0, 0, 0, 0));
        EXPECT_EQ(std::accumulate(whole.begin(), whole.end(), 0), 6);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            EXPECT_LT(std::fabs(whole[i] - weights[i]), 1 + 1e-12);
            mean[i] += static_cast<double>(whole[i]) / seeds;
        }
    }

    for (std::size_t i = 0; i < weights.size(); ++i) {  // four standard errors of a coin toss
        EXPECT_NEAR(mean[i], weights[i], 4 * 0.5 / std::sqrt(seeds));
    }
}

}  // namespace
}  // namespace minimasim::population
