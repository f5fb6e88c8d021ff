#include "sim/report/pictures/effect_rows.hpp"

#include <algorithm>

#include "sim/report/pictures/interval_mark.hpp"
#include "sim/report/pictures/row_plot.hpp"
#include "sim/report/pictures/text_width.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double edge = 2;
constexpr double line_height = 16;
constexpr double mark_height = 16;
constexpr int most_steps = 4;

// Cost or effect: where it is drawn, and with what scale.
struct Column {
    std::string name;
    Quantity quantity;
    Interval EffectPoint::*value;
    double left;
    double right;
    Scale scale;
};

Column column_of(EffectPicture const& figures, bool is_cost, double left, double right)
{
    Column column{is_cost ? figures.cost_name : figures.effect_name,
                  is_cost ? Quantity::euro : figures.effect_quantity,
                  is_cost ? &EffectPoint::cost : &EffectPoint::effect,
                  left,
                  right,
                  {}};
    Extent extent;
    extent.add(0);
    for (auto const& point : figures.points) {
        extent.add(point.*column.value);
        if (is_cost) {
            extent.add(point.published_cost);
        }
    }
    constexpr double inset = 7;  // for dots at the ends
    column.scale = scale_of(extent, column.quantity, left + inset, right - inset, most_steps);
    return column;
}

std::vector<Column> columns_of(EffectPicture const& figures, Canvas const& canvas)
{
    constexpr double names = 210;
    double const gap = canvas.is_wide() ? 24 : 14;
    double const left = canvas.is_wide() ? names + gap : edge;
    double const width = (canvas.width() - edge - left - gap) / 2;
    return {column_of(figures, true, left, left + width),
            column_of(figures, false, left + width + gap, canvas.width() - edge)};
}

std::vector<EffectPoint> dearest_first(std::vector<EffectPoint> points)
{
    std::stable_sort(points.begin(), points.end(), [](EffectPoint const& a, EffectPoint const& b) {
        return a.cost.estimate > b.cost.estimate;
    });
    return points;
}

}  // namespace

std::string effect_rows(EffectPicture const& figures, Language language)
{
    Canvas canvas(figures.caption, language);
    auto const columns = columns_of(figures, canvas);
    auto keys = interval_keys(language);
    add_published_key(figures, language, keys);
    double const top = draw_keys(canvas, keys, edge, 0);
    double heads_bottom = top;
    for (auto const& column : columns) {
        double y = top;
        auto const name = printable(column.name);
        for (auto const& line : lines_of(name, column.right - column.left, look::strong, 3)) {
            canvas.text({column.left, y + 12}, line, Anchor::start, look::strong, name);
            y += line_height;
        }
        heads_bottom = std::max(heads_bottom, y);
    }
    for (auto const& column : columns) {
        draw_horizontal_axis(canvas, column.scale, column.quantity, heads_bottom + 14, column.left,
                             column.right);
    }
    bool const has_main = std::any_of(figures.points.begin(), figures.points.end(),
                                      [](EffectPoint const& point) { return point.is_main; });
    double y = heads_bottom + 22;
    double const room = canvas.is_wide() ? columns[0].left - 24 : canvas.width() - 2 * edge;
    for (auto const& point : dearest_first(figures.points)) {
        auto const name = printable(point.name);
        auto const& look = point.is_main ? look::strong : look::text;
        auto const lines = lines_of(name, room, look, 3);
        double const name_height = line_height * static_cast<double>(lines.size());
        double const height = line_height + mark_height;  // of a figure over its mark
        double const row_height = canvas.is_wide() ? std::max(height, name_height) : name_height + height;
        double name_y = canvas.is_wide() ? y + (row_height - name_height) / 2 : y;
        for (auto const& line : lines) {
            canvas.text({edge, name_y + 12}, line, Anchor::start, look, name);
            name_y += line_height;
        }
        double const figure_y = y + (canvas.is_wide() ? (row_height - height) / 2 : name_height);
        for (auto const& column : columns) {
            auto const& value = point.*column.value;
            double const middle = figure_y + line_height + mark_height / 2;
            draw_vertical_lines(canvas, column.scale, {{figure_y + line_height + 1, figure_y + height}});
            double const published = &column == &columns.front() ? point.published_cost : not_published;
            draw_interval(canvas, column.scale, value, published, middle, point.is_main || !has_main);
            draw_value_over(canvas, column.scale, value.estimate,
                            value_words(column.quantity, value, true, language),
                            {column.left, figure_y, column.right, figure_y + line_height});
        }
        y += row_height + (canvas.is_wide() ? 6 : 10);
    }
    return canvas.document(y, described(figures, language));
}

void add_published_key(EffectPicture const& figures, Language language, std::vector<Key>& keys)
{
    if (std::any_of(figures.points.begin(), figures.points.end(),
                    [](EffectPoint const& point) { return is_drawable(point.published_cost); })) {
        keys.push_back(published_key(in(language, "gepubliceerde kosten", "published cost")));
    }
}

std::string described(EffectPicture const& figures, Language language)
{
    std::string words;
    for (auto const& point : figures.points) {
        auto const in_words = [&](Quantity quantity, Interval const& value) {
            auto const brackets = interval_words(quantity, value, true, language);
            return value_words(quantity, value, true, language) + (brackets.empty() ? "" : " " + brackets);
        };
        words += point.name + ": " + in_words(Quantity::euro, point.cost) + ", " +
                 in_words(figures.effect_quantity, point.effect);
        if (is_drawable(point.published_cost)) {
            words += in(language, ", gepubliceerd ", ", published ") +
                     exact_text(Quantity::euro, point.published_cost, language);
        }
        words += ". ";
    }
    return words;
}

}  // namespace minimasim::report::pictures
