#include "sim/report/pictures/chance_rows.hpp"

#include <algorithm>

#include "sim/report/pictures/bar_mark.hpp"
#include "sim/report/pictures/row_plot.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double bar_height = 14;

// To whole per cents: a chance is a share of some hundred replicates.
std::string chance_text(double chance, Language language)
{
    constexpr double whole_per_cents = 0.01;
    return tick_text(Quantity::share, rounded(chance, whole_per_cents), whole_per_cents, language);
}

}  // namespace

std::string chance_rows(ChanceRows const& figures, Language language)
{
    std::vector<ChanceRow> rows;
    std::vector<RowText> texts;
    for (auto const& row : figures.rows) {
        if (is_drawable(row.chance)) {
            rows.push_back(row);
            texts.push_back({row.name, chance_text(row.chance, language), {row.detail}, false});
        }
    }
    if (rows.empty()) {
        return empty_picture(figures.caption, language);
    }
    Extent extent;
    extent.add(0);
    extent.add(1);
    Canvas canvas(figures.caption, language);
    auto const plot =
        draw_row_plot(canvas, {}, texts, extent, {figures.axis_name, Quantity::share, bar_height});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        double const y = plot.y(i);
        canvas.rectangle({plot.x(0), y - bar_height / 2, plot.x(1), y + bar_height / 2}, look::band);
        draw_bar(canvas, plot.x(0), plot.x(std::clamp(rows[i].chance, 0.0, 1.0)), y, bar_height, Bar::filled);
    }
    return canvas.document(plot.frame.bottom() + 2, described(texts));
}

}  // namespace minimasim::report::pictures
