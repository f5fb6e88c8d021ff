#pragma once

#include <string>
#include <vector>

#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::pictures {

// Of those who are entitled, who uses it. What is no number shows `note` in its place ("< 10"), and is left
// out where there is none.
struct ReachRow {
    std::string name;
    Interval entitled;
    Interval users;
    std::string note;
    bool is_main = false;
};

struct ReachBars {
    Caption caption;
    std::string unit_name;  // of what is counted: "huishoudens"
    std::vector<ReachRow> rows;
};

// A bar from zero for every row: filled for users, hatched for those entitled who do not use it, with the 90
// % interval of the users as a line over it.
std::string reach_bars(ReachBars const& figures, Language language);

}  // namespace minimasim::report::pictures
