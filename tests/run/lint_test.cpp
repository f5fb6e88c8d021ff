#include "sim/run/uncertainty/lint.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/base/error.hpp"
#include "tests/run/example_member.hpp"

namespace minimasim::run {

namespace {

using namespace test;
using outcomes::LintRow;

std::vector<LintRow> lint(Setting const& setting)
{
    return lint_members(lint_setting(setting), {example_member()}, setting.packages.size(), 1);
}

LintRow row_of(std::vector<LintRow> const& rows, std::string const& package, std::string const& change = "")
{
    for (auto const& row : rows) {
        if (row.package == package && row.change.rfind(change, 0) == 0 &&
            row.change.empty() == change.empty()) {
            return row;
        }
    }
    ADD_FAILURE() << "no row " << package << " " << change;
    return {};
}

// A value that betters a term: beyond what the baseline draws where that is uncertain.
double better_value(Setting const& setting, TermRange const& range, double value, Direction rise)
{
    double more = 1.25 * value + 0.01;
    double less = 0.6 * value;
    for (auto const& uncertain : setting.municipality.uncertain_terms) {
        if (uncertain.scheme == range.scheme && uncertain.term == range.term) {
            more = std::max(more, 1.2 * uncertain.high);
            less = std::min(less, 0.8 * uncertain.low);
        }
    }
    if (range.unit == rules::Unit::yes_no) {
        return rise == Direction::improvement ? 1 : 0;
    }
    return rise == Direction::improvement ? std::min(range.highest, more) : std::max(range.lowest, less);
}

// Every scheme that runs, wider by every term that has a direction, one package a term.
Setting all_improvements()
{
    auto setting = example_setting();
    auto const in_force = setting.packages[0].policy;
    for (auto const& range : all_terms(in_force, setting.municipality.measures)) {
        double const value = term_value(in_force.policy, range.scheme, range.term);
        auto const rise = direction_of_rise(range.scheme, range.term);
        bool const may_not_rise = range.scheme == "local_tax_waiver" && range.term == "income_limit_share";
        if (rise == Direction::unclear || std::isnan(value) || may_not_rise) {
            continue;
        }
        double const better = better_value(setting, range, value, rise);
        if (better != value) {
            add_package(setting, range.scheme + "." + range.term, {change(range.scheme, range.term, better)});
        }
    }
    return setting;
}

std::string refusal(Setting const& setting, std::vector<input::Scenario> const& scenarios,
                    std::vector<std::vector<outcomes::Tally>> const& tallies = {})
{
    try {
        refuse_without_effect(setting, scenarios, tallies);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

input::Scenario scenario_called(std::string const& id)
{
    input::Scenario scenario;
    scenario.own.id = id;
    scenario.own.file = id + ".toml";
    return scenario;
}

}  // namespace

TEST(APureImprovement, HasNoLosers)
{
    auto const setting = all_improvements();
    ASSERT_GT(setting.packages.size(), 30U);
    int touching = 0;
    for (auto const& row : lint(setting)) {
        EXPECT_EQ(row.direction, "improvement") << row.package;
        EXPECT_EQ(row.losing_households, 0) << row.package;
        EXPECT_EQ(row.loss_euro_per_year, 0) << row.package;
        EXPECT_EQ(row.no_longer_entitled_households, 0) << row.package;
        touching += row.change.empty() && row.gaining_households > 0 ? 1 : 0;
    }
    EXPECT_GE(touching, 15);
}

TEST(AValueInsideTheIntervalOfAnUncertainTerm, IsNoClearImprovement)
{
    auto setting = example_setting();
    add_package(setting, "inside", {change("child_package", "amount_per_child", 595)});
    add_package(setting, "above", {change("child_package", "amount_per_child", 700)});
    auto const rows = lint(setting);

    EXPECT_EQ(row_of(rows, "inside").direction, "unclear");
    EXPECT_EQ(row_of(rows, "above").direction, "improvement");
}

TEST(Lint, CountsWhatEveryHouseholdHasBeforeAndAfter)
{
    population::Population population;
    population.person_begin = {0, 1, 2, 3, 4};
    population.type = {population::HouseholdType::one_person, population::HouseholdType::single_parent,
                       population::HouseholdType::one_person, population::HouseholdType::other};
    Marks const before{{1, 1, 0, 2}, {1, 0, 0, 2}, {10'000, 0, 0, 5'000}};
    Marks const after{{1, 0, 1, 2}, {1, 0, 1, 2}, {9'000, 0, 700, 5'000}};

    auto const row = compare_marks(population, before, after);

    EXPECT_EQ(row.touched_households, 3);
    EXPECT_EQ(row.entitled_households, 2);
    EXPECT_EQ(row.recipients_households, 1);
    EXPECT_EQ(row.amount_households, 2);
    EXPECT_EQ(row.gaining_households, 1);
    EXPECT_EQ(row.losing_households, 1);
    EXPECT_EQ(row.loss_euro_per_year, 10);
    EXPECT_EQ(row.no_longer_entitled_households, 1);
}

TEST(Lint, NamesTheLosersOfALoweredLimitAndCountsEveryChangeByItself)
{
    auto setting = example_setting();
    add_shipped(setting, "limits-130");
    auto const rows = lint(setting);

    auto const whole = row_of(rows, "limits-130");
    auto const raised = row_of(rows, "limits-130", "adult_fund.income_limit_share: 1.2 -> 1.3");
    auto const lowered = row_of(rows, "limits-130", "goods_scheme.income_limit_share: 1.4 -> 1.3");

    EXPECT_EQ(rows.size(), 5U);
    EXPECT_EQ(whole.direction, "mixed");
    EXPECT_EQ(raised.direction, "improvement");
    EXPECT_GT(raised.gaining_households, 0);
    EXPECT_EQ(raised.losing_households, 0);
    EXPECT_EQ(lowered.direction, "restriction");
    EXPECT_GT(lowered.losing_households, 0);
    EXPECT_EQ(lowered.gaining_households, 0);
    EXPECT_FALSE(lowered.losers.empty());
    EXPECT_GE(whole.touched_households, raised.touched_households);
    EXPECT_GE(whole.no_longer_entitled_households, 1);
}

TEST(Lint, SaysWhoLosesFromWhatWasMeantAsAnImprovement)
{
    auto setting = example_setting();
    // A higher mean grant empties the capped budget sooner.
    add_package(setting, "capped",
                {change("tailored_budget", "is_active", 1), change("tailored_budget", "budget_cap", 8'000)});
    setting.packages.erase(setting.packages.begin());
    setting.packages[0].id = "baseline";
    add_package(setting, "dearer", {change("tailored_budget", "mean_grant", 3'000)});
    auto const row = row_of(lint(setting), "dearer");

    EXPECT_EQ(row.direction, "improvement");
    EXPECT_GT(row.losing_households, 0);
    EXPECT_EQ(row.finding, "meant as an improvement, yet households lose");
}

TEST(Lint, KnowsWhatIfsGrantsExOfficioAndBudgets)
{
    auto setting = example_setting();
    add_shipped(setting, "full-take-up");
    add_shipped(setting, "supplement-ex-officio");
    add_package(setting, "budget", {change("early_signals", "budget_per_year", 1)});
    auto const rows = lint(setting);

    EXPECT_EQ(row_of(rows, "full-take-up").direction, "improvement");
    EXPECT_GT(row_of(rows, "full-take-up", "take_up.child_package: 1").touched_households, -1);
    EXPECT_GT(row_of(rows, "supplement-ex-officio", "ex_officio.income_supplement").gaining_households, 0);
    EXPECT_TRUE(std::isnan(row_of(rows, "budget", "early_signals.budget_per_year").touched_households));
    EXPECT_EQ(row_of(rows, "budget").touched_households, 0);
}

TEST(Lint, OfAChangeThatTouchesNobodySaysSo)
{
    auto setting = example_setting();
    add_package(setting, "idle", {change("energy_allowance", "amount", 5)});
    auto const rows = lint(setting);

    EXPECT_EQ(row_of(rows, "idle").finding, "touches no household");
    EXPECT_EQ(row_of(rows, "idle", "energy_allowance.amount").finding, "touches no household by itself");
}

TEST(APackageThatChangesNothing, IsRefusedUnlessItSaysSo)
{
    auto setting = example_setting();
    add_package(setting, "same", {});
    std::vector<input::Scenario> scenarios{scenario_called("baseline"), scenario_called("same")};

    EXPECT_NE(refusal(setting, scenarios).find("same.toml: changes nothing on 2025-07-01"), std::string::npos)
        << refusal(setting, scenarios);

    scenarios[1].own.changes_nothing = true;
    EXPECT_EQ(refusal(setting, scenarios), "");
}

TEST(APackageThatChangesNothing, IsToldFromOneThatChangesSomethingByWhatHouseholdsNotice)
{
    auto setting = example_setting();
    add_package(setting, "idle", {change("energy_allowance", "amount", 5)});
    add_package(setting, "felt", {change("child_package", "amount_per_child", 5)});
    add_package(setting, "budget", {change("early_signals", "budget_per_year", 1)});
    std::vector<input::Scenario> const scenarios{scenario_called("baseline"), scenario_called("idle"),
                                                 scenario_called("felt"), scenario_called("budget")};
    std::vector<std::vector<outcomes::Tally>> const tallies{
        run_replicate(setting, example_member(), 0).packages};

    EXPECT_EQ(refusal(setting, scenarios), "");  // before the run all of them change a term
    auto const after = refusal(setting, scenarios, tallies);
    EXPECT_NE(after.find("idle.toml"), std::string::npos);
    EXPECT_EQ(after.find("felt.toml"), std::string::npos);
    EXPECT_EQ(after.find("budget.toml"), std::string::npos);
}

TEST(AChangeOfALaterYear, ChangesNothingBeforeItAndIsNamedInTheRefusal)
{
    auto setting = example_setting();
    auto scenario = scenario_called("later");
    scenario.changes = {{"income_supplement", "amount_single", 900, Date{2027, 1, 1}, {}}};
    setting.packages.push_back(package_of(
        "later", apply_package(setting.packages[0].policy, setting.municipality.measures, scenario)));

    auto const result = run_replicate(setting, example_member(), 0);

    EXPECT_TRUE(result.packages[1] == result.packages[0]);
    EXPECT_NE(refusal(setting, {scenario_called("baseline"), scenario}).find("from 2027-01-01 has no effect"),
              std::string::npos);
}

}  // namespace minimasim::run
