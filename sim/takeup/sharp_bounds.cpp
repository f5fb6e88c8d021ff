#include "sim/takeup/sharp_bounds.hpp"

#include <algorithm>

namespace minimasim::takeup {

EffectBounds sharp_bounds(std::vector<BoundedGroup> groups, double users)
{
    std::sort(groups.begin(), groups.end(),
              [](auto const& a, auto const& b) { return a.effect_per_user < b.effect_per_user; });
    auto const filled = [&](auto begin, auto end) {
        double effect = 0;
        double left = users;
        for (auto group = begin; group != end; ++group) {
            double const here = std::min(left, group->entitled);
            effect += here * group->effect_per_user;
            left -= here;
        }
        return effect;
    };
    return {filled(groups.begin(), groups.end()), filled(groups.rbegin(), groups.rend())};
}

}  // namespace minimasim::takeup
