#pragma once

#include <string>

#include "sim/report/pictures/row_plot.hpp"

namespace minimasim::report::pictures {

// Bars differ without colour: filled, hatched, and dark for a total.
enum class Bar { filled, hatched, total };

// A horizontal bar between two places, whichever is first.
void draw_bar(Canvas& canvas, double from, double to, double y, double height, Bar bar);

// The interval of a bar as a line with ends, visible on any fill; nothing where it is a point.
void draw_whisker(Canvas& canvas, double low, double high, double y);

// What they mean.
Key bar_key(std::string const& name, Bar bar);
Key whisker_key(Language language);

}  // namespace minimasim::report::pictures
