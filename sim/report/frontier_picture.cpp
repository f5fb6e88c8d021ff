#include <algorithm>

#include "sim/report/frontier.hpp"
#include "sim/report/svg.hpp"

namespace minimasim::report {

namespace {

// Places in pixels.
constexpr double width = 900;
constexpr double height = 520;
constexpr double left = 130;
constexpr double right = 860;
constexpr double top = 70;
constexpr double bottom = 440;
constexpr int most_steps = 6;

// Scoped by the class of the drawing, so that it may stand within a page.
constexpr char const* style =
    "<style>.frontier-picture text{font-family:'DejaVu "
    "Sans',Verdana,Arial,sans-serif;font-size:12px;fill:#000;"
    "paint-order:stroke;stroke:#fff;stroke-width:4px}"
    ".frontier-picture .heading{font-size:18px;font-weight:bold}.frontier-picture .quiet{fill:#444}"
    ".frontier-picture .grid{stroke:#d0d0d0;stroke-width:1}"
    ".frontier-picture .budget{stroke:#000;stroke-width:1.5;stroke-dasharray:6 4}"
    ".frontier-picture .interval{stroke:#777;stroke-width:1.5}.frontier-picture "
    ".path{stroke:#000;stroke-width:2}"
    ".frontier-picture .estimate{fill:#000}"
    ".frontier-picture .proposal{fill:#fff;stroke:#000;stroke-width:2}</style>\n";

// A scale from values to pixels.
struct Scale {
    std::vector<double> ticks;
    double first;
    double last;

    double place(double value) const
    {
        return first + (value - ticks.front()) / (ticks.back() - ticks.front()) * (last - first);
    }
};

Scale scale_of(double low, double high, double first, double last)
{
    return {svg::axis_ticks(std::min(0.0, low), std::max(high, 1.0), most_steps), first, last};
}

Quantity quantity_of(Target target)
{
    return target == Target::poverty_gap ? Quantity::euro : Quantity::count;
}

std::string effect_text(Target target, Language language)
{
    switch (target) {
        case Target::poverty_gap:
            return in(language, "armoedetekort gedicht, euro per jaar", "poverty gap closed, euro a year");
        case Target::children:
            return in(language, "minder arme kinderen", "fewer poor children");
        default:
            return in(language, "huishoudens nieuw bereikt", "households newly reached");
    }
}

std::string value_text(Quantity quantity, double value, Language language)
{
    return quantity == Quantity::euro ? exact_euro_text(value, language) : number_text(value, 0, language);
}

std::string grid(Scale const& x, Scale const& y, Quantity quantity, Language language)
{
    std::string text;
    for (double const tick : x.ticks) {
        text += svg::line(x.place(tick), top, x.place(tick), bottom, "grid");
        text += svg::text(x.place(tick), bottom + 20, exact_euro_text(tick, language), "middle", "quiet");
    }
    for (double const tick : y.ticks) {
        text += svg::line(left, y.place(tick), right, y.place(tick), "grid");
        text += svg::text(left - 8, y.place(tick) + 4, value_text(quantity, tick, language), "end", "quiet");
    }
    return text;
}

// All figures in words, for who cannot see the drawing.
std::string description(Frontier const& frontier, Language language)
{
    std::string text;
    for (auto const& point : frontier.points) {
        text += change_text(Quantity::euro, point.cost, language) + ": " +
                change_text(quantity_of(frontier.target), effect_of(frontier, point), language) + ". ";
    }
    return text;
}

}  // namespace

std::string frontier_picture(Frontier const& frontier, Language language)
{
    double highest_cost = frontier.budget;
    double lowest_cost = 0;
    double highest_effect = 0;
    double lowest_effect = 0;
    for (auto const& point : frontier.points) {
        auto const& effect = effect_of(frontier, point);
        highest_cost = std::max(highest_cost, point.cost.high);
        lowest_cost = std::min(lowest_cost, point.cost.low);
        highest_effect = std::max(highest_effect, effect.high);
        lowest_effect = std::min(lowest_effect, effect.low);
    }
    auto const quantity = quantity_of(frontier.target);
    auto const x = scale_of(lowest_cost, highest_cost, left, right);
    auto const y = scale_of(lowest_effect, highest_effect, bottom, top);
    auto const title = frontier.municipality_name + ": " + effect_text(frontier.target, language) +
                       in(language, ", naar extra kosten", ", by extra cost");
    auto text =
        "<svg class=\"frontier-picture\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
        "aria-labelledby=\"frontier-title frontier-description\" xml:lang=\"" +
        std::string(in(language, "nl", "en")) + "\" width=\"" + svg::number(width) + "\" height=\"" +
        svg::number(height) + "\" viewBox=\"0 0 " + svg::number(width) + " " + svg::number(height) +
        "\">\n<title id=\"frontier-title\">" + svg::escaped(title) +
        "</title>\n<desc id=\"frontier-description\">" + svg::escaped(description(frontier, language)) +
        "</desc>\n" + style + "<rect width=\"" + svg::number(width) + "\" height=\"" + svg::number(height) +
        "\" fill=\"#fff\"/>\n" + svg::text(24, 34, title, "start", "heading");
    text += grid(x, y, quantity, language);
    text += svg::text(
        (left + right) / 2, bottom + 46,
        in(language, "extra kosten, euro per jaar; lijnen: 90 %-interval; ruiten: de beste pakketten",
           "extra cost, euro a year; lines: 90 % interval; diamonds: the best packages"),
        "middle", "quiet");
    text += svg::line(x.place(frontier.budget), top, x.place(frontier.budget), bottom, "budget");
    text += svg::text(x.place(frontier.budget), top - 8, in(language, "budget", "budget"), "middle", "quiet");
    FrontierPoint const* before = nullptr;
    for (auto const& point : frontier.points) {
        auto const& effect = effect_of(frontier, point);
        double const at_x = x.place(point.cost.estimate);
        double const at_y = y.place(effect.estimate);
        text += svg::line(x.place(point.cost.low), at_y, x.place(point.cost.high), at_y, "interval");
        text += svg::line(at_x, y.place(effect.low), at_x, y.place(effect.high), "interval");
        text += svg::line(before == nullptr ? x.place(0) : x.place(before->cost.estimate),
                          before == nullptr ? y.place(0) : y.place(effect_of(frontier, *before).estimate),
                          at_x, at_y, "path");
        before = &point;
    }
    for (auto const& point : frontier.points) {
        text += svg::circle(x.place(point.cost.estimate), y.place(effect_of(frontier, point).estimate), 4,
                            "estimate");
    }
    for (auto const& proposal : frontier.best) {
        text += svg::diamond(x.place(proposal.package.cost.estimate),
                             y.place(effect_of(frontier, proposal.package).estimate), 8, "proposal");
    }
    return text + "</svg>\n";
}

}  // namespace minimasim::report
