#include "sim/report/pictures/curves_picture.hpp"

#include <algorithm>
#include <cmath>

#include "sim/report/pictures/row_plot.hpp"
#include "sim/report/pictures/text_width.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double edge = 2;
constexpr double line_height = 16;
constexpr double column_gap = 18;
constexpr int most_steps = 4;

std::vector<CurvePlace> drawable_places(std::vector<CurvePlace> const& places)
{
    std::vector<CurvePlace> result;
    std::copy_if(places.begin(), places.end(), std::back_inserter(result),
                 [](CurvePlace const& place) { return is_drawable(place.x) && is_drawable(place.y); });
    return result;
}

// Without the spots that lie on the line between their neighbours, to a fifth of a unit.
Outline thinned(Outline const& spots)
{
    constexpr double tolerance = 0.2;
    Outline kept;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        bool const is_end = i == 0 || i + 1 == spots.size();
        if (!is_end) {
            auto const& [x, y] = spots[i];
            auto const& from = kept.back();
            auto const& to = spots[i + 1];
            double const length = std::hypot(to.x - from.x, to.y - from.y);
            double const twice = (x - from.x) * (to.y - from.y) - (y - from.y) * (to.x - from.x);
            if (std::abs(twice) <= tolerance * length) {
                continue;
            }
        }
        kept.push_back(spots[i]);
    }
    return kept;
}

class Curves {
  public:
    Curves(CurvesPicture const& figures, std::vector<CurvesPanel> panels, Language language)
        : figures_(figures),
          panels_(std::move(panels)),
          language_(language),
          canvas_(figures.caption, language)
    {
        ys_.add(0);
        for (auto const& panel : panels_) {
            for (auto const* curve : {&panel.before, &panel.after}) {
                for (auto const& place : *curve) {
                    xs_.add(place.x);
                    ys_.add(place.y);
                }
            }
        }
    }

    std::string text()
    {
        draw_key();
        auto const columns = canvas_.is_wide() ? columns_for(panels_.size()) : std::size_t{1};
        auto const gaps = static_cast<double>(columns - 1);
        double const width = (canvas_.width() - 2 * edge - gaps * column_gap) / static_cast<double>(columns);
        for (std::size_t first = 0; first < panels_.size(); first += columns) {
            auto const end = std::min(first + columns, panels_.size());
            double const top = draw_titles(first, end, width);
            for (auto i = first; i < end; ++i) {
                draw_panel(panels_[i], left_of(i - first, width), width, top);
            }
        }
        auto const x_name = printable(figures_.x_name + " \u2192");
        canvas_.text({canvas_.width() - edge, y_ + 4},
                     shortened(x_name, canvas_.width() - 2 * edge, look::quiet), Anchor::end, look::quiet,
                     x_name);
        return canvas_.document(y_ + 12, described());
    }

  private:
    static double left_of(std::size_t column, double width)
    {
        return edge + static_cast<double>(column) * (width + column_gap);
    }

    void draw_key()
    {
        auto const before = figures_.before_name.empty() ? in(language_, "nu", "now") : figures_.before_name;
        auto const after = figures_.after_name.empty() ? in(language_, "met dit pakket", "with this package")
                                                       : figures_.after_name;
        y_ = draw_keys(canvas_, {line_key(before, look::line_other), line_key(after, look::line)}, edge, 0);
        auto const name = printable("\u2191 " + figures_.y_name);
        canvas_.text({edge, y_ + 12}, shortened(name, canvas_.width() - 2 * edge, look::quiet), Anchor::start,
                     look::quiet, name);
        y_ += line_height + 6;
    }

    // Where both curves are farthest apart, in words; "" where they do not have the same places.
    std::string difference_of(CurvesPanel const& panel) const
    {
        double largest = 0;
        double at = 0;
        for (std::size_t i = 0; i < panel.before.size(); ++i) {
            if (i >= panel.after.size() || panel.after[i].x != panel.before[i].x) {
                return "";
            }
            double const difference = panel.after[i].y - panel.before[i].y;
            if (std::abs(difference) > std::abs(largest)) {
                largest = difference;
                at = panel.before[i].x;
            }
        }
        if (panel.before.empty() || largest == 0) {
            return panel.before.empty() ? "" : in(language_, "geen verschil", "no difference");
        }
        return std::string(in(language_, "hoogstens ", "at most ")) +
               change_text(figures_.y_quantity, {largest, largest, largest}, language_) +
               in(language_, ", bij ", ", at ") + exact_text(figures_.x_quantity, at, language_);
    }

    // The result is where the panels below the titles begin.
    double draw_titles(std::size_t first, std::size_t end, double width)
    {
        double bottom = y_;
        for (auto i = first; i < end; ++i) {
            double const left = left_of(i - first, width);
            double const y = draw_text_lines(canvas_, {left, y_}, width, panels_[i].title, look::strong);
            auto const difference = difference_of(panels_[i]);
            canvas_.text({left, y + 12}, shortened(difference, width, look::quiet), Anchor::start,
                         look::quiet, difference);
            bottom = std::max(bottom, y + line_height);
        }
        return bottom + 10;
    }

    void draw_panel(CurvesPanel const& panel, double left, double width, double top)
    {
        constexpr double height = 150;
        auto const vertical = scale_of(ys_, figures_.y_quantity, top + height, top, most_steps);
        double const first = left + tick_width(vertical, figures_.y_quantity, language_) + 7;
        auto const horizontal = scale_of(xs_, figures_.x_quantity, first, left + width - 2, most_steps);
        draw_vertical_axis(canvas_, vertical, figures_.y_quantity,
                           {first, top, left + width - 2, top + height});
        draw_horizontal_axis(canvas_, horizontal, figures_.x_quantity, top + height + 16, left, left + width);
        auto const outline = [&](std::vector<CurvePlace> const& places) {
            Outline spots;
            for (auto const& place : places) {
                spots.push_back({horizontal(place.x), vertical(place.y)});
            }
            return thinned(spots);
        };
        auto const before = outline(panel.before);
        auto const after = outline(panel.after);
        if (before.size() > 1 && after.size() > 1) {
            auto between = before;
            between.insert(between.end(), after.rbegin(), after.rend());
            canvas_.polygon({between}, look::band, Hatch::dots);
        }
        for (auto const& [spots, look] :
             {std::pair(&before, &look::line_other), std::pair(&after, &look::line)}) {
            if (!spots->empty()) {
                canvas_.polyline(*spots, *look);
            }
        }
        y_ = top + height + 32;
    }

    std::string described() const
    {
        std::string words;
        for (auto const& panel : panels_) {
            words += panel.title + ": " + difference_of(panel) + ". ";
        }
        return words;
    }

    CurvesPicture const& figures_;
    std::vector<CurvesPanel> panels_;
    Language language_;
    Canvas canvas_;
    Extent xs_;
    Extent ys_;
    double y_ = 0;
};

}  // namespace

std::string curves_picture(CurvesPicture const& figures, Language language)
{
    std::vector<CurvesPanel> panels;
    for (auto const& panel : figures.panels) {
        CurvesPanel drawn{panel.title, drawable_places(panel.before), drawable_places(panel.after)};
        if (!drawn.before.empty() || !drawn.after.empty()) {
            panels.push_back(std::move(drawn));
        }
    }
    if (panels.empty()) {
        return empty_picture(figures.caption, language);
    }
    return Curves(figures, std::move(panels), language).text();
}

}  // namespace minimasim::report::pictures
