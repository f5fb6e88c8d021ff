#include <gtest/gtest.h>

#include <map>

#include "sim/outcomes/figures.hpp"
#include "tests/run/example_member.hpp"

// What more replicates do to the error and to the interval of figures.
namespace minimasim::run {

namespace {

using namespace test;
using outcomes::PackageOutcome;
using outcomes::SchemeOutcome;
using outcomes::Tally;

// The totals alone, so that a thousand of them fit in memory.
Tally totals_of(Tally const& tally)
{
    Tally totals(1);
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        for (std::size_t o = 0; o < outcomes::scheme_outcome_count; ++o) {
            auto const outcome = static_cast<SchemeOutcome>(o);
            totals.add(k, outcome, 0, tally.at(k, outcome));
        }
    }
    for (std::size_t o = 0; o < outcomes::package_outcome_count; ++o) {
        auto const outcome = static_cast<PackageOutcome>(o);
        totals.add(outcome, 0, tally.at(outcome));
    }
    return totals;
}

std::map<std::string, outcomes::Figure> figures_of(std::uint32_t replicates)
{
    static std::vector<std::vector<Tally>> all;
    auto setting = example_setting();
    add_shipped(setting, "limits-130");
    add_package(setting, "same", {});
    for (auto r = static_cast<std::uint32_t>(all.size()); r < replicates; ++r) {
        all.emplace_back();
        for (auto const& tally : run_replicate(setting, example_member(), r).packages) {
            all.back().push_back(totals_of(tally));
        }
    }
    outcomes::Totals totals;
    totals.packages = {"baseline", "limits-130", "same"};
    totals.measure_budgets = {{}, {}, {}};
    totals.members = 1;
    totals.by_replicate.assign(all.begin(), all.begin() + replicates);
    std::map<std::string, outcomes::Figure> figures;
    for (auto const& figure : outcomes::make_figures(totals, {{{outcomes::Breakdown::total, ""}}, {}})) {
        figures[figure.package + "/" + figure.outcome + "/" + figure.scheme] = figure;
    }
    return figures;
}

}  // namespace

TEST(MoreReplicates, NarrowTheMonteCarloErrorByTheirRootAndLeaveTheIntervalAlone)
{
    auto const few = figures_of(64);
    auto const many = figures_of(576);
    for (auto const* name :
         {"baseline/cost_per_year/", "limits-130/cost_per_year/", "baseline/poor_persons/",
          "limits-130/newly_reached_households/", "baseline/cost_per_year/special_assistance"}) {
        auto const& a = few.at(name);
        auto const& b = many.at(name);
        EXPECT_NEAR(a.monte_carlo_error / b.monte_carlo_error, 3, 0.6) << name;
        EXPECT_NEAR((b.high - b.low) / (a.high - a.low), 1, 0.25) << name;
    }
    auto const& a = few.at("limits-130/cost_per_year/");
    auto const& b = many.at("limits-130/cost_per_year/");
    EXPECT_NEAR(a.difference_monte_carlo_error / b.difference_monte_carlo_error, 3, 0.6);
    EXPECT_NEAR((b.difference_high - b.difference_low) / (a.difference_high - a.difference_low), 1, 0.25);
}

TEST(APackageEqualToTheBaseline, HasIntervalsOfExactlyNothing)
{
    auto const figures = figures_of(64);
    int rows = 0;
    for (auto const& [name, figure] : figures) {
        if (figure.package == "same") {
            ++rows;
            EXPECT_EQ(figure.difference, 0) << name;
            EXPECT_EQ(figure.difference_low, 0) << name;
            EXPECT_EQ(figure.difference_high, 0) << name;
            EXPECT_FALSE(figure.difference_monte_carlo_error > 0) << name;
            bool const is_change =
                name.find("newly_") != std::string::npos || name.find("no_longer_") != std::string::npos;
            EXPECT_TRUE(!is_change || (figure.low == 0 && figure.high == 0)) << name;
        }
    }
    EXPECT_GT(rows, 80);
}

TEST(Intervals, StayInsideWhatIsPossible)
{
    for (auto const& [name, figure] : figures_of(64)) {
        EXPECT_GE(figure.low, 0) << name;
        EXPECT_LE(figure.low, figure.high) << name;
        EXPECT_TRUE(figure.unit != "share" || figure.high <= 1) << name;
    }
}

}  // namespace minimasim::run
