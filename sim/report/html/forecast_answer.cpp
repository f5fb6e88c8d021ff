#include <algorithm>
#include <cmath>

#include "sim/report/html/forecast_sections.hpp"
#include "sim/report/messages/answer.hpp"
#include "sim/report/messages/forecast.hpp"

// Where problem debts land, in a few sentences.
namespace minimasim::report::html {

namespace {

using forecast::Figure;
using forecast::Goal;
using forecast::PackageName;

constexpr char const* share_of_debts = "problem_debts_share";

Html paragraph(Html const& content)
{
    return element("p", content);
}

Html baseline_sentence(ForecastView const& view)
{
    int const until = view.forecast().until;
    auto const* const figure = view.figure(view.baseline().id, share_of_debts, until);
    if (figure == nullptr) {
        return {};
    }
    auto const value = interval_of(figure->value);
    auto const at = [&](double end) {
        auto const step = rounding_step(Quantity::share, value);
        double const shown = rounded(end, step);
        return estimate_text(Quantity::share, {shown, shown, shown}, view.language());
    };
    auto text = sentence(messages::forecast_answer, view.language(), std::to_string(until),
                         element("strong", view.value_text(figure->value, figure->unit)), at(value.low),
                         at(value.high), view.mark_after(view.grade_of(share_of_debts)));
    for (auto const& check : view.forecast().checks) {
        if (check.published.key == share_of_debts) {
            text +=
                Html(" ") + view.say(messages::forecast_answer_start, std::to_string(forecast::first_year),
                                     view.value_text(check.model, "share"));
        }
    }
    return paragraph(text);
}

// The package with the fewest households with problem debts at the end.
Html packages_sentence(ForecastView const& view)
{
    PackageName const* best = nullptr;
    Figure const* figure = nullptr;
    for (auto const* package : view.packages()) {
        auto const* const found = view.figure(package->id, "problem_debts", view.forecast().until);
        if (found != nullptr &&
            (figure == nullptr || found->difference.estimate < figure->difference.estimate)) {
            best = package;
            figure = found;
        }
    }
    if (figure == nullptr) {
        return {};
    }
    auto const change = interval_of(figure->difference);
    double const step = rounding_step(Quantity::count, change);
    auto const size = [&](double value) {
        return number_text(std::abs(rounded(value, step)), 0, view.language());
    };
    auto const mark = view.mark_after(view.grade_of(*best));
    if (rounded(change.estimate, step) >= 0) {
        return paragraph(view.say(messages::forecast_no_package));
    }
    if (rounded(change.high, step) >= 0) {
        auto const end = [&](double value) {
            double const shown = rounded(value, step);
            return change_text(Quantity::count, {shown, shown, shown}, view.language());
        };
        return paragraph(sentence(messages::forecast_unsure_package, view.language(), view.title(*best),
                                  element("strong", end(change.low)), element("strong", end(change.high)),
                                  mark));
    }
    return paragraph(sentence(messages::forecast_best_package, view.language(), view.title(*best),
                              element("strong", size(change.estimate)), size(change.high), size(change.low),
                              mark));
}

// "Kans dat de schuldendoelstelling van 4 % wordt gehaald: 0 %".
Html goal_sentence(ForecastView const& view, Goal const& goal)
{
    auto const* const baseline = view.outcome(view.baseline().id, goal);
    if (baseline == nullptr) {
        return {};
    }
    PackageName const* best = nullptr;
    double most = baseline->chance;
    auto const packages = view.packages();
    for (auto const* package : packages) {
        auto const* const outcome = view.outcome(package->id, goal);
        if (outcome != nullptr && outcome->chance > most) {
            most = outcome->chance;
            best = package;
        }
    }
    constexpr double whole_per_cents = 0.01;
    auto const chance = element("strong", chance_text(baseline->chance, view.language()));
    auto text = goal.year > view.forecast().until
                    ? sentence(messages::forecast_debt_goal_early, view.language(), view.goal_value(goal),
                               chance, std::to_string(view.forecast().until))
                    : sentence(messages::forecast_debt_goal, view.language(), view.goal_value(goal), chance);
    if (packages.empty()) {
        text += view.say(messages::forecast_debt_goal_alone);
    } else if (best == nullptr ||
               rounded(most, whole_per_cents) == rounded(baseline->chance, whole_per_cents)) {
        text += view.say(messages::forecast_debt_goal_everywhere);
    } else {
        text += sentence(messages::forecast_debt_goal_best, view.language(),
                         element("strong", chance_text(most, view.language())), view.title(*best));
    }
    return paragraph(text);
}

}  // namespace

std::string chance_text(double chance, Language language)
{
    return number_text(100 * chance, 0, language) + in(language, "\u00a0%", "%");
}

Html forecast_sentences(ForecastView const& view)
{
    Html answer = baseline_sentence(view) + packages_sentence(view);
    for (auto const& goal : view.goals()) {
        if (goal.indicator == share_of_debts) {
            answer += goal_sentence(view, goal);
        }
    }
    return answer;
}

Html forecast_marks(ForecastView const& view)
{
    auto const meaning = [&](forecast::Grade grade, Message<0> const& text) {
        return element("li", view.mark(grade) + view.say(text));
    };
    return element("ul", {{"class", "minimasim-marks"}},
                   all({meaning(forecast::Grade::assumed, messages::forecast_marks_assumed),
                        meaning(forecast::Grade::weak, messages::forecast_marks_weak),
                        element("li", view.say(messages::forecast_marks_none))}));
}

Html forecast_answer(ForecastView const& view)
{
    return forecast_sentences(view) +
           element("p", {{"class", "minimasim-aside"}},
                   all({element("strong", view.say(messages::how_sure_heading)), " ",
                        view.say(messages::forecast_how_sure, std::to_string(view.forecast().replicates)),
                        " ", element("a", {{"href", "#method"}}, view.say(messages::where_from))}));
}

}  // namespace minimasim::report::html
