#pragma once

#include "sim/rules/household.hpp"

namespace minimasim::rules {

// Equivalence factor of Statistics Netherlands (CBS) for the years from 2018: "Materiële welvaart in
// Nederland", annex A, table A.1 (longreads.cbs.nl/materiele-welvaart-in-nederland-2024/bijlagen). A single
// person is 1; from the fifth child on the last step is repeated. Co-residents are left out, as their income
// is.
inline double equivalence_factor(Household const& h)
{
    Count const n = children(h);
    if (h.is_couple) {
        return n == 0 ? 1.40 : n == 1 ? 1.69 : n == 2 ? 1.91 : n == 3 ? 2.09 : 2.28 + (n - 4) * 0.19;
    }
    return n == 0 ? 1.00 : n == 1 ? 1.32 : n == 2 ? 1.52 : n == 3 ? 1.73 : 1.93 + (n - 4) * 0.20;
}

}  // namespace minimasim::rules
