#include "sim/report/messages/forecast_reach.hpp"
#include "sim/report/html/forecast_sections.hpp"
#include "sim/report/messages/forecast.hpp"
#include "sim/report/reach_goals.hpp"

// The goals for reach, and poverty by year.
namespace minimasim::report::html {

namespace {

constexpr char const* poverty_indicators[]{"poor_households", "poor_persons", "poor_children"};

std::string title_of(ForecastView const& view, std::string const& id)
{
    for (auto const& package : view.forecast().packages) {
        if (package.id == id) {
            return view.title(package);
        }
    }
    return id;
}

Html lands_at(ForecastView const& view, ReachReadings const& readings)
{
    auto const language = view.language();
    return all({reach_text(readings.any().value.estimate, language),
                element("small", reach_chances_text(readings, language))});
}

}  // namespace

Html forecast_reach(ForecastView const& view)
{
    auto const language = view.language();
    auto const rows = reach_rows(view.forecast());
    if (rows.empty()) {
        return {};
    }
    auto const& first = rows.front().packages.front().any();
    Table table{"forecast-reach",
                view.say(messages::forecast_reach_goals_title, std::to_string(first.goal.year)),
                {{view.say(messages::forecast_reach_scheme), Setting::name},
                 {view.say(messages::forecast_reach_published)},
                 {view.say(messages::forecast_reach_before, view.forecast().policy_date.substr(0, 4))},
                 {view.say(messages::forecast_reach_target)}},
                {}};
    for (auto const& package : reach_packages(view.forecast())) {
        table.columns.push_back({view.say(messages::forecast_reach_of_package, title_of(view, package))});
    }
    for (auto const& row : rows) {
        auto const& readings = row.packages.front();
        TableRow cells{
            {scheme_name(row.scheme, language), reach_text(readings.any().goal.published, language),
             reach_text(readings.any().before.estimate, language), reach_targets_text(readings, language)},
            false};
        for (auto const& of_package : row.packages) {
            cells.cells.push_back(lands_at(view, of_package));
        }
        table.rows.push_back(cells);
    }
    auto note = reach_note(view.forecast(), language);
    if (first.goal.year > view.forecast().until) {
        note += " " + view.say(messages::forecast_goal_early, std::to_string(view.forecast().until));
    }
    return html::table(table) +
           element("p", {{"class", "minimasim-note"}}, all({view.mark(forecast::Grade::assumed), " ", note}));
}

Html forecast_poverty(ForecastView const& view)
{
    auto const& forecast = view.forecast();
    YearLine line;
    line.key = "poor_persons";
    line.name = view.indicator_name("poor_persons");
    line.grade = view.grade_of("poor_persons");
    line.axis_name = view.say(messages::forecast_over_year);
    for (int year = forecast::first_year; year <= forecast.until; ++year) {
        if (auto const* const figure = view.figure(view.baseline().id, "poor_persons", year)) {
            line.unit = figure->unit;
            line.points.push_back({year, std::to_string(year), figure->value});
        }
    }
    if (line.points.empty()) {
        return {};
    }
    auto const last = std::to_string(forecast.until);
    Table table{"forecast-poverty",
                view.say(messages::forecast_poverty_table, last),
                {{view.say(messages::forecast_package), Setting::name}},
                {}};
    for (auto const* const indicator : poverty_indicators) {
        table.columns.push_back({view.indicator_name(indicator)});
    }
    table.columns.push_back(
        {view.say(messages::forecast_fewer) + ", " + view.indicator_name("poor_persons")});
    for (auto const& package : forecast.packages) {
        auto const* const persons = view.figure(package.id, "poor_persons", forecast.until);
        if (persons == nullptr) {
            continue;
        }
        TableRow row{{view.title(package)}, false};
        for (auto const* const indicator : poverty_indicators) {
            auto const* const figure = view.figure(package.id, indicator, forecast.until);
            row.cells.push_back(figure == nullptr
                                    ? Html(view.say(messages::forecast_no_number))
                                    : view.cell(figure->value, figure->unit, view.grade_of(indicator)));
        }
        row.cells.push_back(&package == &view.baseline()
                                ? Html(view.say(messages::forecast_no_number))
                                : view.cell(persons->difference, persons->unit, line.grade, true));
        table.rows.push_back(row);
    }
    return element("p", view.say(messages::forecast_poverty_note)) +
           figure(year_line(view, line, true), view.language()) + html::table(table);
}

}  // namespace minimasim::report::html
