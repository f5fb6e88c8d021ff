#include "sim/forecast/accounts.hpp"

#include <gtest/gtest.h>

#include "sim/forecast/results.hpp"
#include "tests/forecast/example_town.hpp"

namespace minimasim::forecast::test {
namespace {

std::filesystem::path const data = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data";

TEST(DebtCosts, AreHouseholdsTimesShareTimesCostAndAvoidedAgainstCurrentPolicy)
{
    Package const more{"more", {{12, &Terms::completed_per_year, 60}}, {}};
    std::vector<Replicate> const replicates{run(example_town(), example_terms(), {{}, more})};
    DebtCostItem const item{"support",       "a",    "b", "problem_debts", {0.5, 0.5, 0.5},
                            {100, 100, 100}, "none", ""};

    auto const costs = debt_costs({item}, replicates, {"baseline", "more"}, 1);

    ASSERT_EQ(costs.size(), 14U);
    auto const& last = costs.back();
    double const households = replicates[0].paths[1].months.back().problem_debts;
    double const before = replicates[0].paths[0].months.back().problem_debts;
    EXPECT_EQ(last.year, 2030);
    EXPECT_DOUBLE_EQ(last.cost.estimate, households * 50);
    EXPECT_DOUBLE_EQ(last.avoided.estimate, (before - households) * 50);
    EXPECT_GT(last.avoided.estimate, 0);
    EXPECT_EQ(costs.front().avoided.estimate, 0);
}

TEST(DebtMeasures, HaveTwiceTheFamiliesForTwiceTheMoney)
{
    DebtMeasureItem item;
    item.measure = "chances_for_children";
    item.budget = "chances_for_children";
    item.unit_cost = {10'000, 10'000, 10'000};
    item.effect = {0.1, 0, 0.2};

    auto const one = debt_measures({item}, "a", {100'000}, 50, 1).front();
    auto const two = debt_measures({item}, "b", {200'000}, 50, 1).front();

    EXPECT_DOUBLE_EQ(one.places.estimate, 10);
    EXPECT_DOUBLE_EQ(two.places.estimate, 20);
    EXPECT_DOUBLE_EQ(two.outcomes.estimate, 2 * one.outcomes.estimate);
    EXPECT_EQ(two.cost.estimate, 200'000);
}

TEST(DebtMeasures, WithoutCausalEvidenceMayHaveNoEffect)
{
    auto const measures = read_debt_measures(data / "municipalities" / "GM0106" / "debt_measures.csv");
    EXPECT_EQ(measures.size(), 6U);
    for (auto const& measure : measures) {
        EXPECT_LE(measure.effect.low, 0) << measure.measure;
        EXPECT_GE(measure.effect.high, 0) << measure.measure;
    }
    EXPECT_EQ(read_debt_costs(data / "assumptions" / "debt_costs.csv").size(), 3U);
}

}  // namespace
}  // namespace minimasim::forecast::test
