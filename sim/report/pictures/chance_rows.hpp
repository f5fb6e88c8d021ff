#pragma once

#include <string>
#include <vector>

#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::pictures {

struct ChanceRow {
    std::string name;
    double chance = 0;   // 0 to 1; no number: left out
    std::string detail;  // quietly beside it: "8,3 % (7,4 % – 9,1 %)"
};

struct ChanceRows {
    Caption caption;
    std::string axis_name;
    std::vector<ChanceRow> rows;
};

// A bar for every chance, on the whole from nought to a hundred per cent, with its figure in words.
std::string chance_rows(ChanceRows const& figures, Language language);

}  // namespace minimasim::report::pictures
