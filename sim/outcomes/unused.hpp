#pragma once

#include <cstdint>

namespace minimasim::outcomes {

// A scheme that a household is entitled to and does not use.
struct UnusedGrant {
    std::uint32_t household = 0;  // its place in the population
    std::uint32_t scheme = 0;
    std::int32_t cents_per_year = 0;

    bool operator==(UnusedGrant const&) const = default;
};

}  // namespace minimasim::outcomes
