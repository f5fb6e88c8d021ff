#include "sim/report/pictures/gains_picture.hpp"

#include "sim/report/pictures/bar_mark.hpp"
#include "sim/report/pictures/row_plot.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double bar_height = 16;

bool has_figures(GainsRow const& row)
{
    return is_drawable(row.gaining.estimate) && is_drawable(row.losing.estimate);
}

RowText words_of(GainsRow const& row, Quantity quantity, Language language)
{
    if (!has_figures(row)) {
        return {row.name, row.note, {row.remark}, false};
    }
    return {row.name,
            estimate_text(quantity, drawable(row.gaining), language) + in(language, " vooruit", " gain"),
            {estimate_text(quantity, drawable(row.losing), language) + in(language, " achteruit", " lose"),
             row.remark},
            false};
}

// To the other side of zero.
Interval mirrored(Interval const& interval)
{
    return {-interval.estimate, -interval.high, -interval.low};
}

}  // namespace

std::string gains_picture(GainsPicture const& figures, Language language)
{
    std::vector<GainsRow const*> rows;
    std::vector<RowText> texts;
    Extent extent;
    extent.add(0);
    for (auto const& row : figures.rows) {
        if (!has_figures(row) && row.note.empty()) {
            continue;
        }
        rows.push_back(&row);
        texts.push_back(words_of(row, figures.quantity, language));
        if (has_figures(row)) {
            extent.add(row.gaining);
            extent.add(mirrored(row.losing));
        }
    }
    if (rows.empty()) {
        return empty_picture(figures.caption, language);
    }
    Canvas canvas(figures.caption, language);
    auto const plot = draw_row_plot(
        canvas,
        {bar_key(in(language, "gaat erop achteruit", "lose"), Bar::hatched),
         bar_key(in(language, "gaat erop vooruit", "gain"), Bar::filled), whisker_key(language)},
        texts, extent, {figures.unit_name, figures.quantity, bar_height});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!has_figures(*rows[i])) {
            continue;
        }
        auto const gaining = drawable(rows[i]->gaining);
        auto const losing = drawable(mirrored(rows[i]->losing));
        draw_bar(canvas, plot.x(0), plot.x(gaining.estimate), plot.y(i), bar_height, Bar::filled);
        draw_bar(canvas, plot.x(0), plot.x(losing.estimate), plot.y(i), bar_height, Bar::hatched);
        draw_whisker(canvas, plot.x(gaining.low), plot.x(gaining.high), plot.y(i));
        draw_whisker(canvas, plot.x(losing.low), plot.x(losing.high), plot.y(i));
    }
    return canvas.document(plot.frame.bottom() + 2, described(texts));
}

}  // namespace minimasim::report::pictures
