#pragma once

#include <string>
#include <vector>

#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::pictures {

struct CurvePlace {
    double x = 0;
    double y = 0;
};

// One household, or type of household.
struct CurvesPanel {
    std::string title;
    std::vector<CurvePlace> before;  // by rising x
    std::vector<CurvePlace> after;
};

// Curves before and after, for several households on the same scales. Municipal support by wage shows a
// change best: of what there is to spend, some hundreds of euros more cannot be seen.
struct CurvesPicture {
    Caption caption;
    std::string x_name;       // "loon per jaar"
    std::string y_name;       // "steun van de gemeente per jaar"
    std::string before_name;  // "" for "nu"
    std::string after_name;   // "" for "met dit pakket"
    Quantity x_quantity = Quantity::euro;
    Quantity y_quantity = Quantity::euro;
    std::vector<CurvesPanel> panels;
};

// A panel for every household: dashed before, a full line after, hatched between them. Points that are no
// number are left out.
std::string curves_picture(CurvesPicture const& figures, Language language);

}  // namespace minimasim::report::pictures
