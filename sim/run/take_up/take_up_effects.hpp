#pragma once

#include <array>
#include <string>
#include <vector>

#include "sim/run/setting.hpp"
#include "sim/takeup/history_matching.hpp"
#include "sim/takeup/sharp_bounds.hpp"

namespace minimasim::run {

// What a policy adds in users of the income supplement, given the published number of users, and how far that
// is known.
struct TakeUpEffect {
    std::string key;
    takeup::Range prior;          // 5th and 95th percentile over the box of prior intervals
    takeup::Range plausible;      // the same over the plausible set, by weight
    takeup::EffectBounds bounds;  // over every way to spread the users over the groups
};

// Two effects on one population at the calibration date: the income limit from 120 to 130 % of the norm, and
// a letter that wins three in ten of the non-users who work.
std::array<TakeUpEffect, 2> effects_on_supplement(Setting const& setting,
                                                  population::Population const& population,
                                                  takeup::Matching const& matching);

}  // namespace minimasim::run
