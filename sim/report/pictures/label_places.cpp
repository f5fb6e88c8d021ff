#include "sim/report/pictures/label_places.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::report::pictures {

namespace {

// Whether a line passes through a box.
bool crosses(Box const& box, Spot const& from, Spot const& to)
{
    constexpr int parts = 16;
    for (int i = 0; i <= parts; ++i) {
        double const share = static_cast<double>(i) / parts;
        double const x = from.x + share * (to.x - from.x);
        double const y = from.y + share * (to.y - from.y);
        if (x > box.left && x < box.right && y > box.top && y < box.bottom) {
            return true;
        }
    }
    return false;
}

bool overlap(Box const& a, Box const& b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// Whether a text, or the line to it, gets in the way of those that stand already.
bool is_entangled(Ground const& ground, Box const& box, Spot const& spot, bool is_apart)
{
    return std::any_of(ground.labels.begin(), ground.labels.end(), [&](Label const& other) {
        return (other.is_apart && crosses(box, other.dot, nearest(other.box, other.dot))) ||
               (is_apart && crosses(other.box, spot, nearest(box, spot)));
    });
}

// Whether the line from a dot to its text passes by another dot.
bool misleads(Ground const& ground, Spot const& from, Spot const& to)
{
    constexpr double clear = 8;
    double const length = std::hypot(to.x - from.x, to.y - from.y);
    return std::any_of(ground.dots.begin(), ground.dots.end(), [&](Spot const& dot) {
        double const along =
            ((dot.x - from.x) * (to.x - from.x) + (dot.y - from.y) * (to.y - from.y)) / length;
        double const aside =
            ((dot.x - from.x) * (to.y - from.y) - (dot.y - from.y) * (to.x - from.x)) / length;
        bool const is_own = dot.x == from.x && dot.y == from.y;
        return !is_own && along > -clear && along < length + clear && std::abs(aside) < clear;
    });
}

}  // namespace

double burden_of(Ground const& ground, Box const& box)
{
    constexpr double per_line = 12;
    return per_line * static_cast<double>(std::count_if(ground.lines.begin(), ground.lines.end(),
                                                        [&](Box const& line) { return overlap(line, box); }));
}

Spot nearest(Box const& box, Spot const& spot)
{
    return {std::clamp(spot.x, box.left, box.right), std::clamp(spot.y, box.top, box.bottom)};
}

std::optional<Label> label_at(Ground const& ground, Spot const& spot, double width, double height)
{
    constexpr double joined_from = 14;  // farther away, a line shows which dot is meant
    std::optional<Label> best;
    for (double const distance : {10.0, 18.0, 30.0, 46.0}) {
        for (double const dx : {1.0, -1.0, 0.0}) {
            for (double const dy : {0.0, -1.0, 1.0}) {
                if (dx == 0 && dy == 0) {
                    continue;
                }
                double const reach = dx != 0 && dy != 0 ? distance * 0.8 : distance;
                double const left = dx > 0   ? spot.x + reach
                                    : dx < 0 ? spot.x - reach - width
                                             : spot.x - width / 2;
                double const top = dy > 0   ? spot.y + reach
                                   : dy < 0 ? spot.y - reach - height
                                            : spot.y - height / 2;
                Box const box{left, top, left + width, top + height};
                double const burden = distance + burden_of(ground, box);
                bool const is_apart = distance > joined_from;
                if ((!best || burden < best->burden) && ground.space.is_free(box) &&
                    !is_entangled(ground, box, spot, is_apart) &&
                    !(is_apart && misleads(ground, spot, nearest(box, spot)))) {
                    best = Label{box, spot, is_apart, burden};
                }
            }
        }
    }
    return best;
}

}  // namespace minimasim::report::pictures
