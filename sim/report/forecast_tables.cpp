#include "sim/report/forecast_tables.hpp"

#include <cmath>

#include "sim/base/date_text.hpp"
#include "sim/report/forecast_budget.hpp"
#include "sim/report/forecast_people.hpp"
#include "sim/report/forecast_text.hpp"

namespace minimasim::report {

namespace {

using forecast::Figure;
using forecast::Forecast;

CsvColumn text(char const* name, char const* description)
{
    return {name, "string", "", description};
}

CsvColumn number(char const* name, char const* description)
{
    return {name, "number", "see unit", description};
}

std::string cell(double value, std::string const& unit)
{
    return std::isfinite(value) ? csv_number(value, unit.starts_with("share") ? "share" : unit) : "";
}

void add_interval(std::vector<std::string>& row, outcomes::Interval const& interval, std::string const& unit)
{
    for (double const value : {interval.estimate, interval.low, interval.high}) {
        row.push_back(cell(value, unit));
    }
}

std::vector<CsvColumn> columns_of_figures(std::vector<CsvColumn> first)
{
    for (auto const& column :
         {text("unit", "Unit of the numbers"), number("estimate", "Mean over the replicates"),
          number("low", "5th percentile"), number("high", "95th percentile"),
          number("difference", "From current policy, with the same draws"),
          number("difference_low", "5th percentile"), number("difference_high", "95th percentile")}) {
        first.push_back(column);
    }
    return first;
}

std::vector<std::string> row_of(Figure const& figure, std::string const& when)
{
    std::vector<std::string> row{figure.package, figure.indicator, when, figure.unit};
    add_interval(row, figure.value, figure.unit);
    add_interval(row, figure.difference, figure.unit);
    return row;
}

std::string year_text(Figure const& figure)
{
    return std::to_string(figure.year);
}

std::string month_text(Figure const& figure)
{
    return std::to_string(figure.year) + (figure.month < 10 ? "-0" : "-") + std::to_string(figure.month);
}

CsvColumn year_column()
{
    return {"year", "number", "year", "Calendar year"};
}

// Rows of figures under the columns of a package, of what is counted and of when.
CsvTable figure_table(CsvTable table, std::vector<Figure> const& figures, CsvColumn const& counted,
                      CsvColumn const& when, std::string (*when_text)(Figure const&))
{
    table.columns = columns_of_figures({text("package", "Package"), counted, when});
    for (auto const& figure : figures) {
        table.rows.push_back(row_of(figure, when_text(figure)));
    }
    return table;
}

CsvTable year_table(Forecast const& forecast)
{
    return figure_table({"forecast_years",
                         "Debts, signals, help and poverty by year",
                         "Stocks at the end of the year, flows over it; poverty from the policy year on",
                         {},
                         {}},
                        forecast.years, text("indicator", "What is counted"), year_column(), year_text);
}

CsvTable reach_table(Forecast const& forecast)
{
    CsvTable table{"forecast_reach",
                   "Reach of the schemes by year",
                   "Entitled and receiving households, users and take-up, as reach.csv of a run",
                   columns_of_figures({text("package", "Package"), text("scheme", "Scheme"),
                                       text("outcome", "What is counted"), year_column()}),
                   {}};
    for (auto const& outcome : forecast.outcomes) {
        std::vector<std::string> row{outcome.package, outcome.scheme, outcome.outcome,
                                     std::to_string(outcome.year), outcome.unit};
        add_interval(row, outcome.value, outcome.unit);
        add_interval(row, outcome.difference, outcome.unit);
        table.rows.push_back(std::move(row));
    }
    return table;
}

CsvTable month_table(Forecast const& forecast)
{
    return figure_table({"forecast_months",
                         "Debts, signals and help by month",
                         "Stocks at the end of the month, flows over it",
                         {},
                         {}},
                        forecast.months, text("indicator", "What is counted"),
                        text("month", "Calendar month"), month_text);
}

CsvTable neighbourhood_table(Forecast const& forecast)
{
    return figure_table({"forecast_neighbourhoods",
                         "Share of households with problem debts by neighbourhood",
                         "At the end of the year; the year before the first is the start",
                         {},
                         {}},
                        forecast.neighbourhoods, text("neighbourhood", "Code of the neighbourhood"),
                        year_column(), year_text);
}

CsvTable profile_table(Forecast const& forecast)
{
    return figure_table(
        {"forecast_profiles",
         "Share of households with problem debts by profile of the claimant",
         "At the end of the year; the year before the first is the start. Profiles are worked "
         "out: an assumption",
         {},
         {}},
        forecast.profiles, text("profile", "Profile"), year_column(), year_text);
}

CsvTable goal_table(Forecast const& forecast)
{
    CsvTable table{"forecast_goals",
                   "Goals of the policy and the chance to reach them",
                   "Every goal in every year of the forecast",
                   {text("package", "Package"),
                    text("goal", "Goal"),
                    text("scheme", "Scheme of a goal for reach"),
                    text("reading", "level, or a rise from the policy year: relative, or in points"),
                    text("at", "most or least"),
                    number("value", "The goal; of a rise the level it leads to, at most everybody"),
                    year_column(),
                    number("estimate", "Mean over the replicates"),
                    number("low", "5th percentile"),
                    number("high", "95th percentile"),
                    {"chance", "number", "share", "Share of the replicates that reach it in this year"},
                    text("source", "Source of the goal")},
                   {}};
    for (auto const& outcome : forecast.goals) {
        std::vector<std::string> row{outcome.package,
                                     outcome.goal.key,
                                     "",
                                     forecast::to_text(outcome.goal.reading),
                                     outcome.goal.is_ceiling ? "most" : "least",
                                     csv_exact_number(outcome.goal.value),
                                     std::to_string(outcome.year)};
        add_interval(row, outcome.value, "share");
        row.push_back(csv_number(outcome.chance, "share"));
        row.push_back(outcome.goal.source);
        table.rows.push_back(std::move(row));
    }
    for (auto const& outcome : forecast.reach_goals) {
        std::vector<std::string> row{outcome.package,
                                     outcome.goal.key,
                                     outcome.goal.scheme,
                                     forecast::to_text(outcome.goal.reading),
                                     "least",
                                     cell(outcome.target.estimate, "share"),
                                     std::to_string(outcome.year)};
        add_interval(row, outcome.value, "share");
        row.push_back(csv_number(outcome.chance, "share"));
        row.push_back(outcome.goal.source);
        table.rows.push_back(std::move(row));
    }
    return table;
}

CsvTable check_table(Forecast const& forecast)
{
    CsvTable table{"forecast_checks",
                   "Published figures beside the model",
                   "By the role they played",
                   {text("key", "Figure"),
                    text("role", "calibrated, held_out, bound, back_cast or back_cast_most"),
                    text("period", "Period of the published figure"),
                    text("unit", "Unit of the numbers"),
                    number("published", "As published"),
                    number("published_low", "Low end"),
                    number("published_high", "High end"),
                    number("model", "Mean over the replicates"),
                    number("low", "5th percentile"),
                    number("high", "95th percentile"),
                    {"is_inside", "boolean", "", "The two intervals meet"},
                    text("source", "Source")},
                   {}};
    for (auto const& check : forecast.checks) {
        auto const& published = check.published;
        std::vector<std::string> row{published.key, published.role, published.period, published.unit};
        add_interval(row, {published.value, published.low, published.high, 0}, published.unit);
        add_interval(row, check.model, published.unit);
        row.push_back(check.is_inside ? "true" : "false");
        row.push_back(published.source);
        table.rows.push_back(std::move(row));
    }
    return table;
}

CsvTable poverty_table(Forecast const& forecast)
{
    CsvTable table{
        "forecast_poverty",
        "Back-cast of poverty",
        "Poor persons of a year over those of the base year; every step has that before it as well",
        {{"year", "number", "year", "Calendar year"},
         text("step", "indices, law, energy_allowance or assistance: with the last, all that is known"),
         text("unit", "Unit of the numbers"),
         number("published", "The country, as published"),
         number("estimate", "Mean over the courses; empty where it is not computed"),
         number("low", "5th percentile"),
         number("high", "95th percentile")},
        {}};
    for (auto const& year : forecast.poverty.years) {
        auto const add = [&](char const* step, outcomes::Interval const& value) {
            std::vector<std::string> row{std::to_string(year.published.year), step, "share of the base year",
                                         cell(year.published_ratio, "share")};
            if (year.is_computed) {
                add_interval(row, value, "share");
            } else {
                row.insert(row.end(), 3, "");
            }
            table.rows.push_back(std::move(row));
        };
        if (year.is_computed) {
            add("indices", year.indices);
            add("law", year.law);
            add("energy_allowance", year.energy_allowance);
        }
        add("assistance", year.ratio);
    }
    return table;
}

CsvTable assumption_table(Forecast const& forecast)
{
    CsvTable table{"forecast_assumptions",
                   "What the forecast rests on",
                   "Every term with its interval, evidence and source",
                   {text("process", "Process"), text("term", "Term"), text("unit", "Unit of the numbers"),
                    number("value", "Central value"), number("low", "Low end"), number("high", "High end"),
                    text("status", "read, derived or estimated"),
                    text("evidence", "Grade: high, medium, low or none"), text("source", "Source")},
                   {}};
    for (auto const& a : forecast.assumptions) {
        table.rows.push_back({a.process, a.term, a.unit, csv_exact_number(a.value), csv_exact_number(a.low),
                              csv_exact_number(a.high), a.status, a.evidence, a.source});
    }
    return table;
}

CsvTable cost_table(Forecast const& forecast)
{
    CsvTable table{"forecast_debt_costs",
                   "What debts cost the municipality: a separate account",
                   "Estimated from households and unit costs; in no other figure, and no saving on a budget",
                   {text("package", "Package"),
                    text("item", "What is paid for"),
                    {"year", "number", "year", "Calendar year"},
                    {"estimate", "number", "euro a year", "Mean over the replicates"},
                    {"low", "number", "euro a year", "5th percentile"},
                    {"high", "number", "euro a year", "95th percentile"},
                    {"avoided", "number", "euro a year", "Against current policy, with the same draws"},
                    {"avoided_low", "number", "euro a year", "5th percentile"},
                    {"avoided_high", "number", "euro a year", "95th percentile"},
                    text("evidence", "Grade: high, medium, low or none"),
                    text("source", "Source of share and unit cost")},
                   {}};
    for (auto const& cost : forecast.debt_costs) {
        std::vector<std::string> row{cost.package, cost.item.item, std::to_string(cost.year)};
        add_interval(row, cost.cost, "euro");
        add_interval(row, cost.avoided, "euro");
        row.push_back(cost.item.evidence);
        row.push_back(cost.item.source);
        table.rows.push_back(std::move(row));
    }
    return table;
}

CsvTable measure_table(Forecast const& forecast)
{
    CsvTable table{"forecast_measures",
                   "Measures for which no process stands in the forecast",
                   "A year from the policy date on: places, cost and what may come of it",
                   {text("package", "Package"),
                    text("measure", "Measure"),
                    number("places", "Places"),
                    number("places_low", "5th percentile"),
                    number("places_high", "95th percentile"),
                    {"cost", "number", "euro a year", "Cost"},
                    {"cost_low", "number", "euro a year", "5th percentile"},
                    {"cost_high", "number", "euro a year", "95th percentile"},
                    text("outcome", "What is counted"),
                    number("reached", "So many"),
                    number("reached_low", "5th percentile"),
                    number("reached_high", "95th percentile"),
                    text("evidence", "Grade: high, medium, low or none"),
                    text("source", "Source")},
                   {}};
    for (auto const& measure : forecast.debt_measures) {
        std::vector<std::string> row{measure.package, measure.item.measure};
        add_interval(row, measure.places, "places");
        add_interval(row, measure.cost, "euro");
        row.push_back(measure.item.outcome_english);
        add_interval(row, measure.outcomes, "places");
        row.push_back(measure.item.evidence);
        row.push_back(measure.item.source);
        table.rows.push_back(std::move(row));
    }
    return table;
}

CsvTable year_end_table(Forecast const& forecast)
{
    CsvTable table{"forecast_realised",
                   "Where the running year ends",
                   "From what was spent and used to date; empty where no realised figures were given",
                   {text("scheme", "Scheme or measure"),
                    text("date", "Up to this day"),
                    {"spending", "number", "euro", "Spent to date"},
                    {"budget", "number", "euro", "For the year; empty where it is not known"},
                    {"estimate", "number", "euro", "Spent at the end of the year, mean"},
                    {"low", "number", "euro", "5th percentile"},
                    {"high", "number", "euro", "95th percentile"},
                    {"chance_over_budget", "number", "share", "Chance to end above the budget"},
                    {"applications", "number", "applications", "To date"},
                    {"applications_estimate", "number", "applications", "At the end of the year, mean"},
                    {"applications_low", "number", "applications", "5th percentile"},
                    {"applications_high", "number", "applications", "95th percentile"}},
                   {}};
    for (auto const& end : forecast.year_ends) {
        auto const& row = end.to_date;
        std::vector<std::string> cells{row.scheme, minimasim::to_text(row.date), cell(row.spending, "euro"),
                                       row.budget > 0 ? cell(row.budget, "euro") : ""};
        add_interval(cells, end.spending, "euro");
        cells.push_back(cell(end.chance_over_budget, "share"));
        cells.push_back(cell(row.applications, "applications"));
        add_interval(cells, end.applications, "applications");
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

std::vector<CsvTable> forecast_tables(Forecast const& forecast)
{
    return {year_table(forecast),
            reach_table(forecast),
            month_table(forecast),
            neighbourhood_table(forecast),
            profile_table(forecast),
            goal_table(forecast),
            check_table(forecast),
            assumption_table(forecast),
            budget_table(forecast.budget),
            cost_table(forecast),
            measure_table(forecast),
            year_end_table(forecast),
            forecast_people_table(forecast),
            poverty_table(forecast)};
}

}  // namespace minimasim::report
