#pragma once

#include <limits>
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
    bool is_main = false;  // what the words beside it are about: drawn in the accent
    double published_cost = std::numeric_limits<double>::quiet_NaN();  // drawn as a hollow diamond
};

struct EffectPicture {
    Caption caption;
    std::string cost_name;    // "extra kosten per jaar"
    std::string effect_name;  // "mensen minder in armoede"
    Quantity effect_quantity = Quantity::count;
    std::vector<EffectPoint> points;
};

// Cost to the right, effect upwards, a dot for every package with both its 90 % intervals, current policy at
// zero and names at their dots. On a phone, and where names have no room, a row for every package with cost
// and effect beside each other, the dearest first. Points with a figure that is no number are left out.
std::string effect_picture(EffectPicture const& figures, Language language);

}  // namespace minimasim::report::pictures
