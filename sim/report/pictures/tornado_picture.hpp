#pragma once

#include <limits>
#include <string>
#include <vector>

#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::pictures {

// An uncertain input and what the outcome is at both ends of its interval.
struct TornadoBar {
    std::string name;
    std::string low_text;  // the input at its ends, as shown: "55 %"
    std::string high_text;
    double at_low = 0;  // the outcome there
    double at_high = 0;
    double variance_share = std::numeric_limits<double>::quiet_NaN();  // of the uncertainty, 0 to 1
};

struct Tornado {
    Caption caption;
    std::string axis_name;  // of the outcome
    Quantity quantity = Quantity::euro;
    bool is_change = false;
    double central = 0;            // the outcome with all inputs central
    std::vector<TornadoBar> bars;  // drawn by length, the longest first
};

// Bars on both sides of the central outcome: hatched to where the input is low, filled to where it is high.
// Bars that are no number are left out.
std::string tornado_picture(Tornado const& figures, Language language);

}  // namespace minimasim::report::pictures
