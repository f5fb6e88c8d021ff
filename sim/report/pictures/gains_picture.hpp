#pragma once

#include <string>
#include <vector>

#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::pictures {

// How many gain and lose in one decile, or of one type. What is no number shows `note` ("< 10") or, where
// there is none, is left out.
struct GainsRow {
    std::string name;
    Interval gaining;
    Interval losing;  // above zero as well
    std::string note;
    std::string remark;  // beside the figures, quietly: "gemiddeld + € 12 per maand"; may be ""
};

struct GainsPicture {
    Caption caption;
    std::string unit_name;  // "huishoudens"
    Quantity quantity = Quantity::count;
    std::vector<GainsRow> rows;
};

// Bars on both sides of zero: to the right and filled who gains, to the left and hatched who loses, each with
// its 90 % interval.
std::string gains_picture(GainsPicture const& figures, Language language);

}  // namespace minimasim::report::pictures
