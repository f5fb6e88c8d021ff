#include "sim/report/forecast_monitor.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace minimasim::report {

namespace {

using forecast::Figure;
using forecast::Forecast;
using forecast::Grade;

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

char const* text_of(Grade grade)
{
    return grade == Grade::assumed ? "assumption" : grade == Grade::weak ? "weak" : "founded";
}

void add_baseline(MonitorRow& row, Forecast const& forecast, std::string const& figure)
{
    row.baseline = not_known;
    for (auto const& check : forecast.checks) {
        if (!figure.empty() && check.published.key == figure) {
            row.baseline = check.published.value * row.indicator->baseline_factor;
            row.baseline_period = check.published.period;
            row.baseline_source = check.published.source;
        }
    }
}

constexpr std::string_view reach_prefix = "reach.";

// Reach under current policy: its goal in the relative reading, and the share that was published.
void add_reach(ForecastDocument const& document, forecast::IndicatorText const& indicator,
               std::vector<MonitorRow>& rows)
{
    auto const& forecast = document.forecast;
    auto const& baseline = forecast.packages.front().id;
    auto const scheme = indicator.key.substr(reach_prefix.size());
    for (auto const& outcome : forecast.outcomes) {
        if (outcome.package != baseline || outcome.scheme != scheme || outcome.outcome != "take_up") {
            continue;
        }
        MonitorRow row;
        row.indicator = &indicator;
        row.year = outcome.year;
        row.unit = "share of entitled households";
        row.path = outcome.value;
        row.grade = forecast::weakest_grade(indicator.rests_on, forecast.assumptions);
        row.area_name = forecast.municipality;
        row.baseline = row.goal = not_known;
        for (auto const& goal : forecast.reach_goals) {
            if (goal.package == baseline && goal.goal.scheme == scheme &&
                goal.goal.reading == forecast::Reading::relative) {
                row.baseline = goal.goal.published;
                row.baseline_period = goal.goal.published_period;
                row.baseline_source = goal.goal.published_source;
                row.goal = goal.target.estimate;
                row.goal_year = goal.goal.year;
            }
        }
        rows.push_back(row);
    }
}

void add_goal(MonitorRow& row, Forecast const& forecast)
{
    row.goal = not_known;
    for (auto const& outcome : forecast.goals) {
        if (outcome.goal.indicator == row.indicator->key) {
            row.goal = outcome.goal.value;
            row.goal_year = outcome.goal.year;
        }
    }
}

MonitorRow row_of(ForecastDocument const& document, forecast::IndicatorText const& indicator,
                  Figure const& figure)
{
    MonitorRow row;
    row.indicator = &indicator;
    row.year = figure.year;
    row.unit = figure.unit;
    row.path = figure.value;
    row.grade = forecast::weakest_grade(indicator.rests_on, document.forecast.assumptions);
    return row;
}

struct ProfileText {
    std::string_view key;
    char const* dutch;
    char const* english;
};
constexpr std::array<ProfileText, 9> profiles{{{"orange", ", profiel oranje", ", profile orange"},
                                               {"green", ", profiel groen", ", profile green"},
                                               {"brown", ", profiel bruin", ", profile brown"},
                                               {"purple", ", profiel paars", ", profile purple"},
                                               {"red", ", profiel rood", ", profile red"},
                                               {"yellow", ", profiel geel", ", profile yellow"},
                                               {"pink", ", profiel roze", ", profile pink"},
                                               {"blue", ", profiel blauw", ", profile blue"},
                                               {"none", ", geen profiel", ", no profile"}}};

// The rows of every neighbourhood and profile, of the two indicators that know them.
void add_groups(ForecastDocument const& document, forecast::IndicatorText const& indicator,
                std::vector<MonitorRow>& rows)
{
    auto const& forecast = document.forecast;
    bool const is_share = indicator.key == "problem_debts_share";
    if (!is_share && indicator.key != "arrears") {
        return;
    }
    auto const is_shown = [&](Figure const& figure, std::string const& group) {
        return figure.package == forecast.packages.front().id && figure.indicator == group &&
               figure.year >= forecast::first_year;
    };
    for (auto const& place : forecast.places) {
        for (auto const& figure : is_share ? forecast.neighbourhoods : forecast.arrears_by_neighbourhood) {
            if (is_shown(figure, place.code)) {
                auto row = row_of(document, indicator, figure);
                row.area = place.code;
                row.area_name = place.name;
                add_baseline(row, forecast, indicator.key + "." + place.code);
                row.goal = not_known;
                rows.push_back(row);
            }
        }
    }
    for (auto const& profile : profiles) {
        for (auto const& figure : is_share ? forecast.profiles : forecast.arrears_by_profile) {
            if (is_shown(figure, std::string(profile.key))) {
                auto row = row_of(document, indicator, figure);
                row.area_name = forecast.municipality;
                row.profile = profile.key;
                row.baseline = not_known;
                row.goal = not_known;
                row.grade = Grade::assumed;
                rows.push_back(row);
            }
        }
    }
}

std::string number(double value, std::string const& unit)
{
    return csv_number(value, unit.starts_with("share") ? "share" : unit);
}

}  // namespace

std::vector<MonitorRow> monitor_rows(ForecastDocument const& document)
{
    auto const& forecast = document.forecast;
    auto const& baseline = forecast.packages.front().id;
    std::vector<MonitorRow> rows;
    for (auto const& indicator : document.indicators) {
        if (indicator.key.starts_with(reach_prefix)) {
            add_reach(document, indicator, rows);
            continue;
        }
        for (auto const& figure : forecast.years) {
            if (figure.package == baseline && figure.indicator == indicator.key) {
                auto row = row_of(document, indicator, figure);
                row.area_name = forecast.municipality;
                add_baseline(row, forecast, indicator.baseline_figure);
                add_goal(row, forecast);
                rows.push_back(row);
            }
        }
        add_groups(document, indicator, rows);
    }
    return rows;
}

std::string place_text(MonitorRow const& row, Language language)
{
    if (row.profile.empty()) {
        return row.area_name;
    }
    for (auto const& profile : profiles) {
        if (row.profile == profile.key) {
            return row.area_name + in(language, profile.dutch, profile.english);
        }
    }
    return row.area_name + ", " + row.profile;
}

std::string counted_by(MonitorRow const& row, Language language)
{
    auto const& indicator = *row.indicator;
    return row.profile.empty()
               ? in(language, indicator.measured_by.c_str(), indicator.measured_by_en.c_str())
               : in(language, "geen telling bekend: profielen zijn berekend, en van niemand geregistreerd",
                    "no count known: profiles are worked out, and registered of nobody");
}

CsvTable indicator_table(ForecastDocument const& document)
{
    auto const text = [](char const* name, char const* description) {
        return CsvColumn{name, "string", "", description};
    };
    auto const in_unit = [](char const* name, char const* description) {
        return CsvColumn{name, "number", "see unit", description};
    };
    CsvTable table{
        "indicators",
        "Baseline measurement and monitor of the forecast",
        "Every indicator with its baseline, its expected path under current policy and its goal; fill in "
        "realised and compare",
        {text("indicator", "Key of the indicator"),
         text("name", "Name in Dutch"),
         text("name_en", "Name in English"),
         text("definition", "What is counted, in Dutch"),
         text("definition_en", "The same in English"),
         text("measured_by", "Who counts it, in Dutch"),
         text("measured_by_en", "The same in English"),
         text("neighbourhood", "Code; empty for the municipality"),
         text("area_name", "Name of the area"),
         text("profile", "Profile of the claimant; empty for all"),
         text("unit", "Unit of the numbers"),
         in_unit("baseline", "Published figure at the start; empty where none is known"),
         text("baseline_period", "When that was"),
         text("baseline_source", "Where it stands"),
         {"year", "number", "year", "Calendar year"},
         in_unit("expected", "Mean over the replicates, under current policy"),
         in_unit("low", "5th percentile"),
         in_unit("high", "95th percentile"),
         text("rests_on", "founded, weak evidence or assumption alone"),
         in_unit("goal", "Goal of the policy"),
         {"goal_year", "number", "year", "Year of the goal"},
         in_unit("realised", "What was counted: for the municipality to fill in (gerealiseerd)")},
        {}};
    for (auto const& row : monitor_rows(document)) {
        auto const& indicator = *row.indicator;
        table.rows.push_back({indicator.key,
                              indicator.name,
                              indicator.name_en,
                              indicator.definition,
                              indicator.definition_en,
                              counted_by(row, Language::dutch),
                              counted_by(row, Language::english),
                              row.area,
                              row.area_name,
                              row.profile,
                              row.unit,
                              number(row.baseline, row.unit),
                              row.baseline_period,
                              row.baseline_source,
                              std::to_string(row.year),
                              number(row.path.estimate, row.unit),
                              number(row.path.low, row.unit),
                              number(row.path.high, row.unit),
                              text_of(row.grade),
                              number(row.goal, row.unit),
                              std::isfinite(row.goal) ? std::to_string(row.goal_year) : "",
                              ""});
    }
    return table;
}

}  // namespace minimasim::report
