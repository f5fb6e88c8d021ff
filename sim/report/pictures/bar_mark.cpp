#include "sim/report/pictures/bar_mark.hpp"

#include <algorithm>

namespace minimasim::report::pictures {

void draw_bar(Canvas& canvas, double from, double to, double y, double height, Bar bar)
{
    Box const box{std::min(from, to), y - height / 2, std::max(from, to), y + height / 2};
    if (bar == Bar::hatched) {
        canvas.rectangle(box, look::bar_hatched, Hatch::strokes);
    } else {
        canvas.rectangle(box, bar == Bar::total ? look::bar_total : look::bar);
    }
}

void draw_whisker(Canvas& canvas, double low, double high, double y)
{
    if (high - low < 1) {
        return;
    }
    double const end = high - low < 8 ? 2 : 4;  // units
    std::vector<Outline> const lines{
        {{low, y}, {high, y}}, {{low, y - end}, {low, y + end}}, {{high, y - end}, {high, y + end}}};
    canvas.lines(lines, look::casing);
    canvas.lines(lines, look::whisker);
}

Key bar_key(std::string const& name, Bar bar)
{
    return {name, [bar](Canvas& canvas, Box const& box) {
                draw_bar(canvas, box.left, box.right, (box.top + box.bottom) / 2, 12, bar);
            }};
}

Key whisker_key(Language language)
{
    return {in(language, "90 %-interval", "90% interval"), [](Canvas& canvas, Box const& box) {
                draw_whisker(canvas, box.left + 2, box.right - 2, (box.top + box.bottom) / 2);
            }};
}

}  // namespace minimasim::report::pictures
