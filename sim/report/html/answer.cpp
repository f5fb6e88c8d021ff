#include "sim/report/html/answer.hpp"

#include <cctype>
#include <cmath>
#include <functional>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/html/amounts.hpp"
#include "sim/report/html/labels.hpp"
#include "sim/report/messages.hpp"

namespace minimasim::report::html {

namespace {

using outcomes::Figure;
using outcomes::PackageDescription;

Html paragraph(Html const& content)
{
    return element("p", content);
}

// Estimate, low end and high end of a change by its size: "€ 480.000", "€ 430.000", "€ 530.000".
struct Texts {
    Html estimate;
    std::string low;
    std::string high;
};

Texts sizes_of(View const& view, Quantity quantity, Interval const& interval)
{
    bool const falls = interval.estimate < 0;
    auto const text = [&](double value) {
        return rounded_text(quantity, interval, value, view.language(), true);
    };
    return {element("strong", text(interval.estimate)), text(falls ? interval.high : interval.low),
            text(falls ? interval.low : interval.high)};
}

template <std::size_t Parameters>
Html with_interval(View const& view, Message<Parameters> const& message, Texts const& texts)
{
    return sentence(message, view.language(), texts.estimate, texts.low, texts.high);
}

bool has_one_sign(Interval const& interval, double step)
{
    double const low = rounded(interval.low, step);
    double const high = rounded(interval.high, step);
    return (low >= 0 && high >= 0) || (low <= 0 && high <= 0);
}

Html cost_sentence(View const& view, Interval const& change)
{
    auto const step = rounding_step(Quantity::euro, change);
    if (rounded(change.low, step) == 0 && rounded(change.high, step) == 0) {
        return view.say(messages::cost_same);
    }
    if (!has_one_sign(change, step)) {
        auto const end = [&](double value) {
            return rounded_text(Quantity::euro, change, value, view.language());
        };
        return sentence(messages::cost_unclear, view.language(), element("strong", end(change.low)),
                        element("strong", end(change.high)));
    }
    auto const texts = sizes_of(view, Quantity::euro, change);
    bool const rises = change.estimate > 0;
    if (is_certain(Quantity::euro, change)) {
        return sentence(rises ? messages::cost_rises_by : messages::cost_falls_by, view.language(),
                        texts.estimate);
    }
    return with_interval(view, rises ? messages::cost_rises : messages::cost_falls, texts);
}

Interval level_or_nothing(Figure const* figure)
{
    return figure == nullptr ? Interval{} : level(*figure);
}

// The four ways to say how many households a package touches.
struct TouchMessages {
    Message<3> const& up;
    Message<4> const& up_and_down;
    Message<3> const& down;
    Message<0> const& none;
};

Html touch_sentence(View const& view, TouchMessages const& messages, Interval const& up, Interval const& down)
{
    bool const some_up = up.estimate >= smallest_published_count;
    bool const some_down = down.estimate >= smallest_published_count;
    if (!some_up) {
        return some_down ? with_interval(view, messages.down, sizes_of(view, Quantity::count, down))
                         : Html(view.say(messages.none));
    }
    auto const texts = sizes_of(view, Quantity::count, up);
    if (!some_down) {
        return with_interval(view, messages.up, texts);
    }
    return sentence(messages.up_and_down, view.language(), texts.estimate, texts.low, texts.high,
                    estimate_text(Quantity::count, down, view.language()));
}

// Who gets more and less; where the results do not tell, who receives another scheme and loses one.
Html households_sentence(View const& view, PackageDescription const& package)
{
    if (auto const* const gaining = view.total(package.id, "gaining_households")) {
        return touch_sentence(
            view,
            {messages::gains_only, messages::gains_and_losses, messages::losses_only, messages::no_gains},
            level(*gaining), level_or_nothing(view.total(package.id, "losing_households")));
    }
    auto const* const reached = view.total(package.id, "newly_reached_households");
    if (reached == nullptr) {
        return {};
    }
    return touch_sentence(
        view,
        {messages::reach_rises, messages::reach_rises_and_falls, messages::reach_falls, messages::reach_same},
        level(*reached), level_or_nothing(view.total(package.id, "no_longer_reached_households")));
}

Html poverty_sentence(View const& view, Interval const& change)
{
    if (std::abs(change.estimate) < smallest_published_count) {
        return view.say(messages::poverty_same);
    }
    return with_interval(view, change.estimate < 0 ? messages::poverty_falls : messages::poverty_rises,
                         sizes_of(view, Quantity::count, change));
}

// The package for which a figure of all together goes furthest; nullptr when none has it.
PackageDescription const* furthest(View const& view, std::string_view outcome,
                                   std::function<bool(double, double)> const& is_further)
{
    PackageDescription const* found = nullptr;
    double best = 0;
    for (auto const* package : view.packages()) {
        auto const* const figure = view.total(package->id, outcome);
        if (figure != nullptr && is_further(figure->difference, best)) {
            found = package;
            best = figure->difference;
        }
    }
    return found;
}

Html about(View const& view, Message<4> const& message, PackageDescription const& package,
           std::string_view outcome, Quantity quantity, bool with_link)
{
    auto const texts = sizes_of(view, quantity, difference(*view.total(package.id, outcome)));
    auto const name = with_link ? element("a", {{"href", "#" + view.word(package)}}, view.title(package))
                                : Html(view.title(package));
    return sentence(message, view.language(), name, texts.estimate, texts.low, texts.high);
}

Html level_sentence(View const& view, Message<3> const& message, std::string_view outcome)
{
    auto const* const figure = view.total(view.baseline().id, outcome);
    if (figure == nullptr) {
        return {};
    }
    return paragraph(with_interval(view, message, sizes_of(view, quantity_of(figure->unit), level(*figure))));
}

}  // namespace

Html answer_of_package(View const& view, PackageDescription const& package)
{
    auto const* const cost = view.total(package.id, "cost_per_year");
    if (cost == nullptr) {
        return paragraph(view.say(messages::answer_is_missing));
    }
    auto answer = paragraph(cost_sentence(view, difference(*cost)));
    if (auto const households = households_sentence(view, package); !households.is_empty()) {
        answer += paragraph(households);
    }
    if (auto const* const poor = view.total(package.id, "poor_persons")) {
        answer += paragraph(poverty_sentence(view, difference(*poor)));
    }
    return answer;
}

Html answer_of_baseline(View const& view)
{
    auto answer = level_sentence(view, messages::baseline_costs, "cost_per_year");
    Figure const* most_used = nullptr;
    for (auto const& scheme : view.schemes_with("recipients_households")) {
        auto const* const figure = view.total(view.baseline().id, "recipients_households", scheme);
        if (most_used == nullptr || figure->estimate > most_used->estimate) {
            most_used = figure;
        }
    }
    if (most_used != nullptr && most_used->estimate >= smallest_published_count) {
        answer += paragraph(
            sentence(messages::baseline_most_used, view.language(), view.scheme_name(most_used->scheme),
                     element("strong", estimate_text(Quantity::count, level(*most_used), view.language()))));
    }
    answer += level_sentence(view, messages::baseline_poverty, "poor_persons");
    return answer.is_empty() ? paragraph(view.say(messages::answer_is_missing)) : answer;
}

PackageDescription const* dearest_package(View const& view)
{
    return furthest(view, "cost_per_year", std::greater<>());
}

PackageDescription const* strongest_package(View const& view)
{
    return furthest(view, "poor_persons", std::less<>());
}

Html answer_of_all(View const& view, bool with_links)
{
    auto answer = level_sentence(view, messages::baseline_costs, "cost_per_year");
    if (auto const* const dearest = dearest_package(view)) {
        answer += paragraph(
            about(view, messages::dearest_package, *dearest, "cost_per_year", Quantity::euro, with_links));
    }
    auto const* const strongest = strongest_package(view);
    bool const is_clear = strongest != nullptr &&
                          view.total(strongest->id, "poor_persons")->difference <= -smallest_published_count;
    answer += paragraph(is_clear ? about(view, messages::strongest_package, *strongest, "poor_persons",
                                         Quantity::count, with_links)
                                 : Html(view.say(messages::no_package_changes_poverty)));
    return answer;
}

Html largest_gain(View const& view, PackageDescription const& package)
{
    auto const* const gaining = view.total(package.id, "gaining_households");
    Figure const* largest = nullptr;
    for (auto const* figure : view.cells(package.id, "gaining_households", "", "household_type")) {
        if (largest == nullptr || figure->estimate > largest->estimate) {
            largest = figure;
        }
    }
    if (gaining == nullptr || largest == nullptr || is_small(Quantity::count, level(*gaining))) {
        return {};
    }
    auto const texts = sizes_of(view, Quantity::count, level(*gaining));
    auto group = cell_label(view, "household_type", largest->cell);
    group.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(group.front())));
    return sentence(messages::who_gains_most, view.language(), view.title(package), texts.estimate, texts.low,
                    texts.high,
                    group + " (" + estimate_text(Quantity::count, level(*largest), view.language()) + ")");
}

Html published_beside(View const& view, PackageDescription const& package)
{
    auto const* const cost = view.total(package.id, "cost_per_year");
    if (!package.has_published_cost || cost == nullptr) {
        return view.say(messages::published_nothing);
    }
    auto const change = difference(*cost);
    auto const step = rounding_step(Quantity::euro, change);
    auto const& message = package.published_cost_euro > rounded(change.high, step) ? messages::published_above
                          : package.published_cost_euro < rounded(change.low, step)
                              ? messages::published_below
                              : messages::published_within;
    return sentence(message, view.language(),
                    element("strong", exact_euro_text(package.published_cost_euro, view.language())));
}

std::string question_of(View const& view, PackageDescription const& package)
{
    // Questions are in the language of the file, Dutch; the title is in both.
    bool const asks = view.language() == Language::dutch && !package.question.empty();
    return asks ? package.question : view.title(package);
}

Html limits_box(Language language, int heading_level, bool is_short)
{
    auto box = element("h" + std::to_string(heading_level), {{"id", "limits"}},
                       say(messages::limits_heading, language));
    if (is_short) {
        box += element("p", say(messages::limits_short, language));
    } else {
        Html list;
        for (auto const* const limit :
             {&messages::limits_household, &messages::limits_published, &messages::limits_debts,
              &messages::limits_capitals, &messages::limits_distrust, &messages::limits_neighbourhoods,
              &messages::limits_avoided_costs, &messages::limits_trajectories, &messages::limits_lawful}) {
            list += element("li", say(*limit, language));
        }
        box += element("ul", list);
    }
    return element("aside", {{"class", "utrecht-alert minimasim-limits"}, {"aria-labelledby", "limits"}},
                   box);
}

}  // namespace minimasim::report::html
