#pragma once

#include <limits>
#include <string>
#include <vector>

#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::pictures {

struct BandPoint {
    double time = 0;   // a year, or a year with its fraction
    std::string name;  // below the axis: "2027"
    Interval value;
    bool is_realised = false;                                     // counted, not forecast: drawn as a dot
    double published = std::numeric_limits<double>::quiet_NaN();  // beside it, drawn as a dot of its own
};

struct BandLine {
    Caption caption;
    std::string axis_name;
    Quantity quantity = Quantity::euro;
    bool is_change = false;
    bool shows_zero = true;
    std::vector<BandPoint> points;  // by rising time
    double goal = std::numeric_limits<double>::quiet_NaN();
    std::string goal_name;  // "doel: € 1,2 mln"
};

// A line through time with its 90 % interval as a band, the first and the last figure in words, and the goal
// as a dashed line where there is one. Points that are no number are left out.
std::string band_line(BandLine const& figures, Language language);

}  // namespace minimasim::report::pictures
