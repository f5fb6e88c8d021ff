#include "sim/report/workbook/forecast_workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sim/report/forecast_monitor.hpp"
#include "tests/report/example_forecast.hpp"

namespace minimasim::report {
namespace {

Sheet const& sheet_called(Workbook const& workbook, std::string const& name)
{
    for (auto const& sheet : workbook.sheets) {
        if (sheet.name == name) {
            return sheet;
        }
    }
    throw std::runtime_error("no sheet " + name);
}

// The first row that begins with these texts.
std::size_t row_of(Sheet const& sheet, std::vector<std::string> const& texts)
{
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        bool is_it = true;
        for (std::size_t column = 0; column < texts.size(); ++column) {
            is_it = is_it && sheet.at(row, column).text == texts[column];
        }
        if (is_it) {
            return row;
        }
    }
    throw std::runtime_error("no row " + texts[0]);
}

TEST(ForecastWorkbook, HasItsSheetsInBothLanguages)
{
    std::vector<std::string> names;
    for (auto const language : {Language::dutch, Language::english}) {
        for (auto const& sheet : forecast_workbook(test::example_forecast(), language).sheets) {
            names.push_back(sheet.name);
        }
    }
    EXPECT_EQ(names, (std::vector<std::string>{"Antwoord en doelen", "Jaren per pakket", "Wijken", "Monitor",
                                               "Aannames", "Wat er niet in zit", "Answer and goals",
                                               "Years by package", "Neighbourhoods", "Monitor", "Assumptions",
                                               "What is not in it"}));
}

TEST(ForecastWorkbook, HasTheFiguresOfTheForecastWithSharesInPerCent)
{
    auto const workbook = forecast_workbook(test::example_forecast(), Language::dutch);

    auto const& goals = sheet_called(workbook, "Antwoord en doelen");
    auto const goal =
        row_of(goals, {"Aandeel huishoudens met problematische schulden, hoogstens", "Meer plaatsen"});
    EXPECT_EQ(goals.at(goal, 3).number, 4);
    EXPECT_EQ(goals.at(goal, 4).number, 8);
    EXPECT_EQ(goals.at(goal, 7).number, 0);
    auto const& years = sheet_called(workbook, "Jaren per pakket");
    auto const debts =
        row_of(years, {"Meer plaatsen", "Huishoudens met problematische schulden", "huishoudens"});
    EXPECT_EQ(years.at(debts, 4).number, 520);
    EXPECT_EQ(years.at(debts, 7).number, -80);
    EXPECT_EQ(years.at(debts, 10).text, "zwak onderbouwd");
    EXPECT_THROW(row_of(years, {"Grenzen"}), std::runtime_error);  // changes nothing here
    auto const& assumptions = sheet_called(workbook, "Aannames");
    auto const help = row_of(assumptions, {"Vroegsignalering", "achterstand die door hulp eindigt"});
    EXPECT_EQ(assumptions.at(help, 2).number, 0.15);
    EXPECT_EQ(assumptions.at(help, 6).text, "geen bewijs: aanname");
}

TEST(ForecastWorkbook, WaitsInTheMonitorForWhatTheMunicipalityCounts)
{
    auto const workbook = forecast_workbook(test::example_forecast(), Language::dutch);
    auto const& monitor = sheet_called(workbook, "Monitor");
    auto const heading = row_of(monitor, {"Indicator", "Gebied"});
    auto const row = row_of(monitor, {"Aandeel huishoudens met problematische schulden", "Voorbeeld", "%"});

    EXPECT_EQ(monitor.at(heading, 13).text, "Gerealiseerd");
    EXPECT_EQ(monitor.at(row, 13).kind, Cell::Kind::empty);
    EXPECT_EQ(monitor.at(row, 3).number, 8);  // the baseline
    EXPECT_EQ(monitor.at(row, 8).number, 8);
    EXPECT_EQ(monitor.at(row, 11).number, 4);
    auto const& change = monitor.at(row, 14);
    EXPECT_EQ(change.kind, Cell::Kind::text);
    EXPECT_EQ(change.text, "");
    EXPECT_EQ(change.formula.kind, Formula::Kind::difference_where_filled);
    auto const& verdict = monitor.at(row, 15);
    EXPECT_EQ(verdict.formula.kind, Formula::Kind::verdict_where_filled);
    EXPECT_EQ(monitor.at(verdict.formula.words.row, verdict.formula.words.column + 1).text,
              "binnen de marge");
    EXPECT_EQ(verdict.formula.last.column, 9U);
    EXPECT_EQ(monitor.at(heading, 9).text, "Laag");
}

// Goods of the municipality, families to which a province adds p.m., an allowance of the state until 2026;
// prices of 2027 are 25 % higher. Both packages add 50 euro of goods from 2027 on.
forecast::Budget example_budget()
{
    forecast::BudgetInput input;
    input.price_year = 2025;
    input.years = {2026, 2027};
    input.lines = {
        {"goods", "Witgoed", "Goods", "6.3", "Inkomensregelingen", "structural", "", "municipality", "", ""},
        {"families", "Gezinnen", "Families", "6.1", "Samenkracht", "structural", "",
         "municipality, province p.m.", "", ""},
        {"allowance", "Toeslag", "Allowance", "6.3", "Inkomensregelingen", "incidental", "2026-12-31",
         "state", "", ""}};
    input.packages = {{"baseline", {12, 12}, "", ""},
                      {"places", {0, 9}, "", ""},
                      {"acceptance-60", {12, 12}, "De algemene reserve", "The general reserve"},
                      {"limits-130", {12, 12}, "", ""}};
    forecast::SpendingOfLines const now{{100, 200, 300}, {0, 0, 0}, {10, 10, 10}};
    forecast::SpendingOfLines const later{{100, 200, 300}, {0, 0, 0}, {0, 0, 0}};
    forecast::SpendingOfLines const more{{150, 250, 350}, {0, 0, 0}, {0, 0, 0}};
    input.spending = {{now, later}, {now, more}, {now, more}, {now, later}};
    input.price_index = {{1, 1, 1}, {1.25, 1.25, 1.25}};
    return forecast::budget_of(input);
}

TEST(ForecastWorkbook, HasTheBudgetYearsByPackageWithSumsAsFormulas)
{
    auto document = test::example_forecast();
    document.forecast.budget = example_budget();
    auto const workbook = forecast_workbook(document, Language::dutch);

    auto const& sheet = sheet_called(workbook, "Meer plaatsen");
    auto const goods = row_of(sheet, {"6.3", "Inkomensregelingen", "Witgoed"});
    EXPECT_EQ(sheet.at(goods, 6).number, 200);    // spending of 2026
    EXPECT_EQ(sheet.at(goods, 7).number, 250);    // of 2027
    EXPECT_EQ(sheet.at(goods, 10).number, -200);  // balance
    auto const families = row_of(sheet, {"6.1", "Samenkracht", "Gezinnen"});
    EXPECT_EQ(sheet.at(families, 8).text, "p.m.");
    EXPECT_EQ(sheet.at(families, 10).formula.kind, Formula::Kind::known_difference);
    EXPECT_EQ(sheet.at(families, 10).number, 0);
    auto const allowance = row_of(sheet, {"6.3", "Inkomensregelingen", "Toeslag", "incidenteel", "rijk"});
    EXPECT_EQ(sheet.at(allowance, 5).number, 2026);
    EXPECT_EQ(sheet.at(allowance, 8).number, 10);  // the state pays
    auto const total = row_of(sheet, {"", "", "Totaal"});
    EXPECT_EQ(sheet.at(total, 4).text, "plus p.m.");
    EXPECT_EQ(sheet.at(total, 6).formula.kind, Formula::Kind::sum);
    EXPECT_EQ(sheet.at(total, 6).number, 210);
    EXPECT_EQ(sheet.at(total, 8).number, 10);
    EXPECT_EQ(sheet.at(total, 9).text, "p.m.");  // of 2027 nothing else is known
    EXPECT_EQ(sheet.at(total, 11).number, -250);
    EXPECT_EQ(sheet.at(goods, 0).kind, Cell::Kind::text);
    EXPECT_EQ(row_of(sheet, {"Dekking: geen dekking genoemd."}), 2U);
    EXPECT_EQ(row_of(sheet, {"Geldt niet het hele jaar: 2026: 0 maanden; 2027: 9 maanden."}), 3U);
}

TEST(ForecastWorkbook, ComparesTheBudgetOfThePackagesInBothPrices)
{
    auto document = test::example_forecast();
    document.forecast.budget = example_budget();
    auto const workbook = forecast_workbook(document, Language::english);

    EXPECT_EQ(workbook.sheets[3].name, "Budget");
    auto const& sheet = workbook.sheets[3];
    auto const current = row_of(sheet, {"More acceptance", "The general reserve", "More acceptance"});
    EXPECT_EQ(sheet.at(current, 7).number, -50);  // middle of 2027
    EXPECT_EQ(row_of(sheet, {"Limits", "no cover stated", "as current policy"}), current + 1);
    auto const constant = row_of(sheet, {"Change of the balance, prices of 2025"});
    EXPECT_EQ(sheet.at(constant + 3, 7).number, -40);
    EXPECT_THROW(sheet_called(workbook, "Limits"), std::runtime_error);
    EXPECT_NO_THROW(sheet_called(workbook, "Current policy"));
}

TEST(ForecastWorkbook, HasTheSameBytesWhenMadeAgainAndOfNothingIsAWorkbookStill)
{
    auto document = test::example_forecast();
    document.forecast.budget = example_budget();
    EXPECT_EQ(forecast_xlsx(document, Language::dutch), forecast_xlsx(document, Language::dutch));
    EXPECT_EQ(forecast_ods(document, Language::english), forecast_ods(document, Language::english));

    document.forecast.years.clear();
    document.forecast.goals.clear();
    document.forecast.neighbourhoods.clear();
    document.forecast.assumptions.clear();
    document.forecast.municipality = "<&\"'\x01";
    EXPECT_FALSE(forecast_xlsx(document, Language::dutch).empty());
    EXPECT_FALSE(forecast_ods(document, Language::dutch).empty());
}

TEST(Monitor, HasEveryIndicatorByYearAndTheNeighbourhoodsUnderCurrentPolicy)
{
    auto const document = test::example_forecast();
    auto const rows = monitor_rows(document);

    std::size_t const years = 3;
    auto const groups = document.forecast.places.size() + population::profile_keys.size();
    auto const of_reach = static_cast<std::size_t>(
        std::count_if(document.indicators.begin(), document.indicators.end(),
                      [](auto const& indicator) { return indicator.key.starts_with("reach."); }));
    EXPECT_EQ(of_reach, 7U);
    // Of reach the example knows one scheme in one year.
    EXPECT_EQ(rows.size(), years * (document.indicators.size() - of_reach + 2 * groups) + 1);
    for (auto const& row : rows) {
        EXPECT_TRUE(std::isfinite(row.path.estimate)) << row.indicator->key;
        bool const has_goal =
            row.area.empty() && row.profile.empty() &&
            (row.indicator->key == "problem_debts_share" || row.indicator->key == "acceptance" ||
             row.indicator->key == "reach.income_supplement");
        EXPECT_EQ(std::isfinite(row.goal), has_goal) << row.indicator->key << row.area;
    }
    EXPECT_EQ(rows.back().indicator->key, "reach.income_supplement");
    EXPECT_EQ(rows.back().baseline, 0.6);
    EXPECT_EQ(rows.back().goal, 0.7);
    EXPECT_EQ(rows.front().baseline, 0.08);
    EXPECT_EQ(rows.front().baseline_period, "2024-01-01");
    EXPECT_EQ(rows.front().grade, forecast::Grade::weak);
}

TEST(Monitor, TakesABaselineOfAMonthOrHalfAYearTimesAYear)
{
    auto document = test::example_forecast();
    document.forecast.checks.push_back(
        {{"signals_per_month", 270, 270, 270, "signals", "2024", "calibrated", "audit"}, {}, true});
    for (auto const& row : monitor_rows(document)) {
        if (row.indicator->key == "signals") {
            EXPECT_EQ(row.baseline, 3240);
        }
        if (row.indicator->key == "waiting") {
            EXPECT_TRUE(std::isnan(row.baseline));  // nobody has published it
        }
    }
}

TEST(Monitor, HasProblemDebtsAndArrearsOfEveryProfileAsAnAssumption)
{
    auto const document = test::example_forecast();
    std::size_t of_orange = 0;
    for (auto const& row : monitor_rows(document)) {
        if (row.profile == "orange") {
            ++of_orange;
            EXPECT_TRUE(row.indicator->key == "problem_debts_share" || row.indicator->key == "arrears");
            EXPECT_EQ(row.grade, forecast::Grade::assumed);
            EXPECT_TRUE(std::isnan(row.baseline));
            EXPECT_EQ(place_text(row, Language::dutch), "Voorbeeld, profiel oranje");
            EXPECT_THAT(counted_by(row, Language::english), testing::HasSubstr("no count known"));
        }
    }
    EXPECT_EQ(of_orange, 6U);  // two indicators, three years
}

TEST(Monitor, IsATableWithAnEmptyColumnForWhatIsRealised)
{
    auto const table = indicator_table(test::example_forecast());

    EXPECT_EQ(table.columns.back().name, "realised");
    for (auto const& row : table.rows) {
        ASSERT_EQ(row.size(), table.columns.size());
        EXPECT_EQ(row.back(), "");
        EXPECT_NE(row[3], "");  // the definition
    }
}

}  // namespace
}  // namespace minimasim::report
