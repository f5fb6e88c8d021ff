// What must hold of the whole program on the real population, whatever the figures are.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "sim/input/scenario.hpp"
#include "sim/report/population_file.hpp"
#include "sim/rules/municipal/schemes.hpp"
#include "tests/population/households_in_order.hpp"
#include "tests/properties/figures_table.hpp"

namespace minimasim {

namespace {

using namespace test;

// One run of every shipped package, for the tests that only look.
class ShippedPackages : public testing::Test {
  protected:
    void SetUp() override
    {
        give_populations(folder_.path());
        auto const run = minimasim(small_run(folder_.path()));
        ASSERT_EQ(run.exit_code, 0) << run.errors;
    }

    std::filesystem::path const& path() const { return folder_.path(); }

  private:
    TemporaryFolder folder_;
};

std::vector<std::string> shipped_ids()
{
    std::vector<std::string> ids;
    for (auto const& file : input::scenario_files(source_folder / "scenarios")) {
        ids.push_back(file.stem().string());
    }
    return ids;
}

// The households of each neighbourhood in reverse order, each with its persons.
population::Population reversed(population::Population const& all)
{
    std::vector<std::uint32_t> order(all.size());
    std::iota(order.rbegin(), order.rend(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return all.neighbourhood[a] < all.neighbourhood[b];
    });
    return population::in_order(all, order);
}

std::vector<std::string> neighbourhoods()
{
    auto const csv = input::Csv::read(source_folder / "data/margins/GM0106/neighbourhoods.csv");
    std::vector<std::string> names;
    for (auto const& row : csv.rows()) {
        names.push_back(csv.cell(row, "name"));
    }
    return names;
}

}  // namespace

TEST(APackage, HasTheSameFiguresAloneAndBesideOthers)
{
    TemporaryFolder const alone;
    TemporaryFolder const together;
    give_populations(alone.path());
    give_populations(together.path());
    ASSERT_EQ(minimasim(small_run(alone.path(), {"scenarios/limits-130.toml"})).exit_code, 0);
    ASSERT_EQ(minimasim(small_run(together.path())).exit_code, 0);

    FiguresTable const one(alone.path());
    FiguresTable const all(together.path());

    EXPECT_GT(one.rows().size(), 500U);
    for (auto const& [key, row] : one.rows()) {
        auto const found = all.rows().find(key);
        ASSERT_NE(found, all.rows().end()) << key;
        ASSERT_EQ(row->cells, found->second->cells) << key;
    }
}

TEST_F(ShippedPackages, HaveEstimatesWithinTheirIntervalsAndTotalsThatAddUp)
{
    FiguresTable const figures(path());
    for (auto const& row : figures.csv().rows()) {
        if (figures.csv().cell(row, "left_out") == "all") {
            continue;
        }
        ASSERT_LE(figures.csv().number(row, "low"), figures.csv().number(row, "estimate") + 0.01);
        ASSERT_GE(figures.csv().number(row, "high"), figures.csv().number(row, "estimate") - 0.01);
    }
    for (auto const& package : shipped_ids()) {
        double cost = 0;
        for (auto const& scheme : rules::schemes) {
            double in_neighbourhoods = 0;
            for (auto const& row : figures.csv().rows()) {
                if (figures.csv().cell(row, "package") == package &&
                    figures.csv().cell(row, "outcome") == "cost_per_year" &&
                    figures.csv().cell(row, "scheme") == scheme.key &&
                    figures.csv().cell(row, "breakdown") == "neighbourhood") {
                    in_neighbourhoods += figures.csv().number(row, "estimate");
                }
            }
            double const total = figures.total(package, "cost_per_year", scheme.key);
            EXPECT_NEAR(in_neighbourhoods, total, 0.2) << package << ", " << scheme.key;
            cost += total;
        }
        auto const measures = input::Csv::read(source_folder / "data/municipalities/GM0106/measures.csv");
        for (auto const& row : measures.rows()) {
            cost += figures.total(package, "cost_per_year", measures.cell(row, "measure"));
        }
        EXPECT_NEAR(cost, figures.total(package, "cost_per_year"), 0.5) << package;
    }
}

TEST_F(ShippedPackages, ReachMoreHouseholdsTheHigherTheLimit)
{
    FiguresTable const figures(path());
    for (auto const* scheme : {"special_assistance", "income_supplement", "adult_fund", "goods_scheme",
                               "child_package", "group_health_insurance"}) {
        for (auto const* outcome : {"entitled_households", "recipients_households", "cost_per_year"}) {
            double before = 0;
            for (auto const* package :
                 {"limits-110", "limits-120", "limits-130", "limits-140", "limits-150"}) {
                bool const is_set =
                    package != std::string("limits-130") || (scheme != std::string("child_package") &&
                                                             scheme != std::string("group_health_insurance"));
                double const now = figures.total(package, outcome, scheme);
                EXPECT_GE(now, before) << package << ", " << scheme << ", " << outcome;
                if (is_set && outcome == std::string("entitled_households")) {
                    EXPECT_GT(now, before) << package << " finds nobody new for " << scheme;
                }
                before = now;
            }
        }
    }
}

// A limit that finds next to nobody would be answering another question: durations on a low income must be
// known above the present limit too.
TEST_F(ShippedPackages, FindHouseholdsForTheSupplementAboveThePresentLimit)
{
    FiguresTable const figures(path());
    double const at_120 = figures.total("baseline", "entitled_households", "income_supplement");
    double const at_130 = figures.total("limits-130", "entitled_households", "income_supplement");

    EXPECT_GT(at_130, 1.03 * at_120);
}

TEST_F(ShippedPackages, LeaveNobodyBehindThatOnlyAdd)
{
    FiguresTable const figures(path());
    for (auto const* package : {"income-supplement-500", "supplement-ex-officio", "full-take-up",
                                "reach-plus-25", "reach-plus-25-points", "new-approach"}) {
        for (auto const* outcome : {"no_longer_entitled_households", "no_longer_reached_households"}) {
            EXPECT_EQ(figures.total(package, outcome, "", "high"), 0) << package << ", " << outcome;
        }
        EXPECT_LE(figures.total(package, "poverty_gap_per_year", "", "difference_high"), 0) << package;
        EXPECT_GE(figures.total(package, "cost_per_year", "", "difference_low"), 0) << package;
    }
}

TEST_F(ShippedPackages, CostNothingInTheSchemesThatAreSwitchedOff)
{
    FiguresTable const figures(path());
    for (auto const& scheme : rules::schemes) {
        EXPECT_EQ(figures.total("no-municipal-schemes", "cost_per_year", scheme.key), 0) << scheme.key;
    }
    EXPECT_EQ(figures.total("participation-budget", "cost_per_year", "adult_fund"), 0);
    EXPECT_LE(figures.total("new-approach", "cost_per_year", "tailored_budget", "high"), 50'000);
}

TEST_F(ShippedPackages, LeaveTheWaiverAsItIs)
{
    FiguresTable const figures(path());
    for (auto const* package : {"limits-110", "limits-120", "limits-130", "limits-140", "limits-150",
                                "amsterdam-150", "maastricht-100-120", "raise-the-bar"}) {
        EXPECT_EQ(figures.total(package, "cost_per_year", "local_tax_waiver", "difference_low"), 0)
            << package;
        EXPECT_EQ(figures.total(package, "cost_per_year", "local_tax_waiver", "difference_high"), 0)
            << package;
    }
}

// Options that touch each other: the supplement counts as income of the participation budget.
TEST_F(ShippedPackages, AreNoPlainSums)
{
    FiguresTable const figures(path());
    auto const extra = [&](char const* package) {
        return figures.total(package, "cost_per_year", "", "difference");
    };
    double const own_budgets = 50'000 + 100'000 + 35'000;

    EXPECT_NE(extra("raise-the-bar"), extra("limits-130") + extra("income-supplement-500") +
                                          extra("participation-budget") + own_budgets);
    EXPECT_LT(figures.total("raise-the-bar", "cost_per_year", "participation_budget"),
              figures.total("participation-budget", "cost_per_year", "participation_budget"));
}

// Draws belong to a household by its place in the file, so another order deals needs, claims and take-up to
// other households and the costs differ within their interval. What no draw decides must stay to the
// household: who is entitled to schemes that look at income, assets, age, children and duration only, and
// what calibration fixes.
TEST(TheOrderOfHouseholds, DoesNotChangeWhoIsEntitled)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "assen.h5";
    ASSERT_EQ(minimasim({"population", "--size", "6000", "-o", file.string()}).exit_code, 0);
    auto const population = report::read_population(file);
    report::write_population(reversed(population), neighbourhoods(), folder.path() / "reversed.h5");
    auto const run = [&](char const* name) {
        auto const outcome = minimasim(small_run(
            folder.path() / name,
            {"--population", (folder.path() / name).string() + ".h5", "scenarios/limits-130.toml"}));
        EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
    };
    run("assen");
    run("reversed");

    FiguresTable const one(folder.path() / "assen");
    FiguresTable const other(folder.path() / "reversed");

    for (auto const* package : {"baseline", "limits-130"}) {
        for (auto const* scheme :
             {"income_supplement", "group_health_insurance", "goods_scheme", "child_package", "adult_fund"}) {
            for (auto const* outcome : {"entitled_households", "entitled_persons", "entitled_children"}) {
                EXPECT_EQ(one.total(package, outcome, scheme), other.total(package, outcome, scheme))
                    << package << ", " << outcome << ", " << scheme;
            }
        }
        EXPECT_NEAR(one.total(package, "poor_persons") / other.total(package, "poor_persons"), 1, 0.25)
            << package;
    }
    for (auto const& [key, row] : one.rows()) {
        auto const& csv = one.csv();
        if (csv.cell(*row, "outcome") == "entitled_households" &&
            csv.cell(*row, "scheme") == "child_package") {
            ASSERT_EQ(other.rows().count(key), 1U) << key;
            EXPECT_EQ(csv.cell(*row, "estimate"), other.csv().cell(*other.rows().at(key), "estimate")) << key;
        }
    }
}

}  // namespace minimasim
