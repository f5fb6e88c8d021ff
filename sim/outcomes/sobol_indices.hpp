#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/outcomes/intervals.hpp"

namespace minimasim::outcomes {

// An outcome on a pick-freeze design: row by row with all sources drawn once (a), all drawn again (b), and
// for each source as in a with this source alone from b.
struct PickFreeze {
    std::vector<double> a;
    std::vector<double> b;
    std::vector<std::vector<double>> mixed;  // [source][row]
};

// Shares of the variance of one source: by itself, and with all its interactions; intervals by bootstrap over
// the rows.
struct SobolIndex {
    double first = 0;
    Limits first_limits;
    double total = 0;
    Limits total_limits;
};

struct SobolIndices {
    std::vector<SobolIndex> sources;
    double standard_deviation = 0;  // of the outcome
};

// First order by Saltelli et al. (Computer Physics Communications 181, 2010, table 2, estimator b, centred),
// total by Jansen (ibid. 117, 1999). Estimates are not forced into 0..1: what lies outside shows their error.
// Empty when the outcome does not vary.
SobolIndices sobol_indices(PickFreeze const& outcome, std::uint64_t seed);

}  // namespace minimasim::outcomes
