#pragma once

#include <string>
#include <vector>

#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::pictures {

// What a package costs and what it does, both against current policy.
struct EffectPoint {
    std::string name;
    Interval cost;         // euro a year
    Interval effect;       // more of what effect_name says is higher in the picture
    bool is_main = false;  // the package the page is about: drawn in the accent
};

struct EffectPicture {
    Caption caption;
    std::string cost_name;    // "extra kosten per jaar"
    std::string effect_name;  // "mensen minder in armoede"
    Quantity effect_quantity = Quantity::count;
    std::vector<EffectPoint> points;
};

// Cost to the right, effect upwards, a dot for every package with both its 90 % intervals, current policy at
// zero. Names stand at their dots where there is room; the others have a number and stand in a list below.
// Points with a figure that is no number are left out.
std::string effect_picture(EffectPicture const& figures, Language language);

}  // namespace minimasim::report::pictures
