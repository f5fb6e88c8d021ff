#include "sim/report/html/forecast_section.hpp"

#include <cmath>
#include <optional>

#include "sim/report/html/forecast_sections.hpp"
#include "sim/report/messages/forecast.hpp"
#include "sim/report/messages/forecast_section.hpp"

namespace minimasim::report::html {

namespace {

using forecast::Goal;
using forecast::PackageName;

// Why a forecast does not go with these results; nothing when it does.
std::optional<std::string> other_than(View const& view, forecast::Forecast const& forecast)
{
    auto const& results = view.results().provenance;
    if (forecast.municipality != results.municipality_name) {
        return view.say(messages::forecast_section_other_place);
    }
    if (forecast.data_digest != results.data_digest) {
        return view.say(messages::forecast_section_other_data);
    }
    if (forecast.policy_date != view.baseline().date) {
        return view.say(messages::forecast_section_other_date);
    }
    if (forecast.seed != results.seed) {
        return view.say(messages::forecast_section_other_seed);
    }
    return std::nullopt;
}

// The packages of the report that change something the forecast knows.
std::vector<PackageName const*> shared_packages(View const& view, ForecastView const& forecast)
{
    std::vector<PackageName const*> shared;
    for (auto const* package : view.packages()) {
        for (auto const* known : forecast.packages()) {
            if (known->id == package->id) {
                shared.push_back(known);
            }
        }
    }
    return shared;
}

// The calibrated words of the guidance for authors of the IPCC (Mastrandrea et al., 2010), five of its ten.
Message<0> const& chance_in_words(double chance)
{
    return chance < 0.10   ? messages::forecast_chance_least
           : chance < 0.33 ? messages::forecast_chance_less
           : chance > 0.90 ? messages::forecast_chance_most
           : chance > 0.66 ? messages::forecast_chance_more
                           : messages::forecast_chance_even;
}

Html goal_cell(ForecastView const& view, PackageName const& package, Goal const& goal)
{
    auto const* const outcome = view.outcome(package.id, goal);
    if (outcome == nullptr) {
        return view.say(messages::forecast_no_number);
    }
    if (!std::isfinite(outcome->value.estimate)) {
        return view.say(messages::forecast_chance_none);
    }
    auto detail = view.say(messages::forecast_section_chance, chance_text(outcome->chance, view.language()),
                           view.value_text(outcome->value, goal.value <= 1 ? "share" : ""));
    if (view.sets(package, goal.indicator)) {
        detail += "; " + view.say(messages::forecast_sets_goal);
    }
    return all({view.say(chance_in_words(outcome->chance)), element("small", detail),
                view.mark(view.grade_of(goal.indicator, package))});
}

Html goals_table(ForecastView const& view, std::vector<PackageName const*> const& packages)
{
    Table table{"forecast-goals",
                view.say(messages::forecast_section_goals, std::to_string(view.forecast().replicates)),
                {{view.say(messages::forecast_package), Setting::name}},
                {}};
    for (auto const& goal : view.goals()) {
        table.columns.push_back(
            {view.say(messages::forecast_goal_title, view.goal_text(goal), std::to_string(goal.year)),
             Setting::words});
    }
    for (auto const* package : packages) {
        TableRow row{{view.title(*package)}, false};
        for (auto const& goal : view.goals()) {
            row.cells.push_back(goal_cell(view, *package, goal));
        }
        table.rows.push_back(row);
    }
    return table.columns.size() > 1 ? html::table(table) + element("p", {{"class", "minimasim-note"}},
                                                                   view.say(messages::forecast_section_words))
                                    : Html();
}

}  // namespace

std::string forecast_section_heading(View const& view, ReportForecast const& forecast)
{
    return view.say(messages::forecast_section_heading, std::to_string(forecast.document.forecast.until));
}

Html forecast_section(View const& view, ReportForecast const& forecast)
{
    auto const heading = forecast_section_heading(view, forecast);
    auto const until = std::to_string(forecast.document.forecast.until);
    if (auto const reason = other_than(view, forecast.document.forecast)) {
        return section(forecast_section_id, 2, heading,
                       element("p", view.say(messages::forecast_section_other, until, *reason)));
    }
    ForecastView const own(forecast.document, view.language());
    auto packages = shared_packages(view, own);
    bool const has_others = packages.size() < view.packages().size();
    packages.insert(packages.begin(), &own.baseline());
    Html lines;
    for (auto const* package : packages) {
        lines += figure(debts_figure(own, *package, false), view.language());
    }
    auto content =
        element("p", {{"class", "minimasim-status"}}, view.say(messages::forecast_section_status)) +
        element("div", {{"class", "minimasim-answer"}}, forecast_sentences(own)) +
        element("h3", view.say(messages::forecast_debts_title)) +
        element("div", {{"class", "minimasim-multiples minimasim-multiples-three"}}, lines);
    if (has_others) {
        content += element("p", {{"class", "minimasim-note"}}, view.say(messages::forecast_section_same));
    }
    content += element("h3", view.say(messages::forecast_goals_heading)) + goals_table(own, packages) +
               forecast_reach(own) + element("h3", view.say(messages::forecast_marks_heading)) +
               forecast_marks(own);
    if (!forecast.page.empty()) {
        content +=
            element("p", element("a", {{"href", forecast.page}}, view.say(messages::forecast_section_more)));
    }
    return section(forecast_section_id, 2, heading, content);
}

Html forecast_in_brief(View const& view, ReportForecast const& forecast)
{
    if (other_than(view, forecast.document.forecast)) {
        return {};
    }
    ForecastView const own(forecast.document, view.language());
    auto const packages = shared_packages(view, own);
    auto const chance = [&](double value) { return chance_text(value, view.language()); };
    std::string text;
    for (auto const& goal : own.goals()) {
        auto const* const now = own.outcome(own.baseline().id, goal);
        if (now == nullptr) {
            continue;
        }
        PackageName const* best = nullptr;
        double highest = now->chance;
        for (auto const* package : packages) {
            auto const* const outcome = own.outcome(package->id, goal);
            if (outcome != nullptr && !own.sets(*package, goal.indicator) && outcome->chance > highest) {
                best = package;
                highest = outcome->chance;
            }
        }
        auto const title =
            own.say(messages::forecast_goal_title, own.goal_text(goal), std::to_string(goal.year));
        text += own.say(messages::forecast_brief_goal, title, chance(now->chance));
        if (now->year < goal.year) {
            text += own.say(messages::forecast_brief_early, std::to_string(now->year));
        }
        text += best == nullptr
                    ? "."
                    : own.say(messages::forecast_brief_best, own.title(*best), chance(highest)) + ".";
    }
    if (text.empty()) {
        return {};
    }
    text += own.say(messages::forecast_brief_status, std::to_string(own.forecast().replicates));
    return element("p", all({element("strong", forecast_section_heading(view, forecast) + "."), text}));
}

}  // namespace minimasim::report::html
