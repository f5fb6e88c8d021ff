#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/report/html/forecast_sections.hpp"
#include "sim/report/messages/forecast.hpp"
#include "sim/report/pictures/band_line.hpp"
#include "sim/report/pictures/interval_rows.hpp"

// Lines through the years: problem debts of every package, signals and help under current policy.
namespace minimasim::report::html {

namespace {

using forecast::PackageName;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();  // published
constexpr char const* share_of_debts = "problem_debts_share";

// The start: an interval that rounds to one value is none.
outcomes::Interval point_of(outcomes::Interval const& value)
{
    double const step = rounding_step(Quantity::share, interval_of(value));
    bool const is_point = rounded(value.low, step) == rounded(value.high, step);
    return is_point ? outcomes::Interval{value.estimate, value.estimate, value.estimate, 0} : value;
}

// What of signals and help is drawn, and what is shown of every package.
constexpr char const* drawn_indicators[]{
    "arrears", "signals", "approached", "acceptance", "completed_trajectories", "waiting"};
constexpr char const* shown_indicators[]{"signals",  "approached",           "acceptance",
                                         "accepted", "started_trajectories", "completed_trajectories",
                                         "waiting",  "administrations"};

// An indicator of a package through the years, with its goal where there is one: a picture with its table.
Figure line_figure(ForecastView const& view, PackageName const& package, char const* indicator,
                   bool in_both_shapes)
{
    bool const is_share_of_debts = std::string_view(indicator) == share_of_debts;
    auto const name = view.indicator_name(indicator);
    YearLine line;
    line.key = std::string(indicator) + "-" + package.id;
    line.name = name;
    line.grade = view.grade_of(indicator, package);
    bool const is_stock = is_share_of_debts || std::string_view(indicator) == "arrears" ||
                          std::string_view(indicator) == "waiting";
    line.axis_name = view.say(is_stock ? messages::forecast_end_of_year : messages::forecast_over_year);
    for (auto const& check : view.forecast().checks) {
        if (is_share_of_debts && check.published.key == share_of_debts) {
            auto const start = view.say(messages::forecast_start_of, std::to_string(forecast::first_year));
            line.points.push_back({forecast::first_year - 1, start, point_of(check.model)});
        }
    }
    for (int year = forecast::first_year; year <= view.forecast().until; ++year) {
        if (auto const* const figure = view.figure(package.id, indicator, year)) {
            line.unit = figure->unit;
            line.points.push_back({year, std::to_string(year), figure->value});
        }
    }
    for (auto const& goal : view.goals()) {
        if (goal.indicator == indicator) {
            line.goal = goal.value;
            line.goal_name = view.say(messages::forecast_goal_line) + " " + view.goal_value(goal);
        }
    }
    return year_line(view, line, in_both_shapes);
}

Figure change_figure(ForecastView const& view)
{
    auto const until = std::to_string(view.forecast().until);
    pictures::IntervalRows picture;
    picture.caption = view.caption("change", view.say(messages::forecast_change_title, until));
    picture.axis_name = view.say(messages::forecast_change_axis);
    picture.is_change = true;
    auto weakest = forecast::Grade::founded;
    Table table{"forecast-change",
                view.say(messages::forecast_change_title, until),
                {{view.say(messages::forecast_package), Setting::name},
                 {view.indicator_name("problem_debts")},
                 {view.indicator_name(share_of_debts)},
                 {view.say(messages::forecast_fewer)}},
                {}};
    for (auto const& package : view.forecast().packages) {
        auto const* const number = view.figure(package.id, "problem_debts", view.forecast().until);
        auto const* const share = view.figure(package.id, share_of_debts, view.forecast().until);
        if (!package.changes_forecast || number == nullptr || share == nullptr) {
            continue;
        }
        bool const is_baseline = &package == &view.baseline();
        if (!is_baseline) {
            weakest = std::max(weakest, view.grade_of(package));
            picture.rows.push_back(
                {view.title(package), interval_of(number->difference), nothing, "", false});
        }
        table.rows.push_back(
            {{view.title(package),
              view.cell(number->value, number->unit, view.grade_of("problem_debts", package)),
              view.cell(share->value, share->unit, view.grade_of(share_of_debts, package)),
              is_baseline ? Html(view.say(messages::forecast_no_number))
                          : view.cell(number->difference, number->unit, view.grade_of(package), true)},
             false});
    }
    Figure figure;
    figure.caption = picture.caption.title;
    figure.note = all({view.mark(weakest), " ", view.say(messages::forecast_change_note)});
    figure.picture = picture.rows.empty()
                         ? ""
                         : pictures::in_both_shapes(pictures::interval_rows, picture, view.language());
    figure.table = table;
    figure.opens_table = true;
    return figure;
}

}  // namespace

Figure year_line(ForecastView const& view, YearLine const& line, bool in_both_shapes)
{
    pictures::BandLine picture;
    picture.caption = view.caption(line.key, line.name);
    picture.axis_name = line.axis_name;
    picture.quantity = quantity_of_forecast(line.unit);
    picture.goal = line.goal;
    picture.goal_name = line.goal_name;
    Table table{"forecast-" + as_word(line.key),
                view.say(messages::forecast_years_table, line.name),
                {{view.say(messages::forecast_year), Setting::name}, {line.name}},
                {}};
    for (auto const& point : line.points) {
        if (!std::isfinite(point.value.estimate)) {
            continue;
        }
        picture.points.push_back(
            {static_cast<double>(point.year), point.name, interval_of(point.value), false});
        bool const is_start = point.year < forecast::first_year;
        table.rows.push_back({{point.name, view.cell(point.value, line.unit,
                                                     is_start ? forecast::Grade::founded : line.grade)},
                              false});
    }
    Figure figure;
    figure.caption = line.name;
    figure.note = view.mark(line.grade);
    picture.caption.shape = pictures::Shape::narrow;
    figure.picture = in_both_shapes ? pictures::in_both_shapes(pictures::band_line, picture, view.language())
                                    : pictures::band_line(picture, view.language());
    figure.table = table;
    return figure;
}

Figure debts_figure(ForecastView const& view, PackageName const& package, bool in_both_shapes)
{
    auto figure = line_figure(view, package, share_of_debts, in_both_shapes);
    figure.caption = in_both_shapes ? view.say(messages::forecast_debts_title) : view.title(package);
    figure.table.caption = view.say(messages::forecast_years_table, view.title(package));
    return figure;
}

Html forecast_paths(ForecastView const& view)
{
    auto content = figure(change_figure(view), view.language());
    Html lines;
    for (auto const* package : view.acting_packages()) {
        lines += figure(debts_figure(view, *package, false), view.language());
    }
    if (!lines.is_empty()) {
        content += element("h3", view.say(messages::forecast_debts_title)) +
                   element("div", {{"class", "minimasim-multiples minimasim-multiples-three"}}, lines);
    }
    if (auto const others = view.titles_of_others(); !others.empty()) {
        content +=
            element("p", {{"class", "minimasim-note"}}, view.say(messages::forecast_other_packages, others));
    }
    std::string same;
    for (auto const& package : view.forecast().packages) {
        if (!package.changes_forecast) {
            same += (same.empty() ? "‘" : "; ‘") + view.title(package) + "’";
        }
    }
    if (!same.empty()) {
        content +=
            element("p", {{"class", "minimasim-note"}}, view.say(messages::forecast_same_packages, same));
    }
    return content;
}

Html forecast_help(ForecastView const& view)
{
    Html lines;
    for (auto const* const indicator : drawn_indicators) {
        lines += figure(line_figure(view, view.baseline(), indicator, false), view.language());
    }
    Table table{"forecast-help",
                view.say(messages::forecast_help_table, std::to_string(view.forecast().until)),
                {{view.say(messages::forecast_package), Setting::name}},
                {}};
    for (auto const* const indicator : shown_indicators) {
        table.columns.push_back({view.indicator_name(indicator)});
    }
    auto packages = view.acting_packages();
    packages.insert(packages.begin(), &view.baseline());
    for (auto const* package : packages) {
        TableRow row{{view.title(*package)}, false};
        for (auto const* const indicator : shown_indicators) {
            auto const* const figure = view.figure(package->id, indicator, view.forecast().until);
            row.cells.push_back(figure == nullptr ? Html(view.say(messages::forecast_no_number))
                                                  : view.cell(figure->value, figure->unit,
                                                              view.grade_of(indicator, *package)));
        }
        table.rows.push_back(row);
    }
    return all({element("p", view.say(messages::forecast_help_intro)),
                element("div", {{"class", "minimasim-multiples minimasim-multiples-three"}}, lines),
                html::table(table)});
}

}  // namespace minimasim::report::html
