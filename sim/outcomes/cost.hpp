#pragma once

#include <vector>

#include "sim/base/money.hpp"

// What a package costs, reckoned in one way: a run and a forecast of the same year print the same cent.
namespace minimasim::outcomes {

// Cents of a tally in euro, as figures hold them.
inline double in_euro(Cents cents)
{
    return 0.01 * static_cast<double>(cents);
}

// All measures and schemes together, euro: a sum of doubles depends on its order.
inline double cost_in_all(std::vector<double> const& measures, std::vector<double> const& schemes)
{
    double sum = 0;
    for (double const cost : measures) {
        sum += cost;
    }
    for (double const cost : schemes) {
        sum += cost;
    }
    return sum;
}

}  // namespace minimasim::outcomes
