#include "sim/forecast/indicators.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "sim/base/error.hpp"
#include "sim/forecast/drivers.hpp"
#include "sim/forecast/people/people_terms.hpp"
#include "sim/forecast/results.hpp"

namespace minimasim::forecast {
namespace {

std::filesystem::path const folder = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data" / "assumptions";

std::vector<Assumption> assumptions()
{
    return read_assumptions(folder / "forecast.csv");
}

// Those of the people too.
std::vector<Assumption> all_assumptions()
{
    auto all = assumptions();
    auto const people = read_people_assumptions(folder / "people.csv");
    all.insert(all.end(), people.begin(), people.end());
    return all;
}

TEST(Indicators, AreThoseThatTheForecastCounts)
{
    Forecast forecast;
    forecast.until = first_year;
    forecast.packages = {{"baseline", "", "", true, {}}};
    Replicate replicate;
    replicate.paths.push_back({std::vector<MonthCounts>(12), {}});
    replicate.paths[0].months.assign(12, MonthCounts{});
    add_figures({replicate}, forecast);
    auto const indicators = read_indicators(folder / "forecast_indicators.csv", all_assumptions());

    OutcomeInput input;
    input.packages = {"baseline"};
    input.years = {first_year};
    input.counts = {{{CountsOfYear{}}}};
    input.given_take_up = {0};
    for (auto const& outcome : year_outcomes(input)) {
        forecast.years.push_back({"baseline", outcome.outcome, outcome.unit, first_year, 0, {}, {}});
    }
    std::size_t counted = 0;
    for (auto const& goal : read_goals(folder.parent_path() / "municipalities" / "GM0106" / "goals.csv")) {
        if (goal.reading == Reading::relative) {
            EXPECT_NE(find_indicator(indicators, "reach." + goal.scheme), nullptr) << goal.scheme;
            ++counted;
        }
    }
    for (auto const& figure : forecast.years) {
        EXPECT_NE(find_indicator(indicators, figure.indicator), nullptr)
            << figure.indicator << " has no row in data/assumptions/forecast_indicators.csv";
        ++counted;
    }
    EXPECT_EQ(indicators.size(), counted);
}

TEST(Indicators, StartFromPublishedFiguresThatThereAre)
{
    auto const published = read_published(folder.parent_path() / "dynamics" / "forecast_checks.csv");
    for (auto const& indicator : read_indicators(folder / "forecast_indicators.csv", all_assumptions())) {
        bool found = indicator.baseline_figure.empty();
        for (auto const& figure : published) {
            found = found || figure.key == indicator.baseline_figure;
        }
        EXPECT_TRUE(found) << indicator.key;
    }
}

TEST(Indicators, AreAsSureAsTheWeakestTermBelowThem)
{
    std::vector<Assumption> terms{{"a", "strong", 1, 0, 2, "", "", "high", ""},
                                  {"a", "weak", 1, 0, 2, "", "", "low", ""},
                                  {"b", "assumed", 1, 0, 2, "", "", "none", ""},
                                  {"b", "fixed", 1, 1, 1, "", "", "none", ""}};

    EXPECT_EQ(weakest_grade({"a.strong"}, terms), Grade::founded);
    EXPECT_EQ(weakest_grade({"a.strong", "a.weak"}, terms), Grade::weak);
    EXPECT_EQ(weakest_grade({"a"}, terms), Grade::weak);
    EXPECT_EQ(weakest_grade({"a", "b"}, terms), Grade::assumed);
    EXPECT_EQ(weakest_grade({"b.fixed"}, terms), Grade::founded);  // nothing about it varies
    EXPECT_EQ(weakest_grade({}, terms), Grade::founded);
}

TEST(Indicators, AreRefusedWithoutDefinitionTwiceOrRestingOnNothingThatThereIs)
{
    auto const file = std::filesystem::temp_directory_path() / "minimasim-indicators.csv";
    std::ofstream(file) << "indicator,name,name_en,definition,definition_en,measured_by,measured_by_en,"
                           "baseline_figure,baseline_factor,rests_on\n"
                           "x,naam,name,,definition,wie,who,,1,arears.share\n"
                           "x,naam,name,wat,what,wie,who,,1,arrears.share\n";
    try {
        read_indicators(file, assumptions());
        FAIL() << "was read";
    } catch (InputError const& fault) {
        std::string const text = fault.what();
        for (auto const* const part : {":2: x has no definition", ":2: x rests on arears.share",
                                       "Did you mean arrears.share?", ":3: x stands here twice"}) {
            EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
        }
    }
    std::filesystem::remove(file);
}

TEST(Drivers, AreTheTermsThatMoveTheOutcomeAndNoOthers)
{
    auto const known = assumptions();
    std::vector<Terms> terms;
    std::vector<double> outcome;
    for (std::uint32_t r = 0; r < 400; ++r) {
        terms.push_back(drawn_terms(known, 1, r));
        outcome.push_back(0.08 + 0.3 * terms.back().debts_trend_per_year -
                          0.05 * terms.back().debts_exit_per_year);
    }
    outcome.push_back(std::numeric_limits<double>::quiet_NaN());
    terms.push_back(terms.front());

    auto const drivers = drivers_of(outcome, terms, known);

    ASSERT_EQ(drivers.size(), 2U);
    EXPECT_EQ(drivers[0].term, "trend_per_year");
    EXPECT_EQ(drivers[1].term, "exit_per_year");
    EXPECT_NEAR(drivers[0].at_high - drivers[0].at_low, 0.3 * 0.06, 0.001);
    EXPECT_NEAR(drivers[1].at_high - drivers[1].at_low, -0.05 * 0.16, 0.001);
    EXPECT_GT(drivers[0].variance_share, drivers[1].variance_share);
    EXPECT_LE(drivers[0].variance_share + drivers[1].variance_share, 1.05);
    EXPECT_TRUE(drivers_of({0.1, 0.1}, {terms[0], terms[1]}, known).empty());
}

}  // namespace
}  // namespace minimasim::forecast
