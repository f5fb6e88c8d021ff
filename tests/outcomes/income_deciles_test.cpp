#include "sim/outcomes/income_deciles.hpp"

#include <gtest/gtest.h>

namespace minimasim::outcomes {

namespace {

std::array<int, income_deciles> households_in(std::vector<IncomeStep> const& steps)
{
    IncomeCounts counts;
    counts.add(steps);
    auto const limits = counts.limits();
    std::array<int, income_deciles> households{};
    for (auto const step : steps) {
        ++households.at(income_decile(limits, step));
    }
    return households;
}

}  // namespace

TEST(IncomeDeciles, HoldATenthOfTheHouseholdsEach)
{
    std::vector<IncomeStep> steps;
    for (int i = 0; i < 1'000; ++i) {
        steps.push_back(income_step(10'000 + 50.0 * ((i * 37) % 1'000)));
    }

    for (int const households : households_in(steps)) {
        EXPECT_EQ(households, 100);
    }
}

// Who has the same income has the same decile: many with the norm of assistance make one decile larger.
TEST(IncomeDeciles, KeepEqualIncomesTogether)
{
    std::vector<IncomeStep> steps(150, income_step(15'000));
    for (int i = 0; i < 850; ++i) {
        steps.push_back(income_step(20'000 + 50.0 * i));
    }

    auto const households = households_in(steps);

    EXPECT_EQ(households[0], 150);
    EXPECT_EQ(households[1], 50);
    EXPECT_EQ(households[9], 100);
}

TEST(IncomeDeciles, AreThoseOfAllPartsTogether)
{
    IncomeCounts all;
    IncomeCounts parts;
    for (int part = 0; part < 4; ++part) {
        std::vector<IncomeStep> steps;
        for (int i = 0; i < 100; ++i) {
            steps.push_back(income_step(100.0 * i * (part + 1)));
        }
        IncomeCounts of_part;
        of_part.add(steps);
        parts += of_part;
        all.add(steps);
    }

    EXPECT_EQ(all.limits(), parts.limits());
}

TEST(IncomeSteps, TakeDebtsAsNothingAndFortunesAsTheLast)
{
    EXPECT_EQ(income_step(-3'000), 0);
    EXPECT_EQ(income_step(49.99), 0);
    EXPECT_EQ(income_step(50), 1);
    EXPECT_EQ(income_step(1e9), income_step(1e8));
}

TEST(IncomeDeciles, OfNobodyAreThere)
{
    EXPECT_EQ(income_decile(IncomeCounts{}.limits(), 0), 0U);
}

}  // namespace minimasim::outcomes
