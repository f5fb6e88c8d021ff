#include "sim/report/pictures/interval_mark.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double dot = 4.5;
constexpr double diamond = 8;

Spot middle_of(Box const& box)
{
    return {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
}

}  // namespace

void draw_interval(Canvas& canvas, Scale const& scale, Interval const& value, double published, double y,
                   bool is_main)
{
    bool const has_value = is_drawable(value.estimate);
    auto const drawn = drawable(value);
    if (has_value && drawn.low < drawn.high) {
        canvas.line({scale(drawn.low), y}, {scale(drawn.high), y},
                    is_main ? look::interval : look::interval_other);
    }
    if (is_drawable(published)) {
        canvas.diamond({scale(published), y}, diamond, look::published);
    }
    if (has_value) {
        canvas.circle({scale(drawn.estimate), y}, dot, is_main ? look::mark : look::mark_other);
    }
}

std::vector<Key> interval_keys(Language language)
{
    return {{in(language, "schatting, met 90 %-interval", "estimate, with 90% interval"),
             [](Canvas& canvas, Box const& box) {
                 auto const middle = middle_of(box);
                 canvas.line({box.left, middle.y}, {box.right, middle.y}, look::interval);
                 canvas.circle(middle, dot, look::mark);
             }}};
}

Key published_key(std::string const& name)
{
    return {name, [](Canvas& canvas, Box const& box) {
                canvas.diamond({box.right - diamond - 1, middle_of(box).y}, diamond - 1, look::published);
            }};
}

}  // namespace minimasim::report::pictures
