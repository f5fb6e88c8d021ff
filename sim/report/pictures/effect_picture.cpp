#include "sim/report/pictures/effect_picture.hpp"

#include <algorithm>
#include <cmath>

#include "sim/report/pictures/effect_rows.hpp"
#include "sim/report/pictures/label_places.hpp"
#include "sim/report/pictures/row_plot.hpp"
#include "sim/report/pictures/scale.hpp"
#include "sim/report/pictures/text_width.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double edge = 2;
constexpr double line_height = 16;
constexpr double dot = 5;
constexpr double main_dot = 6.5;
constexpr double name_room = 168;  // of a name beside its dot
constexpr std::size_t most_name_lines = 2;

// A package with its place in the plot.
struct Mark {
    EffectPoint point;
    Spot place;
};

// A name in two lines of about the same length; in one where it has a single word.
std::vector<std::string> balanced(std::string const& name, TextLook const& look)
{
    constexpr double step = 8;
    double const width = width_of(name, look);
    for (double room = width / 2; room < std::min(width, name_room); room += step) {
        auto const lines = lines_of(name, room, look, most_name_lines);
        if (lines.size() == 2 && lines.front() + " " + lines.back() == name) {
            return lines;
        }
    }
    return lines_of(name, name_room, look, most_name_lines);
}

class EffectDrawing {
  public:
    EffectDrawing(EffectPicture const& figures, Language language)
        : figures_(figures), language_(language), canvas_(figures.caption, language)
    {
        for (auto const& point : figures.points) {
            marks_.push_back({point, {}});
        }
    }

    // The drawing, or "" where too many names have no room.
    std::string text()
    {
        constexpr std::size_t most_listed = 2;
        draw_frame();
        draw_marks();
        draw_labels();
        if (listed_.size() > most_listed) {
            return "";
        }
        draw_list();
        return canvas_.document(bottom_ + 4, described(figures_, language_));
    }

  private:
    void draw_frame()
    {
        constexpr double height = 400;
        constexpr int steps = 6;
        Extent costs;
        Extent effects;
        costs.add(0);
        effects.add(0);
        for (auto const& mark : marks_) {
            costs.add(mark.point.cost);
            costs.add(mark.point.published_cost);
            effects.add(mark.point.effect);
        }
        double y = draw_keys(canvas_, keys(), edge, 0);
        y = draw_words("\u2191 " + figures_.effect_name, Anchor::start, y) + 8;
        vertical_ = scale_of(effects, figures_.effect_quantity, y + height, y, steps);
        double const left = edge + tick_width(vertical_, figures_.effect_quantity, language_) + 8;
        panel_ = {left, y, canvas_.width() - 8, y + height};
        horizontal_ = scale_of(costs, Quantity::euro, panel_.left, panel_.right, steps);
        draw_vertical_axis(canvas_, vertical_, figures_.effect_quantity, panel_);
        draw_vertical_lines(canvas_, horizontal_, {{panel_.top, panel_.bottom}});
        draw_horizontal_axis(canvas_, horizontal_, Quantity::euro, panel_.bottom + 16, left - 20,
                             canvas_.width());
        bottom_ = draw_words(figures_.cost_name + " \u2192", Anchor::end, panel_.bottom + 20);
    }

    std::vector<Key> keys() const
    {
        std::vector<Key> keys{
            {in(language_, "schatting, met beide 90 %-intervallen", "estimate, with both 90% intervals"),
             [](Canvas& canvas, Box const& box) {
                 Spot const middle{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
                 canvas.line({box.left, middle.y}, {box.right, middle.y}, look::thin_interval);
                 canvas.line({middle.x, box.top - 1}, {middle.x, box.bottom + 1}, look::thin_interval);
                 canvas.circle(middle, dot - 1, look::mark);
             }}};
        add_published_key(figures_, language_, keys);
        return keys;
    }

    double draw_words(std::string const& words, Anchor anchor, double y)
    {
        auto const full = printable(words);
        for (auto const& line : lines_of(full, canvas_.width() - 2 * edge, look::quiet, 2)) {
            canvas_.text({anchor == Anchor::start ? edge : canvas_.width() - edge, y + 12}, line, anchor,
                         look::quiet, full);
            y += line_height;
        }
        return y;
    }

    bool has_main() const
    {
        return std::any_of(marks_.begin(), marks_.end(), [](Mark const& m) { return m.point.is_main; });
    }

    void draw_marks()
    {
        ground_ = {FreeSpace({}, {panel_.left + 2, panel_.top, panel_.right, panel_.bottom - 2}), {}, {}, {}};
        double const zero_x = horizontal_(0);
        double const zero_y = vertical_(0);
        ground_.lines.push_back({zero_x - 1, panel_.top, zero_x + 1, panel_.bottom});
        ground_.lines.push_back({panel_.left, zero_y - 1, panel_.right, zero_y + 1});
        bool const has_subject = has_main();
        for (auto& mark : marks_) {
            auto const& point = mark.point;
            bool const is_subject = point.is_main || !has_subject;
            mark.place = {horizontal_(point.cost.estimate), vertical_(point.effect.estimate)};
            auto const& look = is_subject ? look::thin_interval : look::thin_interval_other;
            auto const& [x, y] = mark.place;
            Box const lying{horizontal_(point.cost.low), y - 1, horizontal_(point.cost.high), y + 1};
            Box const standing{x - 1, vertical_(point.effect.high), x + 1, vertical_(point.effect.low)};
            canvas_.line({lying.left, y}, {lying.right, y}, look);
            canvas_.line({x, standing.top}, {x, standing.bottom}, look);
            ground_.lines.push_back(lying);
            ground_.lines.push_back(standing);
        }
        for (auto const& mark : marks_) {
            if (is_drawable(mark.point.published_cost)) {
                constexpr double half = 5;
                Spot const place{horizontal_(mark.point.published_cost), mark.place.y};
                canvas_.diamond(place, half, look::published);
                take(place, half + 1);
            }
        }
        for (auto const& mark : marks_) {
            double const radius = mark.point.is_main ? main_dot : dot;
            bool const is_subject = mark.point.is_main || !has_subject;
            canvas_.circle(mark.place, radius, is_subject ? look::mark : look::mark_other);
            take(mark.place, radius + 2);
        }
    }

    void take(Spot const& place, double radius)
    {
        ground_.dots.push_back(place);
        ground_.space.take({place.x - radius, place.y - radius, place.x + radius, place.y + radius});
    }

    // Subjects first, then who stands most alone.
    std::vector<Mark const*> in_order_of_labels() const
    {
        constexpr double near = 70;
        auto const crowd = [&](Mark const& mark) {
            return std::count_if(marks_.begin(), marks_.end(), [&](Mark const& other) {
                return std::hypot(other.place.x - mark.place.x, other.place.y - mark.place.y) < near;
            });
        };
        std::vector<Mark const*> order;
        for (auto const& mark : marks_) {
            order.push_back(&mark);
        }
        std::stable_sort(order.begin(), order.end(), [&](Mark const* a, Mark const* b) {
            return a->point.is_main != b->point.is_main ? a->point.is_main : crowd(*a) < crowd(*b);
        });
        return order;
    }

    void draw_labels()
    {
        draw_origin();
        for (auto const* mark : in_order_of_labels()) {
            if (!draw_name(*mark)) {
                listed_.push_back(mark);
            }
        }
        std::sort(listed_.begin(), listed_.end());  // in the order in which they were given
        for (std::size_t i = 0; i < listed_.size(); ++i) {
            auto const number = std::to_string(i + 1);
            draw_label({number}, look::strong, listed_[i]->place, number);
        }
    }

    void draw_origin()
    {
        Spot const origin{horizontal_(0), vertical_(0)};
        constexpr double radius = 3.5;
        canvas_.circle(origin, radius, look::published);
        take(origin, radius + 1);
        auto const words = in(language_, "nu", "now");
        draw_label({words}, look::quiet, origin, words);
    }

    // In one line or in two, whichever stands better.
    bool draw_name(Mark const& mark)
    {
        auto const name = printable(mark.point.name);
        auto const& look = mark.point.is_main ? look::strong : look::text;
        auto const one = lines_of(name, name_room, look, 1);
        auto const two = balanced(name, look);
        auto const label_one = label_of(one, look, mark.place);
        auto const label_two = label_of(two, look, mark.place);
        bool const is_whole = one.front() == name;
        bool const takes_one =
            is_whole && label_one && (!label_two || label_one->burden <= label_two->burden);
        return draw_label(takes_one ? one : two, takes_one ? label_one : label_two, look, mark.place, name);
    }

    std::optional<Label> label_of(std::vector<std::string> const& lines, TextLook const& look,
                                  Spot const& spot) const
    {
        double width = 0;
        for (auto const& line : lines) {
            width = std::max(width, width_of(line, look));
        }
        return label_at(ground_, spot, width, line_height * static_cast<double>(lines.size()));
    }

    bool draw_label(std::vector<std::string> const& lines, TextLook const& look, Spot const& spot,
                    std::string const& full)
    {
        return draw_label(lines, label_of(lines, look, spot), look, spot, full);
    }

    bool draw_label(std::vector<std::string> const& lines, std::optional<Label> const& label,
                    TextLook const& look, Spot const& spot, std::string const& full)
    {
        if (!label) {
            return false;
        }
        auto const& box = label->box;
        if (label->is_apart) {
            auto const end = nearest(box, spot);
            double const part = (dot + 1) / std::hypot(end.x - spot.x, end.y - spot.y);  // within the dot
            canvas_.line({spot.x + part * (end.x - spot.x), spot.y + part * (end.y - spot.y)}, end,
                         look::leader);
        }
        bool const is_left = box.right < spot.x;  // the text ends towards its dot
        double y = box.top + 12;
        for (auto const& line : lines) {
            Spot const place{is_left ? box.right : box.left, y};
            auto const anchor = is_left ? Anchor::end : Anchor::start;
            if (burden_of(ground_, text_box(place.x, place.y, line, anchor, look)) > 0) {
                canvas_.backed_text(place, line, anchor, look, full);
            } else {
                canvas_.text(place, line, anchor, look, full);
            }
            y += line_height;
        }
        constexpr double apart = 4;  // from the next text
        ground_.space.take({box.left - apart, box.top, box.right + apart, box.bottom});
        ground_.labels.push_back(*label);
        return true;
    }

    // What has only a number in the plot.
    void draw_list()
    {
        constexpr double indent = 28;
        double const room = canvas_.width() - indent - edge;
        if (!listed_.empty()) {
            bottom_ = draw_words(figures_.cost_name + "; " + figures_.effect_name + ":", Anchor::start,
                                 bottom_ + 8) +
                      4;
        }
        for (std::size_t i = 0; i < listed_.size(); ++i) {
            auto const* mark = listed_[i];
            auto const name = printable(mark->point.name);
            auto const lines = lines_of(name, room, look::text, most_name_lines);
            canvas_.text({indent - 6, bottom_ + 12}, std::to_string(i + 1), Anchor::end, look::strong);
            for (auto const& line : lines) {
                canvas_.text({indent, bottom_ + 12}, line, Anchor::start, look::text, name);
                bottom_ += line_height;
            }
            auto const words = value_words(Quantity::euro, mark->point.cost, true, language_) + "; " +
                               value_words(figures_.effect_quantity, mark->point.effect, true, language_);
            canvas_.text({indent, bottom_ + 11}, shortened(words, room, look::quiet), Anchor::start,
                         look::quiet, words);
            bottom_ += line_height + 4;
        }
    }

    EffectPicture const& figures_;
    Language language_;
    Canvas canvas_;
    std::vector<Mark> marks_;
    Scale horizontal_;
    Scale vertical_;
    Box panel_;
    Ground ground_{FreeSpace({}, {}), {}, {}, {}};
    std::vector<Mark const*> listed_;
    double bottom_ = 0;
};

}  // namespace

std::string effect_picture(EffectPicture const& figures, Language language)
{
    auto drawn = figures;
    drawn.points.clear();
    for (auto const& point : figures.points) {
        if (is_drawable(point.cost.estimate) && is_drawable(point.effect.estimate)) {
            drawn.points.push_back(point);
            drawn.points.back().cost = drawable(point.cost);
            drawn.points.back().effect = drawable(point.effect);
        }
    }
    if (drawn.points.empty()) {
        return empty_picture(figures.caption, language);
    }
    bool const is_wide = figures.caption.shape == Shape::wide;
    auto const plane = is_wide ? EffectDrawing(drawn, language).text() : "";
    return plane.empty() ? effect_rows(drawn, language) : plane;
}

}  // namespace minimasim::report::pictures
