#include "sim/report/pictures/interval_rows.hpp"

#include "sim/report/pictures/interval_mark.hpp"
#include "sim/report/pictures/row_plot.hpp"

namespace minimasim::report::pictures {

namespace {

std::string published_name(IntervalRows const& figures, Language language)
{
    return figures.published_name.empty() ? in(language, "gepubliceerd", "published")
                                          : figures.published_name;
}

RowText words_of(IntervalRow const& row, IntervalRows const& figures, Language language)
{
    RowText words{row.name, row.note, {}, row.is_main};
    if (is_drawable(row.value.estimate)) {
        auto const value = drawable(row.value);
        words.value = value_words(figures.quantity, value, figures.is_change, language);
        words.details.push_back(interval_words(figures.quantity, value, figures.is_change, language));
    }
    if (is_drawable(row.published)) {
        words.details.push_back(published_name(figures, language) + " " +
                                exact_text(figures.quantity, row.published, language));
    }
    return words;
}

}  // namespace

std::string interval_rows(IntervalRows const& figures, Language language)
{
    std::vector<IntervalRow const*> rows;
    std::vector<RowText> texts;
    Extent extent;
    bool has_published = false;
    bool has_main = false;
    for (auto const& row : figures.rows) {
        if (!is_drawable(row.value.estimate) && row.note.empty()) {
            continue;
        }
        rows.push_back(&row);
        texts.push_back(words_of(row, figures, language));
        extent.add(row.value);
        extent.add(row.published);
        has_published = has_published || is_drawable(row.published);
        has_main = has_main || row.is_main;
    }
    if (rows.empty()) {
        return empty_picture(figures.caption, language);
    }
    if (figures.shows_zero) {
        extent.add(0);
    }
    Canvas canvas(figures.caption, language);
    auto keys = interval_keys(language);
    if (has_published) {
        keys.push_back(published_key(published_name(figures, language)));
    }
    auto const plot = draw_row_plot(canvas, keys, texts, extent, {figures.axis_name, figures.quantity});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        draw_interval(canvas, plot.scale, rows[i]->value, rows[i]->published, plot.y(i),
                      rows[i]->is_main || !has_main);
    }
    return canvas.document(plot.frame.bottom() + 2, described(texts));
}

}  // namespace minimasim::report::pictures
