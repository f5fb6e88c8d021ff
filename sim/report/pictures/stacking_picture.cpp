#include "sim/report/pictures/stacking_picture.hpp"

#include "sim/report/pictures/bar_mark.hpp"
#include "sim/report/pictures/row_plot.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double bar_height = 11;
constexpr double bar_gap = 2;

bool has_figures(StackingRow const& row)
{
    return is_drawable(row.before.estimate) && is_drawable(row.after.estimate);
}

}  // namespace

std::string stacking_picture(StackingPicture const& figures, Language language)
{
    auto const before_name = figures.before_name.empty() ? in(language, "nu", "now") : figures.before_name;
    auto const after_name =
        figures.after_name.empty() ? in(language, "met dit pakket", "with this package") : figures.after_name;
    std::vector<StackingRow const*> rows;
    std::vector<RowText> texts;
    Extent extent;
    extent.add(0);
    for (auto const& row : figures.rows) {
        if (!has_figures(row) && row.note.empty()) {
            continue;
        }
        rows.push_back(&row);
        texts.push_back({row.name, row.note, {}, false});
        if (has_figures(row)) {
            auto const before = drawable(row.before);
            auto const after = drawable(row.after);
            extent.add(before);
            extent.add(after);
            texts.back().value = estimate_text(figures.quantity, after, language);
            texts.back().details = {before_name + " " + estimate_text(figures.quantity, before, language)};
        }
    }
    if (rows.empty()) {
        return empty_picture(figures.caption, language);
    }
    Canvas canvas(figures.caption, language);
    auto const plot = draw_row_plot(
        canvas, {bar_key(before_name, Bar::hatched), bar_key(after_name, Bar::filled), whisker_key(language)},
        texts, extent, {figures.unit_name, figures.quantity, 2 * bar_height + bar_gap});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!has_figures(*rows[i])) {
            continue;
        }
        double const offset = (bar_height + bar_gap) / 2;
        for (bool const is_after : {false, true}) {
            auto const value = drawable(is_after ? rows[i]->after : rows[i]->before);
            double const y = plot.y(i) + (is_after ? offset : -offset);
            draw_bar(canvas, plot.x(0), plot.x(value.estimate), y, bar_height,
                     is_after ? Bar::filled : Bar::hatched);
            draw_whisker(canvas, plot.x(value.low), plot.x(value.high), y);
        }
    }
    return canvas.document(plot.frame.bottom() + 2, described(texts));
}

}  // namespace minimasim::report::pictures
