#include <cmath>

#include "sim/report/forecast_text.hpp"
#include "sim/report/html/forecast_sections.hpp"
#include "sim/report/messages/forecast.hpp"
#include "sim/report/pictures/chance_rows.hpp"
#include "sim/report/pictures/interval_rows.hpp"

// Goals and their chance, the neighbourhoods, and what it would take.
namespace minimasim::report::html {

namespace {

using forecast::Goal;

std::string unit_of(Goal const& goal)
{
    return goal.value <= 1 ? "share" : "";
}

Html goal_figure(ForecastView const& view, Goal const& goal)
{
    auto const name = view.goal_text(goal);
    pictures::ChanceRows picture;
    picture.caption = view.caption("goal-" + goal.key, name);
    picture.axis_name = view.say(messages::forecast_chance_axis);
    Table table{"forecast-goal-" + as_word(goal.key),
                view.say(messages::forecast_goal_table, name),
                {{view.say(messages::forecast_package), Setting::name},
                 {view.say(messages::forecast_lands_at)},
                 {view.say(messages::forecast_chance)}},
                {}};
    bool has_own_goal = false;
    bool has_nothing = false;
    for (auto const& package : view.forecast().packages) {
        auto const* const outcome = package.changes_forecast ? view.outcome(package.id, goal) : nullptr;
        if (outcome == nullptr) {
            continue;
        }
        bool const sets_goal = view.sets(package, goal.indicator);
        has_own_goal = has_own_goal || sets_goal;
        has_nothing = has_nothing || !std::isfinite(outcome->value.estimate);
        auto const own = view.say(messages::forecast_sets_goal);
        auto const times =
            view.say(messages::forecast_times_of,
                     number_text(outcome->chance * view.forecast().replicates, 0, view.language()),
                     std::to_string(view.forecast().replicates));
        if (&package == &view.baseline() || view.is_acting(package)) {
            picture.rows.push_back(
                {view.title(package), outcome->chance,
                 view.value_text(outcome->value, unit_of(goal)) + (sets_goal ? ", " + own : "")});
        }
        auto const chance =
            number_text(100 * outcome->chance, 0, view.language()) + in(view.language(), "\u00a0%", "%");
        table.rows.push_back(
            {{view.title(package),
              view.cell(outcome->value, unit_of(goal), view.grade_of(goal.indicator, package)),
              all({chance, element("small", sets_goal ? times + "; " + own : times)})},
             false});
    }
    Figure figure;
    figure.caption = view.say(messages::forecast_goal_title, name, std::to_string(goal.year));
    figure.note = view.mark(view.grade_of(goal.indicator));
    if (goal.year > view.forecast().until) {
        figure.note +=
            Html(" ") + view.say(messages::forecast_goal_early, std::to_string(view.forecast().until));
    }
    if (has_own_goal) {
        figure.note += Html(" ") + view.say(messages::forecast_sets_goal_note);
    }
    if (has_nothing) {
        figure.note += Html(" ") + view.say(messages::forecast_nothing_to_count);
    }
    figure.picture = pictures::in_both_shapes(pictures::chance_rows, picture, view.language());
    figure.table = table;
    return html::figure(figure, view.language());
}

}  // namespace

Html forecast_goals(ForecastView const& view)
{
    Html figures;
    for (auto const& goal : view.goals()) {
        figures += goal_figure(view, goal);
    }
    figures += forecast_reach(view);
    if (figures.is_empty()) {
        return figures;
    }
    auto const others = view.titles_of_others();
    return all(
        {element("p", view.say(messages::forecast_goals_intro, std::to_string(view.forecast().replicates))),
         others.empty() ? Html()
                        : element("p", {{"class", "minimasim-note"}},
                                  view.say(messages::forecast_goals_of_others, others)),
         figures});
}

Html forecast_places(ForecastView const& view)
{
    int const until = view.forecast().until;
    auto const& baseline = view.baseline().id;
    auto const grade = view.grade_of("problem_debts_share");
    pictures::IntervalRows picture;
    auto const start = view.say(messages::forecast_start_of, std::to_string(forecast::first_year));
    picture.caption =
        view.caption("places", view.say(messages::forecast_places_title, std::to_string(until)));
    picture.axis_name = view.say(messages::forecast_places_axis);
    picture.quantity = Quantity::share;
    picture.published_name = start;
    Table table{
        "forecast-places",
        view.say(messages::forecast_places_table),
        {{view.say(messages::forecast_neighbourhood), Setting::name}, {start}, {std::to_string(until)}},
        {}};
    for (auto const* package : view.acting_packages()) {
        table.columns.push_back({view.title(*package)});
    }
    for (auto const& place : view.forecast().places) {
        auto const* const first = view.place(baseline, place.code, forecast::first_year - 1);
        auto const* const last = view.place(baseline, place.code, until);
        if (first == nullptr || last == nullptr) {
            continue;
        }
        picture.rows.push_back({place.name, interval_of(last->value), first->value.estimate, "", false});
        TableRow row{
            {place.name, view.value_text(first->value, "share"), view.cell(last->value, "share", grade)},
            false};
        for (auto const* package : view.packages()) {
            auto const* const other = view.place(package->id, place.code, until);
            row.cells.push_back(other == nullptr ? Html(view.say(messages::forecast_no_number))
                                                 : view.cell(other->value, "share", grade));
        }
        table.rows.push_back(row);
    }
    if (picture.rows.empty()) {
        return {};
    }
    Figure figure;
    figure.caption = picture.caption.title;
    figure.note = all({view.mark(grade), " ", view.say(messages::forecast_places_note)});
    figure.picture = pictures::in_both_shapes(pictures::interval_rows, picture, view.language());
    figure.table = table;
    return html::figure(figure, view.language());
}

Html forecast_needed(ForecastView const& view)
{
    return element("p", all({what_it_takes(view.forecast(), view.language()), " ",
                             view.mark(view.grade_of("problem_debts_share"))}));
}

}  // namespace minimasim::report::html
