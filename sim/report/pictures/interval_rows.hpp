#pragma once

#include <limits>
#include <string>
#include <vector>

#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::pictures {

// An estimate with its 90 % interval; one that is no number shows `note` in its place ("< 10"), and is left
// out where there is none.
struct IntervalRow {
    std::string name;
    Interval value;
    double published = std::numeric_limits<double>::quiet_NaN();  // drawn as a hollow diamond
    std::string note;
    bool is_main = false;  // drawn stronger than the others
};

struct IntervalRows {
    Caption caption;
    std::string axis_name;  // "extra kosten, euro per jaar"
    Quantity quantity = Quantity::count;
    bool is_change = false;      // values carry their sign
    bool shows_zero = true;      // whether the axis begins at zero or includes it
    std::string published_name;  // of the diamonds, "" for "gepubliceerd"
    std::vector<IntervalRow> rows;
};

// A row for every estimate: its name, a dot with a line for the interval, and the figures in words.
std::string interval_rows(IntervalRows const& figures, Language language);

}  // namespace minimasim::report::pictures
