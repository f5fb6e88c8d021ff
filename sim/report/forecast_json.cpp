#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/base/date_text.hpp"
#include "sim/forecast/back_cast.hpp"
#include "sim/report/forecast_budget.hpp"
#include "sim/report/forecast_people.hpp"
#include "sim/report/forecast_tables.hpp"
#include "sim/report/forecast_text.hpp"

namespace minimasim::report {

namespace {

using forecast::Figure;
using forecast::Forecast;
using Json = nlohmann::ordered_json;

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

// The share of the country with problem debts: [0] on 1 January of the first year, then after every month.
Json back_cast_json(Forecast const& forecast)
{
    Json months = Json::array();
    for (auto const& share : forecast.national_share) {
        months.push_back(as_json(share));
    }
    return {{"from", std::to_string(forecast::national_first_year) + "-01-01"},
            {"problem_debts_share_by_month", months}};
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

Json poverty_json(forecast::PovertyBackCast const& poverty)
{
    Json years = Json::array();
    for (auto const& year : poverty.years) {
        auto const step = [&](outcomes::Interval const& value) {
            return year.is_computed ? as_json(value) : Json();
        };
        years.push_back({{"year", year.published.year},
                         {"published_persons_x1000", year.published.persons_thousand},
                         {"is_provisional", year.published.is_provisional},
                         {"published", year.published_ratio},
                         {"indices", step(year.indices)},
                         {"law", step(year.law)},
                         {"energy_allowance", step(year.energy_allowance)},
                         {"assistance", step(year.ratio)}});
    }
    return {{"base_year", poverty.base_year}, {"base_share", as_json(poverty.base_share)}, {"years", years}};
}

Json goals_json(Forecast const& forecast)
{
    Json rows = Json::array();
    for (auto const& outcome : forecast.goals) {
        rows.push_back({{"package", outcome.package},
                        {"goal", outcome.goal.key},
                        {"indicator", outcome.goal.indicator},
                        {"at", outcome.goal.is_ceiling ? "most" : "least"},
                        {"goal_value", outcome.goal.value},
                        {"goal_year", outcome.goal.year},
                        {"year", outcome.year},
                        {"value", as_json(outcome.value)},
                        {"chance", outcome.chance},
                        {"source", outcome.goal.source}});
    }
    return rows;
}

Json reach_goals_json(Forecast const& forecast)
{
    Json rows = Json::array();
    for (auto const& outcome : forecast.reach_goals) {
        auto const& goal = outcome.goal;
        rows.push_back({{"package", outcome.package},
                        {"goal", goal.key},
                        {"scheme", goal.scheme},
                        {"reading", forecast::to_text(goal.reading)},
                        {"rise", goal.value},
                        {"goal_year", goal.year},
                        {"year", outcome.year},
                        {"published", finite(goal.published)},
                        {"published_period", goal.published_period},
                        {"published_source", goal.published_source},
                        {"before", as_json(outcome.before)},
                        {"target", as_json(outcome.target)},
                        {"value", as_json(outcome.value)},
                        {"chance", outcome.chance},
                        {"exceeds_everybody", outcome.exceeds_everybody},
                        {"source", goal.source}});
    }
    return rows;
}

Json outcomes_json(Forecast const& forecast)
{
    Json rows = Json::array();
    for (auto const& outcome : forecast.outcomes) {
        rows.push_back({{"package", outcome.package},
                        {"scheme", outcome.scheme},
                        {"outcome", outcome.outcome},
                        {"year", outcome.year},
                        {"unit", outcome.unit},
                        {"value", as_json(outcome.value)},
                        {"difference", as_json(outcome.difference)}});
    }
    return rows;
}

Json indicators_json(ForecastDocument const& document)
{
    Json rows = Json::array();
    for (auto const& indicator : document.indicators) {
        rows.push_back({{"key", indicator.key},
                        {"name", indicator.name},
                        {"name_en", indicator.name_en},
                        {"rests_on", indicator.rests_on}});
    }
    return rows;
}

Json assumptions_json(Forecast const& forecast)
{
    Json rows = Json::array();
    for (auto const& assumption : forecast.assumptions) {
        rows.push_back({{"process", assumption.process},
                        {"term", assumption.term},
                        {"value", assumption.value},
                        {"low", assumption.low},
                        {"high", assumption.high},
                        {"unit", assumption.unit},
                        {"status", assumption.status},
                        {"evidence", assumption.evidence},
                        {"source", assumption.source}});
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

// What stands beside the forecast, in no other figure.
Json debt_costs_json(Forecast const& forecast)
{
    Json rows = Json::array();
    for (auto const& cost : forecast.debt_costs) {
        rows.push_back({{"package", cost.package},
                        {"item", cost.item.item},
                        {"year", cost.year},
                        {"cost", as_json(cost.cost)},
                        {"avoided", as_json(cost.avoided)},
                        {"evidence", cost.item.evidence},
                        {"source", cost.item.source}});
    }
    return rows;
}

Json measures_json(Forecast const& forecast)
{
    Json rows = Json::array();
    for (auto const& measure : forecast.debt_measures) {
        rows.push_back({{"package", measure.package},
                        {"measure", measure.item.measure},
                        {"places", as_json(measure.places)},
                        {"cost", as_json(measure.cost)},
                        {"outcome", measure.item.outcome_english},
                        {"reached", as_json(measure.outcomes)},
                        {"evidence", measure.item.evidence},
                        {"source", measure.item.source}});
    }
    return rows;
}

Json year_ends_json(Forecast const& forecast)
{
    Json rows = Json::array();
    for (auto const& end : forecast.year_ends) {
        auto const& row = end.to_date;
        rows.push_back({{"scheme", row.scheme},
                        {"date", minimasim::to_text(row.date)},
                        {"spending", row.spending},
                        {"applications", row.applications},
                        {"budget", row.budget > 0 ? Json(row.budget) : Json()},
                        {"spending_at_end", as_json(end.spending)},
                        {"applications_at_end", as_json(end.applications)},
                        {"chance_over_budget", finite(end.chance_over_budget)}});
    }
    return rows;
}

}  // namespace

std::string forecast_json(ForecastDocument const& document)
{
    auto const& forecast = document.forecast;
    auto const& needed = forecast.needed;
    Json json{
        {"municipality", forecast.municipality},
        {"from", forecast::first_year},
        {"until", forecast.until},
        {"replicates", forecast.replicates},
        {"members", forecast.members},
        {"seed", forecast.seed},
        {"fixed_households", forecast.fixed_households},
        {"budget_by_people", forecast.budget_by_people},
        {"data_digest", forecast.data_digest},
        {"packages_from", forecast.policy_date},
        {"packages", packages_json(forecast)},
        {"indicators", indicators_json(document)},
        {"assumptions", assumptions_json(forecast)},
        {"goals", goals_json(forecast)},
        {"shown_packages", forecast.shown_packages},
        {"reach_goals", reach_goals_json(forecast)},
        {"reach", outcomes_json(forecast)},
        {"needed",
         {{"is_possible", needed.is_possible},
          {"goal", needed.goal},
          {"completed_trajectories_per_year", needed.is_possible ? Json(needed.completed_per_year) : Json()},
          {"completed_in_last_year", as_json(needed.completed)},
          {"problem_debts_share", as_json(needed.share)},
          {"highest_tried", needed.highest_tried}}},
        {"checks", checks_json(forecast)},
        {"back_cast", back_cast_json(forecast)},
        {"poverty_back_cast", poverty_json(forecast.poverty)},
        {"years", figures_json(forecast.years, "indicator")},
        {"neighbourhoods", figures_json(forecast.neighbourhoods, "neighbourhood")},
        {"profiles", figures_json(forecast.profiles, "profile")},
        {"people", people_json(forecast)},
        {"debt_costs", debt_costs_json(forecast)},
        {"measures_beside_the_forecast", measures_json(forecast)},
        {"year_ends", year_ends_json(forecast)},
        {"not_forecast", not_forecast(Language::english)},
        {"budget", budget_json(forecast.budget)}};
    return json.dump(2) + "\n";
}

}  // namespace minimasim::report
