#pragma once

#include <vector>

#include "sim/report/pictures/row_plot.hpp"

namespace minimasim::report::pictures {

// A dot on a line for an estimate with its interval, and a hollow diamond for a published figure; what is no
// number is not drawn. In the accent, or in grey beside what is the subject.
void draw_interval(Canvas& canvas, Scale const& scale, Interval const& value, double published, double y,
                   bool is_main = true);

// What the dot and the line mean, and the diamond.
std::vector<Key> interval_keys(Language language);
Key published_key(std::string const& name);

}  // namespace minimasim::report::pictures
