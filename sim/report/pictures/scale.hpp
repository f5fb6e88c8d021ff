#pragma once

#include <string>
#include <vector>

#include "sim/report/number_text.hpp"
#include "sim/report/pictures/canvas.hpp"

namespace minimasim::report::pictures {

// Whether a figure can be drawn: a number, and not beyond a million milliards.
bool is_drawable(double value);

// The interval with ends that can be drawn, in their order: the estimate where an end is no number.
Interval drawable(Interval const& interval);

// The least and the greatest of what is drawn.
struct Extent {
    double low = 0;
    double high = 0;
    bool is_empty = true;

    void add(double value);
    void add(Interval const& interval);
};

// Turns figures into places.
struct Scale {
    double low = 0;
    double high = 1;
    double from = 0;  // place of low
    double to = 1;
    double step = 1;            // between round values
    std::vector<double> ticks;  // the round values from low to high

    double operator()(double value) const { return from + (value - low) / (high - low) * (to - from); }
};

// Covers an extent, with about `most_steps` steps between round values. An extent of one value is widened,
// and one that does not end at zero has a little room.
Scale scale_of(Extent const& extent, Quantity quantity, double from, double to, int most_steps);

// A round value along an axis, short: "€ 1,5 mln", "20 %", "−400".
std::string tick_text(Quantity quantity, double value, double step, Language language);

// A figure with nothing uncertain about it, as shown: "€ 550.000".
std::string exact_text(Quantity quantity, double value, Language language);

// An estimate or a change as shown, and its interval between brackets; "" where the interval is a point.
std::string value_words(Quantity quantity, Interval const& interval, bool is_change, Language language);
std::string interval_words(Quantity quantity, Interval const& interval, bool is_change, Language language);

// The texts of a horizontal axis on a baseline, as many as have room between two places.
void draw_horizontal_axis(Canvas& canvas, Scale const& scale, Quantity quantity, double baseline, double left,
                          double right);

// Its grid lines, each within these heights.
struct Reach {
    double top;
    double bottom;
};
void draw_vertical_lines(Canvas& canvas, Scale const& scale, std::vector<Reach> const& heights);

// The texts of a vertical axis, which end at the left of the grid, and its lines.
void draw_vertical_axis(Canvas& canvas, Scale const& scale, Quantity quantity, Box const& grid);

// How wide the texts of a vertical axis are.
double tick_width(Scale const& scale, Quantity quantity, Language language);

}  // namespace minimasim::report::pictures
