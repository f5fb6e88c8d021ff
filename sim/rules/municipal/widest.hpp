#pragma once

#include "sim/rules/municipal/scheme.hpp"

namespace minimasim::rules {

// Changes `widest` so that whoever is eligible under it or under `terms`, is eligible under what it becomes.
// False when terms differ of which the scheme does not say what a rise does.
template <class Scheme>
constexpr bool widen(typename Scheme::Terms& widest, typename Scheme::Terms const& terms)
{
    for (auto const& field : Scheme::fields) {
        double const now = field.of(terms);
        double& widest_yet = field.of(widest);
        if (now == widest_yet) {
            continue;
        }
        if (field.effect == Effect::unknown) {
            return false;
        }
        if ((now > widest_yet) == (field.effect == Effect::widens)) {
            widest_yet = now;
        }
    }
    return true;
}

}  // namespace minimasim::rules
