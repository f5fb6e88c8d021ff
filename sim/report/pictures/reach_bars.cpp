#include "sim/report/pictures/reach_bars.hpp"

#include <algorithm>

#include "sim/report/pictures/bar_mark.hpp"
#include "sim/report/pictures/row_plot.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double bar_height = 16;

// What is shown of the non-users fits with what is shown of the others.
double shown(Interval const& interval)
{
    return rounded(interval.estimate, rounding_step(Quantity::count, interval));
}

RowText words_of(ReachRow const& row, Language language)
{
    if (!is_drawable(row.entitled.estimate) || !is_drawable(row.users.estimate)) {
        return {row.name, row.note, {}, row.is_main};
    }
    auto const entitled = drawable(row.entitled);
    auto const users = drawable(row.users);
    double const non_users = std::max(0.0, shown(entitled) - shown(users));
    RowText words{row.name,
                  estimate_text(Quantity::count, users, language) + in(language, " van ", " of ") +
                      estimate_text(Quantity::count, entitled, language),
                  {},
                  row.is_main};
    if (entitled.estimate > 0) {
        constexpr double whole_per_cents = 0.01;
        double const share = rounded(users.estimate / entitled.estimate, whole_per_cents);
        words.details.push_back(tick_text(Quantity::share, share, whole_per_cents, language) +
                                in(language, " gebruikt het, ", " use it, ") +
                                number_text(non_users, 0, language) + in(language, " niet", " do not"));
    }
    return words;
}

}  // namespace

std::string reach_bars(ReachBars const& figures, Language language)
{
    std::vector<ReachRow const*> rows;
    std::vector<RowText> texts;
    Extent extent;
    extent.add(0);
    for (auto const& row : figures.rows) {
        bool const has_figures = is_drawable(row.entitled.estimate) && is_drawable(row.users.estimate);
        if (!has_figures && row.note.empty()) {
            continue;
        }
        rows.push_back(&row);
        texts.push_back(words_of(row, language));
        if (has_figures) {
            extent.add(row.entitled.estimate);
            extent.add(row.users);
        }
    }
    if (rows.empty()) {
        return empty_picture(figures.caption, language);
    }
    Canvas canvas(figures.caption, language);
    auto const plot = draw_row_plot(
        canvas,
        {bar_key(in(language, "gebruikt de regeling", "use the scheme"), Bar::filled),
         bar_key(in(language, "heeft recht, gebruikt haar niet", "entitled, do not use it"), Bar::hatched),
         whisker_key(language)},
        texts, extent, {figures.unit_name, Quantity::count, bar_height});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        double const entitled = rows[i]->entitled.estimate;
        if (!is_drawable(entitled) || !is_drawable(rows[i]->users.estimate)) {
            continue;
        }
        auto const users = drawable(rows[i]->users);
        draw_bar(canvas, plot.x(0), plot.x(users.estimate), plot.y(i), bar_height, Bar::filled);
        if (entitled > users.estimate) {
            draw_bar(canvas, plot.x(users.estimate), plot.x(entitled), plot.y(i), bar_height, Bar::hatched);
        }
        draw_whisker(canvas, plot.x(users.low), plot.x(users.high), plot.y(i));
    }
    return canvas.document(plot.frame.bottom() + 2, described(texts));
}

}  // namespace minimasim::report::pictures
