#pragma once

#include <cstddef>

namespace minimasim {

// Applies `rule` to every row of a block with SIMD: rule(i) must read and write row i only. Freestanding.
template <class Rule>
inline void for_each_row(std::size_t count, Rule const& rule)
{
#pragma omp simd
    for (std::size_t i = 0; i < count; ++i) {
        rule(i);
    }
}

}  // namespace minimasim
