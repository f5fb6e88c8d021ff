#pragma once

#include <cstddef>

// A function with this before it is built for the instruction set of every machine and for AVX2; the program
// takes the better one that the machine has. No fused operations are used: the bits are the same.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define MINIMASIM_INSTRUCTION_SETS __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define MINIMASIM_INSTRUCTION_SETS
#endif

namespace minimasim {

// Applies `rule` to every row of a block with SIMD: rule(i) must read and write row i only. Freestanding.
template <class Rule>
[[gnu::always_inline]] inline void for_each_row(std::size_t count, Rule const& rule)
{
#pragma omp simd
    for (std::size_t i = 0; i < count; ++i) {
        rule(i);
    }
}

}  // namespace minimasim
