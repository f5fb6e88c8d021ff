#include "sim/report/pictures/waterfall.hpp"

#include "sim/report/pictures/bar_mark.hpp"
#include "sim/report/pictures/row_plot.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double bar_height = 16;

// One bar: where it begins, and what it adds.
struct Step {
    std::string name;
    Interval amount;
    double start;
    bool is_total;
};

bool can_stand_at(double start, Interval const& amount)
{
    auto const drawn = drawable(amount);
    return is_drawable(drawn.estimate) && is_drawable(start + drawn.estimate) &&
           is_drawable(start + drawn.low) && is_drawable(start + drawn.high);
}

// Options one after the other, then the three bars that tell how they go together.
std::vector<Step> steps_of(Waterfall const& figures, Language language)
{
    std::vector<Step> steps;
    double reached = 0;
    for (auto const& option : figures.options) {
        if (can_stand_at(reached, option.amount)) {
            steps.push_back({option.name, drawable(option.amount), reached, false});
            reached += option.amount.estimate;
        }
    }
    if (steps.empty()) {
        return steps;
    }
    if (can_stand_at(0, figures.sum)) {
        steps.push_back(
            {in(language, "De voorstellen los van elkaar, opgeteld", "The options, each alone, added up"),
             drawable(figures.sum), 0, true});
        reached = figures.sum.estimate;
    }
    if (can_stand_at(reached, figures.interaction)) {
        steps.push_back(
            {in(language, "Wat zij elkaar afnemen of toevoegen", "What they take from or add to each other"),
             drawable(figures.interaction), reached, false});
    }
    if (can_stand_at(0, figures.joint)) {
        steps.push_back({in(language, "Alle voorstellen samen", "All options together"),
                         drawable(figures.joint), 0, true});
    }
    return steps;
}

}  // namespace

std::string waterfall(Waterfall const& figures, Language language)
{
    auto const steps = steps_of(figures, language);
    if (steps.empty()) {
        return empty_picture(figures.caption, language);
    }
    std::vector<RowText> texts;
    Extent extent;
    extent.add(0);
    for (auto const& step : steps) {
        auto const& amount = step.amount;
        texts.push_back({step.name,
                         value_words(figures.quantity, amount, !step.is_total, language),
                         {interval_words(figures.quantity, amount, !step.is_total, language)},
                         step.is_total});
        extent.add(Interval{step.start + amount.estimate, step.start + amount.low, step.start + amount.high});
    }
    Canvas canvas(figures.caption, language);
    auto const plot =
        draw_row_plot(canvas,
                      {bar_key(in(language, "erbij", "more"), Bar::filled),
                       bar_key(in(language, "eraf", "less"), Bar::hatched),
                       bar_key(in(language, "totaal", "total"), Bar::total), whisker_key(language)},
                      texts, extent, {figures.axis_name, figures.quantity, bar_height});
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto const& [name, amount, start, is_total] = steps[i];
        double const end = plot.x(start + amount.estimate);
        if (canvas.is_wide() && i + 1 < steps.size() && !steps[i + 1].is_total) {
            canvas.line({end, plot.y(i)}, {end, plot.y(i + 1) - bar_height / 2}, look::leader);
        }
        draw_bar(canvas, plot.x(start), end, plot.y(i), bar_height,
                 is_total              ? Bar::total
                 : amount.estimate < 0 ? Bar::hatched
                                       : Bar::filled);
        draw_whisker(canvas, plot.x(start + amount.low), plot.x(start + amount.high), plot.y(i));
    }
    return canvas.document(plot.frame.bottom() + 2, described(texts));
}

}  // namespace minimasim::report::pictures
