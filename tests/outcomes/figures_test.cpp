#include "sim/outcomes/figures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/draw.hpp"

namespace minimasim::outcomes {

namespace {

constexpr std::size_t supplement = rules::index_of<rules::income_supplement::Scheme>();
constexpr std::size_t fund = rules::index_of<rules::adult_fund::Scheme>();

// Definition 7 of Hyndman and Fan, straight from the paper: x at 1 + (n - 1) p, interpolated.
double reference_percentile(std::vector<double> values, double p)
{
    std::sort(values.begin(), values.end());
    double const place = 1 + (static_cast<double>(values.size()) - 1) * p;
    auto const whole = static_cast<std::size_t>(std::floor(place));
    double const rest = place - std::floor(place);
    double const below = values[whole - 1];
    return whole < values.size() ? (1 - rest) * below + rest * values[whole] : below;
}

Cells cells()
{
    return make_cells({"Centrum", "Peelo"});
}

CellsOfHousehold a_family(Cells const& cells)
{
    return cells_of(cells, 1, population::Profile::brown, population::HouseholdType::couple_with_children, 2,
                    population::Source::employee);
}

// Two packages, three replicates, one measure: costs and poverty that can be checked by hand.
Totals small_totals()
{
    Totals totals;
    totals.packages = {"baseline", "dearer"};
    totals.measures = {"early_signals"};
    totals.measure_budgets = {{150'000}, {155'000}};
    auto const all = cells();
    for (std::int64_t replicate = 0; replicate < 3; ++replicate) {
        std::vector<Tally> of_replicate;
        for (std::int64_t package = 0; package < 2; ++package) {
            Tally tally(all.size());
            tally.add_everywhere(supplement, SchemeOutcome::entitled_households, a_family(all), 10);
            tally.add_everywhere(supplement, SchemeOutcome::recipients_households, a_family(all),
                                 5 + package);
            tally.add_everywhere(supplement, SchemeOutcome::cost_cents_per_year, a_family(all),
                                 100'000 * (1 + replicate) + 50'000 * package);
            tally.add(supplement, SchemeOutcome::users, 0, 5 + package);
            tally.add_everywhere(fund, SchemeOutcome::cost_cents_per_year, a_family(all),
                                 20'000 * (1 - package));
            tally.add_everywhere(PackageOutcome::poor_persons, a_family(all),
                                 40 - 3 * package * (replicate + 1));
            of_replicate.push_back(tally);
        }
        totals.by_replicate.push_back(of_replicate);
    }
    return totals;
}

Figure const* find(std::vector<Figure> const& figures, std::string const& package, std::string const& outcome,
                   std::string const& scheme, std::string const& breakdown = "total",
                   std::string const& cell = "")
{
    Figure const* found = nullptr;
    for (auto const& figure : figures) {
        if (figure.package == package && figure.outcome == outcome && figure.scheme == scheme &&
            figure.breakdown == breakdown && figure.cell == cell) {
            EXPECT_EQ(found, nullptr) << package << " " << outcome << " " << scheme << " stands there twice";
            found = &figure;
        }
    }
    return found;
}

}  // namespace

TEST(Percentile, AgreesWithThePlainReference)
{
    for (std::uint32_t n = 1; n <= 60; ++n) {
        std::vector<double> values;
        for (std::uint32_t i = 0; i < n; ++i) {
            values.push_back(std::floor(uniform(3, Stream::term, n, i, 0, 0) * 50) - 10);
        }
        for (double const p : {0.0, 0.05, 0.25, 0.5, 0.9, 0.95, 1.0}) {
            ASSERT_NEAR(percentile(values, p), reference_percentile(values, p), 1e-9)
                << n << " values, " << p;
        }
    }
}

TEST(Percentile, HasTheValuesEverybodyKnows)
{
    EXPECT_EQ(percentile({3, 1, 2}, 0.5), 2);
    EXPECT_EQ(percentile({1, 2, 3, 4}, 0.5), 2.5);
    EXPECT_EQ(percentile({7}, 0.05), 7);
    EXPECT_EQ(percentile({}, 0.5), 0);
    EXPECT_EQ(percentile({0, 10}, 0.05), 0.5);
}

TEST(Tally, AddsUpOverEveryBreakdown)
{
    auto const all = cells();
    Tally tally(all.size());
    for (std::uint32_t household = 0; household < 5'000; ++household) {
        auto const pick = [&](std::uint32_t draw, std::size_t count) {
            return static_cast<std::size_t>(uniform(5, Stream::amounts, 0, household, draw, 0) *
                                            static_cast<double>(count));
        };
        auto const of = cells_of(all, pick(0, 2), static_cast<population::Profile>(pick(1, 9)),
                                 static_cast<population::HouseholdType>(pick(2, 5)), pick(3, 7),
                                 static_cast<population::Source>(pick(4, 8)));
        tally.add_everywhere(supplement, SchemeOutcome::cost_cents_per_year, of,
                             static_cast<std::int64_t>(pick(5, 100'000)));
        tally.add_everywhere(PackageOutcome::poor_persons, of, static_cast<std::int64_t>(pick(6, 5)));
    }

    for (std::size_t breakdown = 1; breakdown < breakdown_count; ++breakdown) {
        std::int64_t cost = 0;
        std::int64_t poor = 0;
        for (std::size_t cell = 0; cell < all.size(); ++cell) {
            if (static_cast<std::size_t>(all.list[cell].breakdown) == breakdown) {
                cost += tally.at(supplement, SchemeOutcome::cost_cents_per_year, cell);
                poor += tally.at(PackageOutcome::poor_persons, cell);
            }
        }
        EXPECT_EQ(cost, tally.at(supplement, SchemeOutcome::cost_cents_per_year));
        EXPECT_EQ(poor, tally.at(PackageOutcome::poor_persons));
    }
}

TEST(Figures, CountGainsOnlyWhereThereAreCells)
{
    auto const totals = small_totals();

    auto const with_cells = make_figures(totals, cells());
    auto const total_alone = make_figures(totals, Cells{{{Breakdown::total, ""}}, {}});

    EXPECT_NE(find(with_cells, "dearer", "gaining_households", ""), nullptr);
    EXPECT_EQ(find(total_alone, "dearer", "gaining_households", ""), nullptr);
}

TEST(Figures, CountHouseholdsBySchemesReceivedAndNothingElseByThat)
{
    auto totals = small_totals();
    auto const all = cells();
    for (auto& replicate : totals.by_replicate) {
        for (auto& tally : replicate) {
            tally.add(PackageOutcome::households, 0, 12);
            tally.add(PackageOutcome::households, tally.cell_of_received(9), 12);
        }
    }

    auto const figures = make_figures(totals, all);

    auto const* six = find(figures, "baseline", "households", "", "schemes_received", "6 or more");
    ASSERT_NE(six, nullptr);
    EXPECT_EQ(six->estimate, 12);
    for (auto const& figure : figures) {
        bool const is_by_received = figure.breakdown == "schemes_received";
        EXPECT_EQ(is_by_received, figure.outcome == "households" && figure.breakdown != "total");
    }
}

TEST(Tally, KeepsEveryOutcomeInAPlaceOfItsOwn)
{
    Tally tally(3);
    std::int64_t amount = 1;
    for (std::size_t scheme = 0; scheme < rules::scheme_count; ++scheme) {
        for (std::size_t outcome = 0; outcome < scheme_outcome_count; ++outcome) {
            tally.add(scheme, static_cast<SchemeOutcome>(outcome), 2, amount++);
        }
    }
    for (std::size_t outcome = 0; outcome < package_outcome_count; ++outcome) {
        tally.add(static_cast<PackageOutcome>(outcome), 2, amount++);
    }

    amount = 1;
    for (std::size_t scheme = 0; scheme < rules::scheme_count; ++scheme) {
        for (std::size_t outcome = 0; outcome < scheme_outcome_count; ++outcome) {
            ASSERT_EQ(tally.at(scheme, static_cast<SchemeOutcome>(outcome), 2), amount++);
            ASSERT_EQ(tally.at(scheme, static_cast<SchemeOutcome>(outcome), 1), 0);
        }
    }
    for (std::size_t outcome = 0; outcome < package_outcome_count; ++outcome) {
        ASSERT_EQ(tally.at(static_cast<PackageOutcome>(outcome), 2), amount++);
    }
}

TEST(Tally, AddsToTheSameWhateverTheOrder)
{
    auto const all = cells();
    Tally a(all.size());
    Tally b(all.size());
    a.add_everywhere(supplement, SchemeOutcome::users, a_family(all), 3);
    b.add_everywhere(PackageOutcome::poor_children, a_family(all), 4);
    Tally left = a;
    Tally right = b;

    left += b;
    right += a;

    EXPECT_TRUE(left == right);
    EXPECT_FALSE(left == a);
}

TEST(Figures, HaveTheMeanAndThePairedDifferenceOfTheReplicates)
{
    auto const figures = make_figures(small_totals(), cells());
    auto const* const baseline = find(figures, "baseline", "cost_per_year", "income_supplement");
    auto const* const dearer = find(figures, "dearer", "cost_per_year", "income_supplement");

    ASSERT_TRUE(baseline && dearer);
    EXPECT_DOUBLE_EQ(baseline->estimate, 2'000);
    EXPECT_DOUBLE_EQ(baseline->low, 1'100);  // 1,000 2,000 3,000 at 5 %
    EXPECT_DOUBLE_EQ(baseline->high, 2'900);
    EXPECT_EQ(baseline->difference, 0);
    EXPECT_EQ(baseline->unit, "euro_per_year");
    EXPECT_DOUBLE_EQ(dearer->estimate, 2'500);
    EXPECT_DOUBLE_EQ(dearer->difference, 500);
    EXPECT_NEAR(dearer->difference_low, 500, 1e-9);
    EXPECT_NEAR(dearer->difference_high, 500, 1e-9);
}

TEST(Figures, AddSchemesAndMeasuresToTheCostInAll)
{
    auto const figures = make_figures(small_totals(), cells());

    EXPECT_DOUBLE_EQ(find(figures, "baseline", "cost_per_year", "")->estimate, 150'000 + 2'000 + 200);
    EXPECT_DOUBLE_EQ(find(figures, "dearer", "cost_per_year", "")->estimate, 155'000 + 2'500);
    EXPECT_DOUBLE_EQ(find(figures, "dearer", "cost_per_year", "")->difference, 5'000 + 500 - 200);
    EXPECT_DOUBLE_EQ(find(figures, "dearer", "cost_per_year", "early_signals")->difference, 5'000);
}

TEST(Figures, LeaveSavingsOutOfTheGrossCost)
{
    auto const figures = make_figures(small_totals(), cells());

    EXPECT_NEAR(find(figures, "dearer", "gross_cost_per_year", "")->difference, 5'000 + 500, 1e-6);
    EXPECT_EQ(find(figures, "baseline", "gross_cost_per_year", "")->difference, 0);
}

TEST(Figures, GiveTakeUpAsAShareOfTheEntitled)
{
    auto const figures = make_figures(small_totals(), cells());

    EXPECT_DOUBLE_EQ(find(figures, "baseline", "take_up", "income_supplement")->estimate, 0.5);
    EXPECT_DOUBLE_EQ(find(figures, "dearer", "take_up", "income_supplement")->estimate, 0.6);
    EXPECT_EQ(find(figures, "baseline", "take_up", "child_package")->estimate, 0);
    EXPECT_EQ(find(figures, "baseline", "users", "child_package")->unit, "children");
    EXPECT_EQ(find(figures, "baseline", "users", "adult_fund")->unit, "persons");
}

TEST(Figures, CountPovertyWithIntervals)
{
    auto const figures = make_figures(small_totals(), cells());
    auto const* const poor = find(figures, "dearer", "poor_persons", "");

    ASSERT_NE(poor, nullptr);
    EXPECT_DOUBLE_EQ(poor->estimate, 34);
    EXPECT_DOUBLE_EQ(poor->difference, -6);
    EXPECT_DOUBLE_EQ(poor->difference_low, -8.7);
    EXPECT_DOUBLE_EQ(poor->difference_high, -3.3);
}

TEST(Figures, HoldTheCellsThatAreNotZeroInEveryPackageAndAllTotals)
{
    auto const figures = make_figures(small_totals(), cells());

    EXPECT_NE(find(figures, "baseline", "cost_per_year", "income_supplement", "neighbourhood", "Peelo"),
              nullptr);
    EXPECT_EQ(find(figures, "baseline", "cost_per_year", "income_supplement", "neighbourhood", "Centrum"),
              nullptr);
    EXPECT_NE(find(figures, "dearer", "cost_per_year", "adult_fund", "norm_band", "110 to 120 %"), nullptr);
    EXPECT_NE(find(figures, "baseline", "poor_children", ""), nullptr);
}

TEST(Figures, AreTheSameLinesForEveryPackageTheBaselineFirst)
{
    auto const figures = make_figures(small_totals(), cells());
    ASSERT_EQ(figures.size() % 2, 0U);
    std::size_t const half = figures.size() / 2;

    for (std::size_t i = 0; i < half; ++i) {
        ASSERT_EQ(figures[i].package, "baseline");
        ASSERT_EQ(figures[half + i].package, "dearer");
        ASSERT_EQ(figures[i].outcome, figures[half + i].outcome);
        ASSERT_EQ(figures[i].cell, figures[half + i].cell);
    }
}

TEST(ReplicateTable, HoldsEveryReplicateOfEveryHeadline)
{
    auto const table = make_replicate_table(small_totals());

    ASSERT_EQ(table.packages, 2U);
    ASSERT_EQ(table.replicates, 3U);
    ASSERT_EQ(table.values.size(), table.outcomes.size() * 6);
    ASSERT_EQ(table.units.size(), table.outcomes.size());
    auto const found =
        std::find(table.outcomes.begin(), table.outcomes.end(), "cost_per_year/income_supplement");
    ASSERT_NE(found, table.outcomes.end());
    auto const o = static_cast<std::size_t>(found - table.outcomes.begin());
    std::vector<double> const expected{1'000, 2'000, 3'000, 1'500, 2'500, 3'500};
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_DOUBLE_EQ(table.values[o * 6 + i], expected[i]);
    }
}

}  // namespace minimasim::outcomes
