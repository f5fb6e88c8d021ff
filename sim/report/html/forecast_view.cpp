#include "sim/report/html/forecast_view.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "sim/report/messages/forecast.hpp"
#include "sim/report/process_text.hpp"

namespace minimasim::report::html {

using forecast::Goal;
using forecast::GoalOutcome;
using forecast::Grade;
using forecast::PackageName;

namespace {

// The term of a change: "early_signals.acceptance = 0.6 from 2025-07" is of early_signals.acceptance.
std::string term_of_change(std::string const& change)
{
    return change.substr(0, change.find(' '));
}

// A triangle for what is assumed, a half-filled circle for weak evidence: they differ without colour.
Html icon_of(Grade grade)
{
    char const* const shape =
        grade == Grade::assumed
            ? "<path d=\"M6 1.2 11.3 10.8H.7z\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.4\"/>"
            : "<circle cx=\"6\" cy=\"6\" r=\"4.6\" fill=\"none\" stroke=\"currentColor\" "
              "stroke-width=\"1.4\"/>"
              "<path d=\"M6 1.4a4.6 4.6 0 0 1 0 9.2z\" fill=\"currentColor\"/>";
    return element("svg", {{"class", "minimasim-icon"}, {"viewBox", "0 0 12 12"}, {"aria-hidden", "true"}},
                   Html::markup(shape));
}

}  // namespace

ForecastView::ForecastView(ForecastDocument const& document, Language language)
    : document_(&document), language_(language)
{
    for (auto const& figure : forecast().years) {
        figures_[{figure.package, figure.indicator, figure.year}] = &figure;
    }
    for (auto const& figure : forecast().neighbourhoods) {
        places_[{figure.package, figure.indicator, figure.year}] = &figure;
    }
}

forecast::Figure const* ForecastView::figure(std::string_view package, std::string_view indicator,
                                             int year) const
{
    auto const found = figures_.find({package, indicator, year});
    return found == figures_.end() ? nullptr : found->second;
}

forecast::Figure const* ForecastView::place(std::string_view package, std::string_view code, int year) const
{
    auto const found = places_.find({package, code, year});
    return found == places_.end() ? nullptr : found->second;
}

std::vector<PackageName const*> ForecastView::packages() const
{
    std::vector<PackageName const*> packages;
    for (auto const& package : forecast().packages) {
        if (&package != &baseline() && package.changes_forecast) {
            packages.push_back(&package);
        }
    }
    return packages;
}

bool ForecastView::is_acting(PackageName const& package) const
{
    auto const* const number = figure(package.id, "problem_debts", forecast().until);
    bool const differs = number != nullptr && (number->difference.low > 0 || number->difference.high < 0);
    return !package.changed_terms.empty() || differs;
}

std::vector<PackageName const*> ForecastView::acting_packages() const
{
    auto packages = this->packages();
    std::erase_if(packages, [this](PackageName const* package) { return !is_acting(*package); });
    return packages;
}

std::string ForecastView::titles_of_others() const
{
    std::string titles;
    for (auto const* package : packages()) {
        if (!is_acting(*package)) {
            titles += (titles.empty() ? "‘" : "; ‘") + title(*package) + "’";
        }
    }
    return titles;
}

std::string ForecastView::title(PackageName const& package) const
{
    auto const& title = language_ == Language::english ? package.title_en : package.title;
    return title.empty() ? package.id : title;
}

std::vector<Goal> ForecastView::goals() const
{
    std::vector<Goal> goals;
    for (auto const& outcome : forecast().goals) {
        if (std::none_of(goals.begin(), goals.end(),
                         [&](Goal const& known) { return known.key == outcome.goal.key; })) {
            goals.push_back(outcome.goal);
        }
    }
    return goals;
}

GoalOutcome const* ForecastView::outcome(std::string_view package, Goal const& goal) const
{
    for (auto const& outcome : forecast().goals) {
        if (outcome.package == package && outcome.goal.key == goal.key &&
            outcome.year == std::min(goal.year, forecast().until)) {
            return &outcome;
        }
    }
    return nullptr;
}

std::string ForecastView::goal_value(Goal const& goal) const
{
    bool const is_share = goal.value <= 1;
    double const shown = is_share ? 100 * goal.value : goal.value;
    constexpr double nearly_nothing = 1e-9;
    bool const is_whole = std::abs(shown - std::round(shown)) < nearly_nothing;
    return number_text(shown, is_whole ? 0 : 1, language_) + (is_share ? in(language_, "\u00a0%", "%") : "");
}

std::string ForecastView::goal_text(Goal const& goal) const
{
    auto const value = goal_value(goal);
    auto name = indicator_name(goal.indicator);
    name.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(name.front())));
    return goal.is_ceiling ? say(messages::forecast_goal_most, name, value)
                           : say(messages::forecast_goal_least, name, value);
}

bool ForecastView::sets(PackageName const& package, std::string_view key) const
{
    auto const* const indicator = forecast::find_indicator(document_->indicators, key);
    return indicator != nullptr &&
           std::any_of(
               package.changed_terms.begin(), package.changed_terms.end(), [&](std::string const& change) {
                   auto const& terms = indicator->rests_on;
                   return std::find(terms.begin(), terms.end(), term_of_change(change)) != terms.end();
               });
}

std::string ForecastView::indicator_name(std::string_view indicator) const
{
    auto const* const found = forecast::find_indicator(document_->indicators, indicator);
    return found == nullptr               ? std::string(indicator)
           : language_ == Language::dutch ? found->name
                                          : found->name_en;
}

std::string ForecastView::term_name(std::string const& process, std::string const& term) const
{
    return process_name(document_->names, process, term, language_);
}

Grade ForecastView::grade_of(std::string_view indicator) const
{
    auto const* const found = forecast::find_indicator(document_->indicators, indicator);
    return found == nullptr ? Grade::assumed
                            : forecast::weakest_grade(found->rests_on, forecast().assumptions);
}

Grade ForecastView::grade_of(std::string_view indicator, PackageName const& package) const
{
    return sets(package, indicator) ? Grade::assumed : grade_of(indicator);
}

Grade ForecastView::grade_of(PackageName const& package) const
{
    std::vector<std::string> processes;
    for (auto const& change : package.changed_terms) {
        processes.push_back(change.substr(0, change.find('.')));
    }
    return forecast::weakest_grade(processes, forecast().assumptions);
}

Html ForecastView::mark(Grade grade) const
{
    if (grade == Grade::founded) {
        return {};
    }
    return element("span", {{"class", "minimasim-mark"}},
                   all({icon_of(grade), say(grade == Grade::assumed ? messages::forecast_mark_assumed
                                                                    : messages::forecast_mark_weak)}));
}

Html ForecastView::mark_after(Grade grade) const
{
    return grade == Grade::founded ? Html() : Html(" ") + mark(grade);
}

std::string ForecastView::value_text(outcomes::Interval const& value, std::string_view unit,
                                     bool is_change) const
{
    if (!std::isfinite(value.estimate)) {
        return say(messages::forecast_no_number);
    }
    if (unit == "ratio") {
        return number_text(value.estimate, 1, language_);
    }
    auto const quantity = quantity_of_forecast(unit);
    return is_change ? change_text(quantity, interval_of(value), language_)
                     : estimate_text(quantity, interval_of(value), language_);
}

std::string ForecastView::range_text(outcomes::Interval const& value, std::string_view unit,
                                     bool is_change) const
{
    if (!std::isfinite(value.estimate) || !(value.low < value.high)) {
        return "";
    }
    if (unit == "ratio") {
        return number_text(value.low, 1, language_) + " – " + number_text(value.high, 1, language_);
    }
    return interval_text(quantity_of_forecast(unit), interval_of(value), language_, is_change);
}

std::string ForecastView::exact_text(double value, std::string_view unit) const
{
    bool const is_share = unit.starts_with("share");
    return is_share ? number_text(100 * value, 1, language_) + in(language_, "\u00a0%", "%")
                    : number_text(value, unit == "ratio" ? 1 : 0, language_);
}

Html ForecastView::cell(outcomes::Interval const& value, std::string_view unit, Grade grade,
                        bool is_change) const
{
    Html cell(value_text(value, unit, is_change));
    if (!std::isfinite(value.estimate)) {
        return cell;
    }
    auto const range = range_text(value, unit, is_change);
    return range.empty() ? cell + mark_after(grade) : cell + element("small", range) + mark(grade);
}

pictures::Caption ForecastView::caption(std::string const& key, std::string const& title) const
{
    return {as_word("forecast-" + key), title, "", pictures::Shape::wide};
}

Quantity quantity_of_forecast(std::string_view unit)
{
    return unit.starts_with("share")  ? Quantity::share
           : unit.starts_with("euro") ? Quantity::euro
                                      : Quantity::count;
}

Interval interval_of(outcomes::Interval const& value)
{
    return {value.estimate, value.low, value.high};
}

}  // namespace minimasim::report::html
