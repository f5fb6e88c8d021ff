// Budget years: rows add up, what is not known stays p.m., what ended is gone.

#include "sim/forecast/users_gained.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

namespace minimasim::forecast::test {
namespace {

outcomes::BudgetLine line(char const* key, char const* task_field, char const* duration, char const* payer)
{
    outcomes::BudgetLine made;
    made.scheme = key;
    made.task_field = task_field;
    made.duration = duration;
    made.payer = payer;
    return made;
}

// Two packages and years, three replicates; prices rise by 2, 4 and 6 %.
BudgetInput example()
{
    BudgetInput input;
    input.price_year = 2025;
    input.years = {2026, 2027};
    input.lines = {line("goods", "6.3", "structural", "municipality"),
                   line("families", "6.1", "structural", "municipality, province p.m."),
                   line("allowance", "6.3", "incidental", "state"),
                   line("unused", "6.3", "structural", "municipality")};
    input.packages = {{"baseline", {12, 12}, "", ""}, {"more", {12, 12}, "", ""}};
    SpendingOfLines const now{{100, 200, 300}, {0, 0, 0}, {10, 10, 10}, {0, 0, 0}};
    SpendingOfLines const more{{150, 240, 330}, {50, 50, 50}, {10, 10, 10}, {0, 0, 0}};
    input.spending = {{now, now}, {now, more}};
    input.price_index = {{1, 1, 1}, {1.02, 1.04, 1.06}};
    return input;
}

BudgetFigure const& find(Budget const& budget, std::string const& package, int year, BudgetLevel level,
                         std::string const& key)
{
    auto const found = std::find_if(budget.figures.begin(), budget.figures.end(), [&](auto const& figure) {
        return figure.package == package && figure.year == year && figure.level == level && figure.key == key;
    });
    EXPECT_NE(found, budget.figures.end()) << key;
    return *found;
}

TEST(Budget, AddsUpToTaskFieldsDurationsAndTheTotal)
{
    auto const budget = budget_of(example());
    for (auto const* const package : {"baseline", "more"}) {
        for (int const year : {2026, 2027}) {
            auto const sum = [&](BudgetLevel level) {
                double all = 0;
                for (auto const& figure : budget.figures) {
                    all += figure.package == package && figure.year == year && figure.level == level
                               ? figure.balance.current.estimate
                               : 0;
                }
                return all;
            };
            double const total = find(budget, package, year, BudgetLevel::total, "").balance.current.estimate;

            EXPECT_DOUBLE_EQ(sum(BudgetLevel::scheme), total);
            EXPECT_DOUBLE_EQ(sum(BudgetLevel::task_field), total);
            EXPECT_DOUBLE_EQ(sum(BudgetLevel::duration), total);
        }
    }
    EXPECT_DOUBLE_EQ(find(budget, "more", 2027, BudgetLevel::task_field, "6.3").spending.current.estimate,
                     250);
}

// Somebody is led to 1,200 euro a year: three months of 2026 in the first replicate, that year and all of
// 2027 in the second, never in the third. Prices of 2027 are 2, 4 and 6 % higher.
TEST(UsersGained, HaveALineOfTheirOwnThatIsInEveryTotal)
{
    constexpr std::size_t income_supplement = 1;
    auto input = example();
    input.lines[0].scheme = rules::schemes[income_supplement].key;
    input.lines[0].dutch_name = "Individuele inkomenstoeslag";
    std::vector<Replicate> replicates(3);
    for (auto& replicate : replicates) {
        replicate.paths.resize(2);
        for (auto& path : replicate.paths) {
            path.gained_cents.resize(4);
        }
    }
    for (std::size_t p = 0; p < 2; ++p) {
        replicates[0].paths[p].gained_cents[2][income_supplement] = 3 * 120'000;
        replicates[1].paths[p].gained_cents[2][income_supplement] = 3 * 120'000;
        replicates[1].paths[p].gained_cents[3][income_supplement] = 12 * 120'000;
    }
    auto const without = budget_of(input);

    add_users_gained(replicates, input);
    auto const with = budget_of(input);

    auto const key = std::string(rules::schemes[income_supplement].key) + by_contact;
    EXPECT_EQ(with.lines[1].scheme, key);
    EXPECT_EQ(with.lines[1].dutch_name, "Individuele inkomenstoeslag, erbij door contact");
    for (auto const& [year, current, constant] :
         {std::tuple{2026, 200.0, 200.0}, {2027, 1'200 * 1.04 / 3, 1'200.0 / 3}}) {
        auto const gained = find(with, "baseline", year, BudgetLevel::scheme, key).spending;
        EXPECT_DOUBLE_EQ(gained.current.estimate, current);
        EXPECT_DOUBLE_EQ(gained.constant.estimate, constant);
        for (auto const& [level, sum] : {std::pair{BudgetLevel::task_field, "6.3"},
                                         {BudgetLevel::duration, "structural"},
                                         {BudgetLevel::total, ""}}) {
            EXPECT_NEAR(find(with, "more", year, level, sum).spending.current.estimate -
                            find(without, "more", year, level, sum).spending.current.estimate,
                        current, 1e-9);
        }
    }
}

TEST(UsersGained, AreNothingWithoutContact)
{
    auto input = example();
    std::vector<Replicate> replicates(3);
    for (auto& replicate : replicates) {
        replicate.paths.resize(2);
        for (auto& path : replicate.paths) {
            path.gained_cents.resize(4);
        }
    }
    input.lines[0].scheme = rules::schemes[0].key;

    add_users_gained(replicates, input);

    EXPECT_EQ(budget_of(input).lines.size(), 3U);
    EXPECT_EQ(budget_of(input).figures.size(), budget_of(example()).figures.size());
}

TEST(Budget, KeepsAContributionOfUnknownSizeProMemoria)
{
    auto const budget = budget_of(example());
    for (auto const* const package : {"baseline", "more"}) {
        auto const& families = find(budget, package, 2027, BudgetLevel::scheme, "families");

        EXPECT_TRUE(families.has_pro_memoria);
        EXPECT_TRUE(is_pro_memoria(families));
        EXPECT_TRUE(find(budget, package, 2027, BudgetLevel::task_field, "6.1").has_pro_memoria);
        EXPECT_TRUE(find(budget, package, 2027, BudgetLevel::total, "").has_pro_memoria);
    }
    EXPECT_FALSE(find(budget, "more", 2027, BudgetLevel::scheme, "goods").has_pro_memoria);
}

TEST(Budget, CountsAsIncomeWhatOthersPayInFull)
{
    auto const budget = budget_of(example());

    auto const& allowance = find(budget, "more", 2026, BudgetLevel::scheme, "allowance");
    EXPECT_EQ(allowance.income.current.estimate, 10);
    EXPECT_EQ(allowance.balance.current.estimate, 0);
    EXPECT_FALSE(is_pro_memoria(find(budget, "more", 2026, BudgetLevel::total, "")));  // some is known

    EXPECT_FALSE(contribution_of("municipality").is_whole);
    EXPECT_TRUE(contribution_of("state").is_whole);
    EXPECT_FALSE(contribution_of("municipality, province p.m.").is_whole);
    EXPECT_TRUE(contribution_of("province p.m.").has_pro_memoria);
    EXPECT_FALSE(contribution_of("province p.m.").is_whole);
}

TEST(Budget, TakesDifferencesAndPricesWithinReplicates)
{
    auto const budget = budget_of(example());
    auto const& goods = find(budget, "more", 2027, BudgetLevel::scheme, "goods");

    EXPECT_DOUBLE_EQ(goods.change.current.estimate, -40);
    EXPECT_DOUBLE_EQ(goods.change.current.low, -49);  // of -50, -40 and -30
    EXPECT_DOUBLE_EQ(goods.spending.constant.estimate, (150 / 1.02 + 240 / 1.04 + 330 / 1.06) / 3);
    auto const& before = find(budget, "more", 2026, BudgetLevel::scheme, "goods");
    EXPECT_EQ(before.change.current.estimate, 0);
    EXPECT_EQ(before.spending.constant.estimate, before.spending.current.estimate);
}

TEST(Budget, LeavesOutWhatIsNothingInEveryPackageAndYear)
{
    auto const budget = budget_of(example());

    ASSERT_EQ(budget.lines.size(), 3U);
    EXPECT_TRUE(std::none_of(budget.lines.begin(), budget.lines.end(),
                             [](auto const& known) { return known.scheme == "unused"; }));
}

TEST(Budget, KnowsWhenMoneyEnds)
{
    auto until_2027 = line("signals", "6.23", "incidental", "municipality");
    until_2027.last_day = "2027-12-31";

    EXPECT_FALSE(has_ended(until_2027, 2027));
    EXPECT_TRUE(has_ended(until_2027, 2028));
    EXPECT_FALSE(has_ended(line("goods", "6.3", "structural", "municipality"), 2090));
}

}  // namespace
}  // namespace minimasim::forecast::test
