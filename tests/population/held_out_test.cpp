#include "sim/population/held_out.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace minimasim::population {
namespace {

// Two cells: 100 and 300 persons published, 110 and 290 guessed, the first outside its interval.
HeldOutTable two_cells()
{
    HeldOutTable table;
    table.cells.resize(2);
    table.cells[0].published = 100;
    table.cells[0].held_out = 110;
    table.cells[0].low = 105;
    table.cells[0].high = 115;
    table.cells[0].national_rates = 100;
    table.cells[1].published = 300;
    table.cells[1].held_out = 290;
    table.cells[1].low = 280;
    table.cells[1].high = 310;
    table.cells[1].national_rates = 300;
    return table;
}

TEST(HeldOutTable, AddsAbsoluteErrorsOverThePersonsOfTheTable)
{
    auto const error = two_cells().error(&HeldOutCell::held_out);

    EXPECT_DOUBLE_EQ(error.sae, 20.0 / 400);
    EXPECT_DOUBLE_EQ(error.srmse, 10.0 / 200);
}

TEST(HeldOutTable, CountsWhatLiesWithinTheInterval)
{
    EXPECT_EQ(two_cells().covered(), 1U);
}

TEST(HeldOutTable, ScoresWidthAndTwentyTimesWhatLiesOutside)
{
    EXPECT_DOUBLE_EQ(two_cells().interval_score(), (10 + 20 * 5 + 30) / 2.0);
    EXPECT_NEAR(two_cells().interval_score_of_national_rates(), 1.645 * (10 + std::sqrt(300)), 0.01);
}

TEST(HeldOutTable, HasTheFloorOfADrawingOfAsManyPersons)
{
    // sqrt(2 / pi) of sqrt(400 x 1/4 x 3/4), twice, over 400 persons.
    EXPECT_NEAR(two_cells().sampling_floor(), 0.79788 * std::sqrt(75) * 2 / 400, 1e-5);
}

}  // namespace
}  // namespace minimasim::population
