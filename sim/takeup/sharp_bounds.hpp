#pragma once

#include <cstdint>
#include <vector>

namespace minimasim::takeup {

// A group of entitled as a linear program sees it.
struct BoundedGroup {
    double entitled = 0;
    double effect_per_user = 0;  // what an effect gains for every user in the group
};

// Lowest and highest effect.
struct EffectBounds {
    double low = 0;
    double high = 0;
};

// Sharp bounds of sum(users * effect_per_user) over all ways to spread this many users over the groups, none
// above its entitled: a fractional knapsack, which filling the groups in order of effect solves exactly.
EffectBounds sharp_bounds(std::vector<BoundedGroup> groups, double users);

}  // namespace minimasim::takeup
