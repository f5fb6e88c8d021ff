#pragma once

#include <string>
#include <vector>

#include "sim/report/pictures/interval_rows.hpp"

namespace minimasim::report::pictures {

struct IntervalPanel {
    std::string title;
    std::vector<IntervalRow>
        rows;  // with the same names in every panel, in the same order; nothing published
};

// The same rows for several packages, schemes or places, on one scale.
struct SmallMultiples {
    Caption caption;
    std::string axis_name;
    Quantity quantity = Quantity::count;
    bool is_change = false;
    bool shows_zero = true;
    std::vector<IntervalPanel> panels;
};

std::string small_multiples(SmallMultiples const& figures, Language language);

}  // namespace minimasim::report::pictures
