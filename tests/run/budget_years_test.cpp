// Budget years: the static run is the forecast of a year in which nothing moves, and terms move as their rows
// say.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/error.hpp"
#include "sim/run/forecast/budget_people.hpp"
#include "sim/run/forecast/budget_years.hpp"
#include "sim/run/members/member_rows.hpp"
#include "sim/run/replicate.hpp"
#include "tests/population/households_in_order.hpp"
#include "tests/report/temporary_folder.hpp"
#include "tests/run/example_member.hpp"

namespace minimasim::run {
namespace {

using namespace test;
using report::test::TemporaryFolder;

Setting setting_with_packages()
{
    auto setting = example_setting();
    for (auto const* const id :
         {"limits-130", "income-supplement-500", "participation-budget", "new-approach", "full-take-up",
          "supplement-ex-officio", "no-municipal-schemes", "raise-the-bar"}) {
        add_shipped(setting, id);
    }
    return setting;
}

TEST(CalibratedReplicate, CountsExactlyWhatARunCounts)
{
    auto const setting = setting_with_packages();
    for (std::uint32_t replicate = 0; replicate < 4; ++replicate) {
        auto const run = run_replicate(setting, example_member(), replicate);
        CalibratedReplicate const calibrated(setting, example_member(), replicate);
        for (int time = 0; time < 2; ++time) {  // one year leaves nothing behind for the next
            auto const year = calibrated.run(setting, example_member());

            ASSERT_EQ(year.size(), run.packages.size());
            for (std::size_t p = 0; p < year.size(); ++p) {
                EXPECT_TRUE(year[p] == run.packages[p]) << setting.packages[p].id << ", " << replicate;
            }
        }
    }
}

// Households that stay keep their take-up, whoever else comes or goes: every household has a cell of its own.
TEST(CalibratedReplicate, LetsHouseholdsThatStayKeepTheirTakeUp)
{
    auto setting = example_setting();
    add_shipped(setting, "limits-130");
    auto whole = example_member();
    whole.facts = facts_of(setting, whole);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = 0; i < example_households; i += 1 + i % 3) {
        rows.push_back(i);
    }
    auto const those_who_stay = of_rows(whole, rows);

    auto const run = run_replicate(setting, whole, 2);
    auto const year = CalibratedReplicate(setting, whole, 2).run(setting, those_who_stay);

    std::int64_t recipients = 0;
    for (std::size_t p = 0; p < year.size(); ++p) {
        for (std::size_t k = 0; k < rules::scheme_count; ++k) {
            for (auto const household : rows) {
                auto const cost = outcomes::SchemeOutcome::cost_cents_per_year;
                EXPECT_EQ(year[p].at(k, cost, 1 + household), run.packages[p].at(k, cost, 1 + household));
                recipients += year[p].at(k, cost, 1 + household) > 0;
            }
        }
    }
    EXPECT_GT(recipients, 500);
}

Workspace const& workspace()
{
    static auto const read = read_workspace({source_folder / "data", source_folder / "scenarios"}, "GM0106");
    return read;
}

BudgetYearPlan plan_of(input::Scenario const& scenario, int year)
{
    return plan_year(workspace(), {nullptr, &scenario}, year);
}

TEST(PolicyIndex, LeavesAYearThatIsKnownAsItIs)
{
    PolicyIndex const index(workspace());
    auto const known = plan_year(workspace(), {nullptr}, 2025).to_run.front().policy;
    auto const moved = index.moved(known, forecast::draw_indices(index.path(), 1, 3)[2]);

    ASSERT_EQ(moved.terms.size(), known.terms.size());
    for (std::size_t i = 0; i < known.terms.size(); ++i) {
        EXPECT_TRUE(moved.terms[i].value == known.terms[i].value || std::isnan(known.terms[i].value));
    }
    EXPECT_EQ(moved.measure_budgets, known.measure_budgets);
    auto const factors =
        index.incomes(workspace().evidence, forecast::middle_index(index.path()), known.date);
    auto const of_run = population::factors_between(workspace().evidence, {2023, 7, 1}, known.date);
    EXPECT_EQ(factors.wage, of_run.wage);
    EXPECT_EQ(factors.rent_social, of_run.rent_social);
}

TEST(PolicyIndex, MovesTermsFromTheirLastKnownValueOn)
{
    PolicyIndex const index(workspace());
    auto const middle = forecast::middle_index(index.path());
    auto const plan = plan_year(workspace(), {nullptr}, 2028);
    index.check(plan.to_run.front().policy);
    auto const moved = index.moved(plan.to_run.front().policy, middle);
    auto const norms = forecast::index_series("norms");
    auto const prices = forecast::index_series("prices");
    auto const cents = [](double value) { return std::floor(value * 100 + 0.5) / 100; };
    auto const known = [](char const* scheme, char const* term, Date date) {
        return workspace().terms.at(scheme, term, date)->value;
    };

    // Known on 1 January 2026; moved on 1 July 2026, twice in 2027, twice in 2028.
    double const since_2026 = std::sqrt(1 + middle.rise(norms, 2026)) * middle.growth(norms, 2026, 2028);
    EXPECT_EQ(term_value(moved.policy, "social_assistance", "single_21_to_aow"),
              cents(known("social_assistance", "single_21_to_aow", {2026, 6, 30}) * since_2026));
    // Known on the policy date in 2025; moved every January after it.
    EXPECT_EQ(term_value(moved.policy, "income_supplement", "amount_single"),
              cents(349 * middle.growth(prices, 2025, 2028)));
    EXPECT_EQ(term_value(moved.policy, "income_supplement", "income_limit_share"), 1.2);
    EXPECT_EQ(term_value(moved.policy, "participation_budget", "housing_cost_cap_per_month"), 100'000);
    auto const& measures = workspace().municipality.measures;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        double const before = known(measures[i].key.c_str(), "budget_per_year", {2025, 7, 1});
        bool const stays = measures[i].duration != "structural";
        EXPECT_EQ(moved.measure_budgets[i],
                  stays ? before : cents(before * middle.growth(prices, 2025, 2028)))
            << measures[i].key;
    }
}

TEST(PolicyIndex, MovesWhatAPackageSetsFromTheDayItIsSet)
{
    PolicyIndex const index(workspace());
    auto const middle = forecast::middle_index(index.path());
    input::Scenario scenario;
    scenario.own.id = "supplement";
    scenario.changes = {{"income_supplement", "amount_single", 500, std::nullopt, {}},
                        {"income_supplement", "amount_couple", 600, Date{2027, 1, 1}, {}}};
    auto const packages = moved_packages(plan_of(scenario, 2028), index, middle);
    auto const prices = forecast::index_series("prices");

    ASSERT_EQ(packages.size(), 2U);
    auto const& policy = packages[1].policy.policy;
    EXPECT_NEAR(term_value(policy, "income_supplement", "amount_single"),
                500 * middle.growth(prices, 2025, 2028), 0.005);
    EXPECT_NEAR(term_value(policy, "income_supplement", "amount_couple"),
                600 * middle.growth(prices, 2027, 2028), 0.005);
}

TEST(BudgetPlan, CountsTheFirstYearFromTheMonthInWhichAChangeBegins)
{
    input::Scenario scenario;
    scenario.own.id = "later";
    scenario.changes = {{"income_supplement", "amount_single", 500, Date{2027, 4, 1}, {}},
                        {"youth_debt", "budget_per_year", 100'000, Date{2027, 10, 15}, {}}};

    EXPECT_EQ(plan_of(scenario, 2026).months[1], 0);
    EXPECT_EQ(plan_of(scenario, 2026).to_run.size(), 1U);  // as current policy: not run twice
    auto const first = plan_of(scenario, 2027);
    EXPECT_EQ(first.months[1], 9);
    ASSERT_EQ(first.packages[1].size(), 3U);
    std::vector<int> months;
    for (auto const& part : first.packages[1]) {
        months.push_back(part.months);
    }
    EXPECT_EQ(months, (std::vector<int>{3, 6, 3}));
    EXPECT_EQ(first.packages[1][0].package, 0U);
    EXPECT_NE(first.packages[1][1].package, 0U);
    EXPECT_EQ(term_value(first.packages[1][1].policy.policy, "income_supplement", "amount_single"), 500);
    auto const full = plan_of(scenario, 2028);
    EXPECT_EQ(full.months[1], 12);
    EXPECT_EQ(full.packages[1].size(), 1U);
}

TEST(BudgetPlan, LetsTheLaterOfTwoChangesWin)
{
    input::Scenario scenario;
    scenario.own.id = "twice";
    scenario.changes = {{"income_supplement", "amount_single", 600, Date{2028, 1, 1}, {}},
                        {"income_supplement", "amount_single", 500, std::nullopt, {}}};

    auto const amount = [&](int year) {
        return term_value(plan_of(scenario, year).packages[1][0].policy.policy, "income_supplement",
                          "amount_single");
    };
    EXPECT_EQ(amount(2027), 500);
    EXPECT_EQ(amount(2028), 600);
}

// Two budget years of a small town, of current policy, limits of 130 % and a package with a law of its own.
forecast::Budget budget_of_small_town(HouseholdsOfYears households_of_years)
{
    constexpr double size = 0.06;  // of Assen
    static TemporaryFolder const cache;
    static Ensemble const ensemble(workspace(), policy_in_force(workspace().municipality.calibration_date), 1,
                                   cache.path(), size);
    static auto const limits =
        input::read_scenario(source_folder / "scenarios" / "limits-130.toml", source_folder / "scenarios");
    static auto const premium = [] {
        input::Scenario scenario;
        scenario.own.id = "premium";
        scenario.changes = {change("health_care_allowance", "standard_premium", 3'000)};
        return scenario;
    }();
    RunOptions run;
    run.members = 2;
    run.replicates = 4;
    ensemble.prepare(run.members, 1, run.progress);
    BudgetYears years(workspace(), run, {nullptr, &limits, &premium},
                      {{2026, 2028}, {}, std::move(households_of_years)});
    return forecast::budget_of(
        years.input(years.numbers(ensemble, {0, 1, 2, 3}).budget,
                    {{"baseline", {}, "", ""}, {"limits-130", {}, "", ""}, {"premium", {}, "", ""}}));
}

std::vector<double> spending_of(forecast::Budget const& budget)
{
    std::vector<double> all;
    for (auto const& figure : budget.figures) {
        all.insert(all.end(), {figure.spending.current.estimate, figure.spending.current.low,
                               figure.change.current.estimate});
    }
    return all;
}

std::vector<HouseholdsOfYear> everybody(population::Population const& at_base_date, std::uint32_t,
                                        std::vector<int> const& years)
{
    HouseholdsOfYear households{at_base_date, std::vector<std::uint32_t>(at_base_date.size())};
    std::iota(households.numbers.begin(), households.numbers.end(), 0U);
    return std::vector<HouseholdsOfYear>(years.size(), households);
}

// Also: the households that are kept in memory give the totals of all, in every year and under every law.
TEST(YearsOfBudget, AreTheSameWhereTheHouseholdsOfAYearAreThoseOfTheBaseDate)
{
    auto const without = budget_of_small_town({});
    auto const with = budget_of_small_town(everybody);

    ASSERT_EQ(without.figures.size(), with.figures.size());
    EXPECT_EQ(spending_of(without), spending_of(with));
    EXPECT_GT(without.figures.front().spending.current.estimate, 0);
}

TEST(YearsOfBudget, TakeInTheHouseholdsOfTheirYear)
{
    auto const without_savings = [](population::Population const& at_base_date, std::uint32_t member,
                                    std::vector<int> const& years) {
        auto households = everybody(at_base_date, member, years);
        for (std::size_t y = 0; y < years.size(); ++y) {
            auto& savings = households[y].population.liquid_assets_cents;
            if (years[y] == 2028) {
                std::fill(savings.begin(), savings.end(), 0);
            }
        }
        return households;
    };
    auto const before = budget_of_small_town({});
    auto const after = budget_of_small_town(without_savings);
    int changed = 0;
    for (std::size_t i = 0; i < before.figures.size(); ++i) {
        auto const& figure = before.figures[i];
        bool const is_same = figure.spending.current.estimate == after.figures[i].spending.current.estimate;
        EXPECT_TRUE(is_same || figure.year == 2028) << figure.key;
        changed += !is_same;
    }
    EXPECT_GT(changed, 0);
}

// Those that come in stand among the others as the people are stepped, or behind them all.
TEST(YearsOfBudget, AreTheSameWhereverNewHouseholdsStand)
{
    static auto const inputs = read_people_inputs(workspace(), 2030);
    auto const stepped = stepped_households(workspace(), inputs,
                                            policy_in_force(workspace().municipality.calibration_date), 1);
    auto const new_ones_last = [&](population::Population const& at_base_date, std::uint32_t member,
                                   std::vector<int> const& years) {
        auto of_years = stepped(at_base_date, member, years);
        for (auto& households : of_years) {
            std::vector<std::uint32_t> order(households.numbers.size());
            std::iota(order.begin(), order.end(), 0U);
            std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
                return households.numbers[a] < households.numbers[b];
            });
            households.population = population::in_order(households.population, order);
            std::sort(households.numbers.begin(), households.numbers.end());
            EXPECT_GT(households.numbers.back(), at_base_date.size());
        }
        return of_years;
    };
    auto const fixed = spending_of(budget_of_small_town({}));
    auto const among = spending_of(budget_of_small_town(stepped));
    EXPECT_EQ(among, spending_of(budget_of_small_town(new_ones_last)));
    EXPECT_NE(among, fixed);
}

}  // namespace
}  // namespace minimasim::run
