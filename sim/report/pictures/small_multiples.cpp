#include "sim/report/pictures/small_multiples.hpp"

#include <algorithm>

#include "sim/report/pictures/interval_mark.hpp"
#include "sim/report/pictures/row_plot.hpp"
#include "sim/report/pictures/text_width.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double edge = 2;
constexpr double line_height = 16;
constexpr int most_steps = 3;

std::string value_of(IntervalRow const& row, SmallMultiples const& figures, Language language)
{
    return is_drawable(row.value.estimate)
               ? value_words(figures.quantity, drawable(row.value), figures.is_change, language)
               : row.note;
}

Extent extent_of(SmallMultiples const& figures)
{
    Extent extent;
    for (auto const& panel : figures.panels) {
        for (auto const& row : panel.rows) {
            extent.add(row.value);
        }
    }
    if (figures.shows_zero || extent.is_empty) {
        extent.add(0);
    }
    return extent;
}

class Multiples {
  public:
    Multiples(SmallMultiples const& figures, Language language)
        : figures_(figures),
          language_(language),
          canvas_(figures.caption, language),
          extent_(extent_of(figures))
    {
    }

    std::string text()
    {
        y_ = draw_keys(canvas_, interval_keys(language_), edge, 0);
        draw_lines(edge, canvas_.width() - 2 * edge, figures_.axis_name, look::quiet);
        if (canvas_.is_wide()) {
            auto const columns = columns_for(figures_.panels.size());
            for (std::size_t first = 0; first < figures_.panels.size(); first += columns) {
                draw_panels_beside(first, std::min(first + columns, figures_.panels.size()), columns);
            }
        } else {
            for (auto const& panel : figures_.panels) {
                draw_panel_below(panel);
            }
        }
        return canvas_.document(y_ + 2, described());
    }

  private:
    void draw_lines(double left, double room, std::string const& words, TextLook const& look)
    {
        y_ = draw_text_lines(canvas_, {left, y_}, room, words, look);
    }

    // Names once, to the left; a panel's figures above their marks.
    void draw_panels_beside(std::size_t first, std::size_t end, std::size_t columns)
    {
        constexpr double names = 150;
        constexpr double gap = 18;
        constexpr double height = 40;
        auto const count = static_cast<double>(columns);
        double const width = (canvas_.width() - names - gap * count - edge) / count;
        double const top = y_ + 4;
        double titles_bottom = top;
        std::size_t rows = 0;
        for (auto i = first; i < end; ++i) {
            y_ = top;
            draw_lines(left_of(i - first, names, width, gap), width, figures_.panels[i].title, look::strong);
            titles_bottom = std::max(titles_bottom, y_);
            rows = std::max(rows, figures_.panels[i].rows.size());
        }
        double const first_row = titles_bottom + 24;
        auto const middle = [&](std::size_t row) {
            return first_row + height * (static_cast<double>(row) + 0.5);
        };
        for (std::size_t row = 0; row < rows; ++row) {
            draw_name(first, end, row, names, middle(row));
        }
        for (auto i = first; i < end; ++i) {
            auto const& panel = figures_.panels[i];
            double const left = left_of(i - first, names, width, gap);
            auto const scale = scale_of(extent_, figures_.quantity, left + 6, left + width - 6, most_steps);
            std::vector<Reach> heights;
            for (std::size_t row = 0; row < panel.rows.size(); ++row) {
                heights.push_back({middle(row) + 2, middle(row) + 18});
            }
            draw_vertical_lines(canvas_, scale, heights);
            draw_horizontal_axis(canvas_, scale, figures_.quantity, titles_bottom + 16, left, left + width);
            for (std::size_t row = 0; row < panel.rows.size(); ++row) {
                draw_interval(canvas_, scale, panel.rows[row].value, not_published, middle(row) + 10);
                draw_value_over(canvas_, scale, panel.rows[row].value.estimate,
                                value_of(panel.rows[row], figures_, language_),
                                {left, middle(row) - 16, left + width, middle(row)});
            }
        }
        y_ = middle(rows) - height / 2 + 14;
    }

    static double left_of(std::size_t column, double names, double width, double gap)
    {
        return names + gap + static_cast<double>(column) * (width + gap);
    }

    void draw_name(std::size_t first, std::size_t end, std::size_t row, double room, double middle)
    {
        for (auto i = first; i < end; ++i) {
            if (row >= figures_.panels[i].rows.size()) {
                continue;
            }
            auto const name = printable(figures_.panels[i].rows[row].name);
            auto const lines = lines_of(name, room, look::text, 2);
            double y = middle - line_height * static_cast<double>(lines.size()) / 2 + 12;
            for (auto const& line : lines) {
                canvas_.text({edge, y}, line, Anchor::start, look::text, name);
                y += line_height;
            }
            return;
        }
    }

    // On a phone: a heading, then rows with their names above them.
    void draw_panel_below(IntervalPanel const& panel)
    {
        y_ += 6;
        draw_lines(edge, canvas_.width() - 2 * edge, panel.title, look::heading);
        std::vector<RowText> texts;
        for (auto const& row : panel.rows) {
            texts.push_back({row.name, value_of(row, figures_, language_), {}, false});
            if (is_drawable(row.value.estimate)) {
                texts.back().details.push_back(
                    interval_words(figures_.quantity, drawable(row.value), figures_.is_change, language_));
            }
        }
        constexpr double mark_height = 16;
        RowFrame const frame(canvas_, texts, mark_height, y_ + 20);
        auto const scale = scale_of(extent_, figures_.quantity, frame.left(), frame.right(), 2 * most_steps);
        draw_horizontal_axis(canvas_, scale, figures_.quantity, y_ + 14, 0, canvas_.width());
        frame.draw(canvas_, scale);
        for (std::size_t i = 0; i < panel.rows.size(); ++i) {
            draw_interval(canvas_, scale, panel.rows[i].value, not_published, frame.middle_of(i));
        }
        y_ = frame.bottom();
    }

    std::string described() const
    {
        std::string words;
        for (auto const& panel : figures_.panels) {
            words += panel.title + ". ";
            for (auto const& row : panel.rows) {
                words += row.name + ": " + value_of(row, figures_, language_) + ". ";
            }
        }
        return words;
    }

    SmallMultiples const& figures_;
    Language language_;
    Canvas canvas_;
    Extent extent_;
    double y_ = 0;
};

}  // namespace

std::string small_multiples(SmallMultiples const& figures, Language language)
{
    bool const is_empty = std::all_of(figures.panels.begin(), figures.panels.end(),
                                      [](IntervalPanel const& panel) { return panel.rows.empty(); });
    return is_empty ? empty_picture(figures.caption, language) : Multiples(figures, language).text();
}

}  // namespace minimasim::report::pictures
