#include "sim/report/picture.hpp"

#include <algorithm>
#include <vector>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/svg.hpp"
#include "sim/report/text_table.hpp"

namespace minimasim::report {

namespace {

using outcomes::PackageDescription;

// Places in pixels.
constexpr double width = 900;
constexpr double names_right = 262;  // where the names of packages end
constexpr double plot_left = 290;
constexpr double plot_right = 860;
constexpr double first_row = 108;
constexpr double row_height = 62;
constexpr std::size_t name_length = 34;  // letters on a line of a name
constexpr double letter_width = 6.7;     // of the labels, about

// Scoped by the class of the drawing, so that it may stand within a page.
constexpr char const* style =
    "<style>.cost-picture text{font-family:'DejaVu Sans',Verdana,Arial,sans-serif;font-size:12px;fill:#000;"
    "paint-order:stroke;stroke:#fff;stroke-width:4px}"
    ".cost-picture .heading{font-size:18px;font-weight:bold}.cost-picture .name{font-size:13px}"
    ".cost-picture .quiet{fill:#444}.cost-picture .grid{stroke:#d0d0d0;stroke-width:1}"
    ".cost-picture .zero{stroke:#000;stroke-width:1}.cost-picture .interval{stroke:#000;stroke-width:2.5}"
    ".cost-picture .estimate{fill:#000}.cost-picture "
    ".published{fill:none;stroke:#000;stroke-width:1.8}</style>\n";

struct Row {
    PackageDescription const* package;
    Interval cost;
};

struct Axis {
    std::vector<double> ticks;

    double place(double euro) const
    {
        return plot_left + (euro - ticks.front()) / (ticks.back() - ticks.front()) * (plot_right - plot_left);
    }
};

std::vector<Row> rows_of(outcomes::Results const& results)
{
    FigureLookup const figures(results);
    std::vector<Row> rows;
    for (std::size_t i = 1; i < results.packages.size(); ++i) {
        if (auto const* cost = figures.total(results.packages[i].id, "cost_per_year")) {
            rows.push_back({&results.packages[i], difference(*cost)});
        }
    }
    return rows;
}

Axis axis_of(std::vector<Row> const& rows)
{
    double low = 0;
    double high = 0;
    for (auto const& row : rows) {
        low = std::min({low, row.cost.low, row.cost.estimate});
        high = std::max({high, row.cost.high, row.cost.estimate});
        if (row.package->has_published_cost) {
            low = std::min(low, row.package->published_cost_euro);
            high = std::max(high, row.package->published_cost_euro);
        }
    }
    return {svg::axis_ticks(low, high > low ? high : low + 1000, 6)};
}

std::string title_text(outcomes::Results const& results, Language language)
{
    return std::string(in(language, "Extra kosten per pakket in ", "Extra cost per package in ")) +
           results.provenance.municipality_name + in(language, ", euro per jaar", ", euro a year");
}

std::string cost_label(Row const& row, Language language)
{
    auto text = estimate_text(Quantity::euro, row.cost, language);
    if (row.cost.low < row.cost.high) {
        text += " (" + interval_text(Quantity::euro, row.cost, language) + ")";
    }
    return text;
}

std::string published_label(Row const& row, Language language)
{
    return in(language, "gepubliceerd ", "published ") +
           exact_euro_text(row.package->published_cost_euro, language);
}

// All figures in words, for who cannot see the drawing.
std::string description(std::vector<Row> const& rows, Language language)
{
    std::string text = in(language, "Verschil in kosten met huidig beleid, met 90 %-interval.",
                          "Difference in cost from current policy, with 90 % interval.");
    for (auto const& row : rows) {
        text += " " + title_of(*row.package, language) + ": " + cost_label(row, language);
        text += row.package->has_published_cost ? ", " + published_label(row, language) + "." : ".";
    }
    return text;
}

// A label in the middle above or below a mark, kept within the drawing.
std::string label(double x, double y, std::string const& content, char const* look)
{
    double const half = static_cast<double>(display_width(content)) * letter_width / 2;
    double const middle =
        std::clamp(x, plot_left - 16 + half, std::max(plot_left - 16 + half, width - 10 - half));
    return svg::text(middle, y, content, "middle", look);
}

std::string legend(Language language)
{
    constexpr double y = 62;
    constexpr double names_y = y + 4;
    return svg::line(plot_left, y, plot_left + 36, y, "interval") +
           svg::circle(plot_left + 18, y, 4, "estimate") +
           svg::text(plot_left + 46, names_y,
                     in(language, "schatting van het model met 90 %-interval",
                        "estimate of the model with 90 % interval"),
                     "start", "quiet") +
           svg::diamond(plot_left + 370, y, 9, "published") +
           svg::text(plot_left + 386, names_y, in(language, "gepubliceerd bedrag", "published cost"), "start",
                     "quiet");
}

std::string grid(Axis const& axis, double bottom, Language language)
{
    std::string text;
    for (double const tick : axis.ticks) {
        double const x = axis.place(tick);
        text += svg::line(x, first_row - 24, x, bottom, tick == 0 ? "zero" : "grid");
        text += svg::text(x, bottom + 18, exact_euro_text(tick, language), "middle", "quiet");
    }
    return text;
}

std::string row_marks(Row const& row, Axis const& axis, double y, Language language)
{
    std::string text;
    auto const lines = wrapped(title_of(*row.package, language), name_length);
    double line_y = y + 5 - 8 * (static_cast<double>(lines.size()) - 1);
    for (auto const& line : lines) {
        text += svg::text(names_right, line_y, line, "end", "name");
        line_y += 16;
    }
    double const low = axis.place(row.cost.low);
    double const high = axis.place(row.cost.high);
    text += svg::line(low, y, high, y, "interval");
    text += svg::line(low, y - 5, low, y + 5, "interval") + svg::line(high, y - 5, high, y + 5, "interval");
    if (row.package->has_published_cost) {
        double const published = axis.place(row.package->published_cost_euro);
        text += svg::diamond(published, y, 9, "published");
        text += label(published, y + 24, published_label(row, language), "quiet");
    }
    text += svg::circle(axis.place(row.cost.estimate), y, 4, "estimate");
    text += label(axis.place(row.cost.estimate), y - 12, cost_label(row, language), "value");
    return text;
}

}  // namespace

std::string cost_picture(outcomes::Results const& results, Language language)
{
    auto const rows = rows_of(results);
    auto const axis = axis_of(rows);
    double const bottom = first_row + row_height * static_cast<double>(rows.size()) - 24;
    auto const title = title_text(results, language);
    auto text =
        "<svg class=\"cost-picture\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
        "aria-labelledby=\"cost-title "
        "cost-description\" "
        "xml:lang=\"" +
        std::string(in(language, "nl", "en")) + "\" width=\"900\" height=\"" + svg::number(bottom + 34) +
        "\" viewBox=\"0 0 900 " + svg::number(bottom + 34) + "\">\n";
    text += "<title id=\"cost-title\">" + svg::escaped(title) + "</title>\n";
    text += "<desc id=\"cost-description\">" + svg::escaped(description(rows, language)) + "</desc>\n";
    text += style;
    text += "<rect width=\"900\" height=\"" + svg::number(bottom + 34) + "\" fill=\"#fff\"/>\n";
    text += svg::text(24, 32, title, "start", "heading");
    text += legend(language);
    text += grid(axis, bottom, language);
    double y = first_row;
    for (auto const& row : rows) {
        text += row_marks(row, axis, y, language);
        y += row_height;
    }
    return text + "</svg>\n";
}

}  // namespace minimasim::report
