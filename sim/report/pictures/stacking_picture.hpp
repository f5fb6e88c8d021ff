#pragma once

#include <string>
#include <vector>

#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::pictures {

// How many households use this many schemes at once, before and after. What is no number shows `note` ("<
// 10") or, where there is none, is left out.
struct StackingRow {
    std::string name;  // "3 regelingen"
    Interval before;
    Interval after;
    std::string note;
};

struct StackingPicture {
    Caption caption;
    std::string unit_name;    // "huishoudens"
    std::string before_name;  // "" for "nu"
    std::string after_name;   // "" for "met dit pakket"
    Quantity quantity = Quantity::count;
    std::vector<StackingRow> rows;
};

// Two bars from zero for every row: hatched before, filled after, each with its 90 % interval.
std::string stacking_picture(StackingPicture const& figures, Language language);

}  // namespace minimasim::report::pictures
