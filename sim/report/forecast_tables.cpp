#include "sim/report/forecast_tables.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/report/forecast_people.hpp"
#include "sim/report/forecast_text.hpp"

namespace minimasim::report {

namespace {

using forecast::Figure;
using forecast::Forecast;
using Json = nlohmann::ordered_json;

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

std::string month_text(Figure const& figure)
{
    return std::to_string(figure.year) + (figure.month < 10 ? "-0" : "-") + std::to_string(figure.month);
}

CsvTable year_table(Forecast const& forecast)
{
    CsvTable table{"forecast_years",
                   "Debts, signals and help by year",
                   "Stocks at the end of the year, flows over it",
                   columns_of_figures({text("package", "Package"),
                                       text("indicator", "What is counted"),
                                       {"year", "number", "year", "Calendar year"}}),
                   {}};
    for (auto const& figure : forecast.years) {
        table.rows.push_back(row_of(figure, std::to_string(figure.year)));
    }
    return table;
}

CsvTable month_table(Forecast const& forecast)
{
    CsvTable table{"forecast_months",
                   "Debts, signals and help by month",
                   "Stocks at the end of the month, flows over it",
                   columns_of_figures({text("package", "Package"), text("indicator", "What is counted"),
                                       text("month", "Calendar month")}),
                   {}};
    for (auto const& figure : forecast.months) {
        table.rows.push_back(row_of(figure, month_text(figure)));
    }
    return table;
}

CsvTable neighbourhood_table(Forecast const& forecast)
{
    CsvTable table{"forecast_neighbourhoods",
                   "Share of households with problem debts by neighbourhood",
                   "At the end of the year; the year before the first is the start",
                   columns_of_figures({text("package", "Package"),
                                       text("neighbourhood", "Code of the neighbourhood"),
                                       {"year", "number", "year", "Calendar year"}}),
                   {}};
    for (auto const& figure : forecast.neighbourhoods) {
        table.rows.push_back(row_of(figure, std::to_string(figure.year)));
    }
    return table;
}

CsvTable goal_table(Forecast const& forecast)
{
    CsvTable table{"forecast_goals",
                   "Goals of the policy and the chance to reach them",
                   "Every goal in every year of the forecast",
                   {text("package", "Package"),
                    text("goal", "Goal"),
                    text("at", "most or least"),
                    number("value", "The goal"),
                    {"year", "number", "year", "Calendar year"},
                    number("estimate", "Mean over the replicates"),
                    number("low", "5th percentile"),
                    number("high", "95th percentile"),
                    {"chance", "number", "share", "Share of the replicates that reach it in this year"},
                    text("source", "Source of the goal")},
                   {}};
    for (auto const& outcome : forecast.goals) {
        std::vector<std::string> row{outcome.package, outcome.goal.key,
                                     outcome.goal.is_ceiling ? "most" : "least",
                                     csv_exact_number(outcome.goal.value), std::to_string(outcome.year)};
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
                    text("role", "calibrated, held_out, bound or back_cast"),
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

// A number that may not be there.
Json finite(double value)
{
    return std::isfinite(value) ? Json(value) : Json();
}

Json as_json(outcomes::Interval const& interval)
{
    return {{"estimate", finite(interval.estimate)},
            {"low", finite(interval.low)},
            {"high", finite(interval.high)}};
}

Json figures_json(std::vector<Figure> const& figures, char const* name_of_indicator)
{
    Json rows = Json::array();
    for (auto const& figure : figures) {
        rows.push_back({{"package", figure.package},
                        {name_of_indicator, figure.indicator},
                        {"year", figure.year},
                        {"unit", figure.unit},
                        {"value", as_json(figure.value)},
                        {"difference", as_json(figure.difference)}});
    }
    return rows;
}

Json packages_json(Forecast const& forecast)
{
    Json packages = Json::array();
    for (auto const& package : forecast.packages) {
        packages.push_back({{"id", package.id},
                            {"title", package.title},
                            {"title_en", package.title_en},
                            {"changes_forecast", package.changes_forecast},
                            {"changed_terms", package.changed_terms}});
    }
    return packages;
}

Json checks_json(Forecast const& forecast)
{
    Json rows = Json::array();
    for (auto const& check : forecast.checks) {
        rows.push_back({{"key", check.published.key},
                        {"role", check.published.role},
                        {"published", check.published.value},
                        {"low", check.published.low},
                        {"high", check.published.high},
                        {"model", check.model.estimate},
                        {"model_low", check.model.low},
                        {"model_high", check.model.high},
                        {"is_inside", check.is_inside},
                        {"period", check.published.period},
                        {"source", check.published.source}});
    }
    return rows;
}

Json goals_json(Forecast const& forecast)
{
    Json rows = Json::array();
    for (auto const& outcome : forecast.goals) {
        rows.push_back({{"package", outcome.package},
                        {"goal", outcome.goal.key},
                        {"at", outcome.goal.is_ceiling ? "most" : "least"},
                        {"goal_value", outcome.goal.value},
                        {"goal_year", outcome.goal.year},
                        {"year", outcome.year},
                        {"value", as_json(outcome.value)},
                        {"chance", outcome.chance}});
    }
    return rows;
}

Json people_json(Forecast const& forecast)
{
    Json rows = Json::array();
    for (auto const& figure : forecast.people.years) {
        rows.push_back({{"indicator", figure.indicator},
                        {"year", figure.year},
                        {"unit", figure.unit},
                        {"value", as_json(figure.value)}});
    }
    return rows;
}

}  // namespace

std::vector<CsvTable> forecast_tables(Forecast const& forecast)
{
    return {year_table(forecast),           month_table(forecast), neighbourhood_table(forecast),
            goal_table(forecast),           check_table(forecast), assumption_table(forecast),
            forecast_people_table(forecast)};
}

std::string forecast_json(Forecast const& forecast)
{
    auto const& needed = forecast.needed;
    Json json{
        {"municipality", forecast.municipality},
        {"from", forecast::first_year},
        {"until", forecast.until},
        {"replicates", forecast.replicates},
        {"members", forecast.members},
        {"seed", forecast.seed},
        {"data_digest", forecast.data_digest},
        {"packages_from", forecast.policy_date},
        {"packages", packages_json(forecast)},
        {"goals", goals_json(forecast)},
        {"needed",
         {{"is_possible", needed.is_possible},
          {"goal", needed.goal},
          {"completed_trajectories_per_year", needed.is_possible ? Json(needed.completed_per_year) : Json()},
          {"completed_in_last_year", as_json(needed.completed)},
          {"problem_debts_share", as_json(needed.share)},
          {"highest_tried", needed.highest_tried}}},
        {"checks", checks_json(forecast)},
        {"years", figures_json(forecast.years, "indicator")},
        {"neighbourhoods", figures_json(forecast.neighbourhoods, "neighbourhood")},
        {"people", people_json(forecast)},
        {"not_forecast", not_forecast(Language::english)}};
    return json.dump(2) + "\n";
}

}  // namespace minimasim::report
