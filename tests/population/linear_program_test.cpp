#include "sim/population/bounds/linear_program.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace minimasim::population {
namespace {

// Rows with bounds, then columns; every test adds what it needs.
LinearProgram program_of(std::vector<std::pair<double, double>> const& rows,
                         std::vector<LinearColumn> const& columns)
{
    LinearProgram program;
    for (auto const& [low, high] : rows) {
        program.add_row(low, high);
    }
    program.add_columns(columns);
    return program;
}

// 3 x + 5 y with x <= 4, 2 y <= 12, 3 x + 2 y <= 18: Hillier and Lieberman's Wyndor Glass, 36 at (2, 6).
LinearProgram wyndor()
{
    return program_of({{-unlimited, 4}, {-unlimited, 12}, {-unlimited, 18}},
                      {{3, 0, unlimited, {{0, 1}, {2, 3}}}, {5, 0, unlimited, {{1, 2}, {2, 2}}}});
}

TEST(LinearProgram, FindsAKnownOptimumAndItsPrices)
{
    auto const found = wyndor().maximise();

    EXPECT_EQ(found.status, LinearStatus::optimal);
    EXPECT_NEAR(found.optimum, 36, 1e-9);
    EXPECT_NEAR(found.columns[0], 2, 1e-9);
    EXPECT_NEAR(found.columns[1], 6, 1e-9);
    EXPECT_NEAR(found.prices[0], 0, 1e-9);
    EXPECT_NEAR(found.prices[1], 1.5, 1e-9);
    EXPECT_NEAR(found.prices[2], 1, 1e-9);
    EXPECT_TRUE(found.ray.empty());
}

TEST(LinearProgram, PricesALowerBoundOfAMinimumPositively)
{
    // 2 x + 3 y with x + y >= 4 and x <= 3.
    auto program = program_of({{4, unlimited}}, {{2, 0, 3, {{0, 1}}}, {3, 0, unlimited, {{0, 1}}}});

    auto const found = program.minimise();

    EXPECT_NEAR(found.optimum, 9, 1e-9);
    EXPECT_NEAR(found.prices[0], 3, 1e-9);
}

TEST(LinearProgram, NamesOnlyRowsOfTheConflict)
{
    // x + y >= 3, x + y <= 2, and a row that has nothing to do with it.
    auto program =
        program_of({{-unlimited, 10}, {3, unlimited}, {-unlimited, 2}},
                   {{1, 0, unlimited, {{0, 1}, {1, 1}, {2, 1}}}, {1, 0, unlimited, {{1, 1}, {2, 1}}}});

    auto const found = program.minimise();

    ASSERT_EQ(found.status, LinearStatus::infeasible);
    ASSERT_EQ(found.ray.size(), 3U);
    EXPECT_EQ(found.ray[0], 0);
    EXPECT_GT(found.ray[1], 0.1);
    EXPECT_LT(found.ray[2], -0.1);
    // The ray proves it: at its bounds the rows ask for more than any column gives.
    EXPECT_GT(3 * found.ray[1] + 2 * found.ray[2], 0.1);
    EXPECT_LE(found.ray[1] + found.ray[2], 1e-9);
}

TEST(LinearProgram, SaysWhenThereIsNoEnd)
{
    auto program = program_of({{1, unlimited}}, {{1, 0, unlimited, {{0, 1}}}});

    EXPECT_EQ(program.maximise().status, LinearStatus::unbounded);
}

// Beale (1955): the textbook rule cycles for ever on this one.
TEST(LinearProgram, LeavesADegenerateCorner)
{
    auto program = program_of({{-unlimited, 0}, {-unlimited, 0}, {-unlimited, 1}},
                              {{-0.75, 0, unlimited, {{0, 0.25}, {1, 0.5}}},
                               {150, 0, unlimited, {{0, -60}, {1, -90}}},
                               {-0.02, 0, unlimited, {{0, -0.04}, {1, -0.02}, {2, 1}}},
                               {6, 0, unlimited, {{0, 9}, {1, 3}}}});

    EXPECT_NEAR(program.minimise().optimum, -0.05, 1e-9);
}

TEST(LinearProgram, GoesOnWithColumnsAndBoundsThatComeLater)
{
    auto program = wyndor();
    program.maximise();
    auto const before = program;

    program.add_columns({{9, 0, unlimited, {{2, 1}}}});
    EXPECT_NEAR(program.maximise().optimum, 162, 1e-9);
    program.set_column_bounds(2, 0, 2);
    EXPECT_NEAR(program.maximise().optimum, 52, 1e-9);
    program.set_cost(2, 0);
    EXPECT_NEAR(program.maximise().optimum, 36, 1e-9);
    program.set_row_bounds(0, 3, 4);
    EXPECT_NEAR(program.maximise().optimum, 9 + 22.5, 1e-9);
    auto copy = before;
    EXPECT_NEAR(copy.maximise().optimum, 36, 1e-9);
    EXPECT_EQ(copy.columns(), 2U);
    EXPECT_EQ(copy.rows(), 3U);
}

TEST(LinearProgram, PrintsNothing)
{
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    wyndor().maximise();
    program_of({{1, unlimited}}, {{1, 0, 0, {{0, 1}}}}).minimise();

    EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace minimasim::population
