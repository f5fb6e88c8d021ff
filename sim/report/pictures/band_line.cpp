#include "sim/report/pictures/band_line.hpp"

#include <algorithm>
#include <cmath>

#include "sim/report/pictures/row_plot.hpp"
#include "sim/report/pictures/text_width.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double edge = 2;
constexpr double line_height = 16;
constexpr double dot = 4;
constexpr int most_steps = 5;

// One point in words: "2027: € 1.200.000 (€ 1.100.000 – € 1.300.000)".
std::string words_of(BandLine const& figures, BandPoint const& point, Language language)
{
    auto const interval = interval_words(figures.quantity, point.value, figures.is_change, language);
    return printable(point.name) + ": " +
           value_words(figures.quantity, point.value, figures.is_change, language) +
           (interval.empty() ? "" : " " + interval);
}

class Band {
  public:
    Band(BandLine const& figures, std::vector<BandPoint> points, Language language)
        : figures_(figures),
          points_(std::move(points)),
          language_(language),
          canvas_(figures.caption, language)
    {
        for (auto const& point : points_) {
            ys_.add(point.value);
        }
        for (auto const& point : points_) {
            ys_.add(point.published);
        }
        ys_.add(figures.goal);
        if (figures.shows_zero) {
            ys_.add(0);
        }
    }

    std::string text()
    {
        draw_words();
        place();
        draw_vertical_axis(canvas_, vertical_, figures_.quantity, panel_);
        draw_band();
        draw_goal();
        draw_names();
        std::string words;
        for (auto const& point : points_) {
            words += words_of(figures_, point, language_) + ". ";
        }
        return canvas_.document(panel_.bottom + 26, words);
    }

  private:
    void draw_words()
    {
        std::vector<Key> keys{{in(language_, "schatting, met 90 %-band", "estimate, with 90% band"),
                               [](Canvas& canvas, Box const& box) {
                                   double const y = (box.top + box.bottom) / 2;
                                   canvas.rectangle(box, look::band);
                                   canvas.polyline({{box.left, y}, {box.right, y}}, look::line);
                               }}};
        if (std::any_of(points_.begin(), points_.end(), [](BandPoint const& p) { return p.is_realised; })) {
            keys.push_back(
                {in(language_, "geteld", "counted"), [](Canvas& canvas, Box const& box) {
                     canvas.circle({box.right - dot - 2, (box.top + box.bottom) / 2}, dot, look::mark_other);
                 }});
        }
        if (std::any_of(points_.begin(), points_.end(),
                        [](BandPoint const& p) { return std::isfinite(p.published); })) {
            keys.push_back(
                {in(language_, "gepubliceerd", "published"), [](Canvas& canvas, Box const& box) {
                     canvas.circle({box.right - dot - 2, (box.top + box.bottom) / 2}, dot, look::mark_other);
                 }});
        }
        y_ = draw_keys(canvas_, keys, edge, 0);
        draw_line(figures_.axis_name, look::quiet);
        draw_line(words_of(figures_, points_.front(), language_), look::strong);
        if (points_.size() > 1) {
            draw_line(words_of(figures_, points_.back(), language_), look::strong);
        }
    }

    void draw_line(std::string const& words, TextLook const& look)
    {
        y_ = draw_text_lines(canvas_, {edge, y_}, canvas_.width() - 2 * edge, words, look);
    }

    void place()
    {
        double const top = y_ + 12;
        double const height = canvas_.is_wide() ? 260 : 200;
        vertical_ = scale_of(ys_, figures_.quantity, top + height, top, most_steps);
        double const left = edge + tick_width(vertical_, figures_.quantity, language_) + 8;
        panel_ = {left, top, canvas_.width() - 8, top + height};
    }

    double x(BandPoint const& point) const
    {
        double const first = points_.front().time;
        double const last = points_.back().time;
        double const inset = dot + 2;
        double const room = panel_.right - panel_.left - 2 * inset;
        double const part = last > first ? (point.time - first) / (last - first) : 0.5;
        return panel_.left + inset + std::clamp(part, 0.0, 1.0) * room;
    }

    void draw_band()
    {
        Outline low;
        Outline high;
        Outline line;
        for (auto const& point : points_) {
            low.push_back({x(point), vertical_(point.value.low)});
            high.push_back({x(point), vertical_(point.value.high)});
            line.push_back({x(point), vertical_(point.value.estimate)});
        }
        auto band = high;
        band.insert(band.end(), low.rbegin(), low.rend());
        canvas_.polygon({band}, look::band);
        canvas_.lines({high, low}, look::band_edge);
        if (points_.size() > 1) {
            canvas_.polyline(line, look::line);
        } else {
            canvas_.circle(line.front(), dot, look::mark);
        }
        for (auto const& point : points_) {
            if (point.is_realised) {
                canvas_.circle({x(point), vertical_(point.value.estimate)}, dot, look::mark_other);
            }
            if (std::isfinite(point.published)) {
                canvas_.circle({x(point), vertical_(point.published)}, dot, look::mark_other);
            }
        }
    }

    void draw_goal()
    {
        if (!is_drawable(figures_.goal)) {
            return;
        }
        double const y = vertical_(figures_.goal);
        canvas_.line({panel_.left, y}, {panel_.right, y}, look::goal);
        auto const words =
            printable(figures_.goal_name.empty() ? in(language_, "doel", "goal") : figures_.goal_name);
        auto const shown = shortened(words, (panel_.right - panel_.left) * 0.6, look::quiet);
        // At the end and on the side where it covers least of the band.
        Spot best{};
        auto side = Anchor::start;
        int least = -1;
        for (auto const anchor : {Anchor::end, Anchor::start}) {
            for (double const baseline : {y - 6, y + line_height}) {
                Spot const place{anchor == Anchor::start ? panel_.left + 2 : panel_.right - 2, baseline};
                auto const box = text_box(place.x, place.y, shown, anchor, look::quiet);
                int const covered = covered_by(box);
                bool const is_inside = box.top >= panel_.top && box.bottom <= panel_.bottom;
                if (is_inside && (least < 0 || covered < least)) {
                    best = place;
                    side = anchor;
                    least = covered;
                }
            }
        }
        canvas_.backed_text(best, shown, side, look::quiet, words);
    }

    // How much of the band and its line a text would hide.
    int covered_by(Box const& box) const
    {
        constexpr int parts = 12;
        int covered = 0;
        for (std::size_t i = 0; i + 1 < points_.size(); ++i) {
            for (int part = 0; part <= parts; ++part) {
                double const share = static_cast<double>(part) / parts;
                auto const between = [&](double a, double b) { return a + share * (b - a); };
                auto const& a = points_[i].value;
                auto const& b = points_[i + 1].value;
                double const at = between(x(points_[i]), x(points_[i + 1]));
                bool const is_beside = at < box.left || at > box.right;
                bool const is_apart = vertical_(between(a.low, b.low)) < box.top ||
                                      vertical_(between(a.high, b.high)) > box.bottom;
                covered += is_beside || is_apart ? 0 : 1;
            }
        }
        return covered;
    }

    // The first and the last name, and those between them that have room.
    void draw_names()
    {
        constexpr double gap = 10;
        double const room = canvas_.width() / 3;
        double free_from = 0;
        double free_to = canvas_.width();
        auto const draw = [&](BandPoint const& point) {
            auto const name = printable(point.name);
            auto const shown = shortened(name, room, look::quiet);
            double const half = width_of(shown, look::quiet) / 2;
            double const middle = std::clamp(x(point), half, canvas_.width() - half);
            bool const is_last = &point == &points_.back();
            if (middle - half >= free_from && middle + half <= free_to) {
                canvas_.text({middle, panel_.bottom + 18}, shown, Anchor::middle, look::quiet, name);
                (is_last ? free_to : free_from) = is_last ? middle - half - gap : middle + half + gap;
            }
        };
        draw(points_.front());
        draw(points_.back());
        for (auto const& point : points_) {
            draw(point);
        }
    }

    BandLine const& figures_;
    std::vector<BandPoint> points_;
    Language language_;
    Canvas canvas_;
    Extent ys_;
    Scale vertical_;
    Box panel_;
    double y_ = 0;
};

}  // namespace

std::string band_line(BandLine const& figures, Language language)
{
    std::vector<BandPoint> points;
    for (auto const& point : figures.points) {
        if (is_drawable(point.time) && is_drawable(point.value.estimate)) {
            points.push_back(point);
            points.back().value = drawable(point.value);
        }
    }
    if (points.empty()) {
        return empty_picture(figures.caption, language);
    }
    std::stable_sort(points.begin(), points.end(),
                     [](BandPoint const& a, BandPoint const& b) { return a.time < b.time; });
    return Band(figures, std::move(points), language).text();
}

}  // namespace minimasim::report::pictures
