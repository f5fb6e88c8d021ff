#include "sim/report/forecast_reader.hpp"

#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"

namespace minimasim::report {

namespace {

using Json = nlohmann::json;

// A number that may not be there.
double number(Json const& json)
{
    return json.is_null() ? std::numeric_limits<double>::quiet_NaN() : json.get<double>();
}

outcomes::Interval interval(Json const& json)
{
    return {number(json.at("estimate")), number(json.at("low")), number(json.at("high")), 0};
}

std::vector<std::string> texts(Json const& json)
{
    return json.get<std::vector<std::string>>();
}

std::string text(Json const& json, char const* key)
{
    return json.at(key).get<std::string>();
}

void read_packages_and_terms(Json const& json, ForecastDocument& document)
{
    auto& forecast = document.forecast;
    for (auto const& row : json.at("packages")) {
        forecast.packages.push_back({text(row, "id"), text(row, "title"), text(row, "title_en"),
                                     row.at("changes_forecast").get<bool>(), texts(row.at("changed_terms"))});
    }
    for (auto const& row : json.at("indicators")) {
        forecast::IndicatorText indicator;
        indicator.key = text(row, "key");
        indicator.name = text(row, "name");
        indicator.name_en = text(row, "name_en");
        indicator.rests_on = texts(row.at("rests_on"));
        document.indicators.push_back(std::move(indicator));
    }
    for (auto const& row : json.at("assumptions")) {
        forecast.assumptions.push_back({text(row, "process"), text(row, "term"), number(row.at("value")),
                                        number(row.at("low")), number(row.at("high")), text(row, "unit"),
                                        text(row, "status"), text(row, "evidence"), text(row, "source")});
    }
}

void read_figures(Json const& json, forecast::Forecast& forecast)
{
    for (auto const& row : json.at("years")) {
        forecast.years.push_back({text(row, "package"), text(row, "indicator"), text(row, "unit"),
                                  row.at("year").get<int>(), 0, interval(row.at("value")),
                                  interval(row.at("difference"))});
    }
    for (auto const& row : json.at("goals")) {
        forecast::Goal goal;
        goal.key = text(row, "goal");
        goal.indicator = text(row, "indicator");
        goal.value = number(row.at("goal_value"));
        goal.is_ceiling = text(row, "at") == "most";
        goal.year = row.at("goal_year").get<int>();
        goal.source = text(row, "source");
        forecast.goals.push_back({text(row, "package"), goal, row.at("year").get<int>(),
                                  interval(row.at("value")), number(row.at("chance"))});
    }
    forecast.shown_packages = texts(json.at("shown_packages"));
    for (auto const& row : json.at("reach_goals")) {
        forecast::ReachOutcome outcome;
        auto& goal = outcome.goal;
        goal.key = goal.indicator = text(row, "goal");
        goal.scheme = text(row, "scheme");
        goal.reading = text(row, "reading") == to_text(forecast::Reading::relative)
                           ? forecast::Reading::relative
                           : forecast::Reading::points;
        goal.value = number(row.at("rise"));
        goal.year = row.at("goal_year").get<int>();
        goal.published = number(row.at("published"));
        goal.source = text(row, "source");
        outcome.package = text(row, "package");
        outcome.year = row.at("year").get<int>();
        outcome.before = interval(row.at("before"));
        outcome.target = interval(row.at("target"));
        outcome.value = interval(row.at("value"));
        outcome.chance = number(row.at("chance"));
        outcome.exceeds_everybody = row.at("exceeds_everybody").get<bool>();
        forecast.reach_goals.push_back(std::move(outcome));
    }
    for (auto const& row : json.at("checks")) {
        forecast::Check check;
        check.published.key = text(row, "key");
        check.published.value = number(row.at("published"));
        check.published.role = text(row, "role");
        check.model = {number(row.at("model")), number(row.at("model_low")), number(row.at("model_high")), 0};
        forecast.checks.push_back(std::move(check));
    }
}

}  // namespace

ForecastDocument read_forecast(std::filesystem::path const& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw InputError(file.string(), 0, "cannot be read; minimasim forecast writes forecast.json");
    }
    try {
        auto const json = Json::parse(stream);
        ForecastDocument document;
        auto& forecast = document.forecast;
        forecast.municipality = text(json, "municipality");
        forecast.until = json.at("until").get<int>();
        forecast.replicates = json.at("replicates").get<std::uint32_t>();
        forecast.members = json.at("members").get<std::uint32_t>();
        forecast.seed = json.at("seed").get<std::uint64_t>();
        forecast.fixed_households = json.at("fixed_households").get<bool>();
        forecast.budget_by_people = json.at("budget_by_people").get<bool>();
        forecast.data_digest = text(json, "data_digest");
        forecast.policy_date = text(json, "packages_from");
        read_packages_and_terms(json, document);
        read_figures(json, forecast);
        if (forecast.packages.empty()) {
            throw InputError(file.string(), 0, "holds no package: there is nothing to report");
        }
        return document;
    } catch (nlohmann::json::exception const& fault) {
        throw InputError(file.string(), 0,
                         std::string("is no forecast that this version wrote (") + fault.what() +
                             "); make it again with minimasim forecast");
    }
}

}  // namespace minimasim::report
