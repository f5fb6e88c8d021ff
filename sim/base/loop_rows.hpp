#pragma once

#include <cstddef>

#include "sim/base/instruction_set.hpp"

namespace minimasim {

template <class Rule>
[[gnu::always_inline]] inline void for_each_row_here(std::size_t count, Rule const& rule)
{
#pragma omp simd
    for (std::size_t i = 0; i < count; ++i) {
        rule(i);
    }
}

// The same loop for each set of instructions. The rule comes by value: the compiler knows that no row writes
// what it has captured.
template <class Rule>
[[gnu::noinline]] void for_each_row_on_baseline(std::size_t count, Rule rule)
{
    for_each_row_here(count, rule);
}

#if defined(__x86_64__) && defined(__GNUC__)
template <class Rule>
[[gnu::noinline, gnu::target("arch=x86-64-v3")]] void for_each_row_on_v3(std::size_t count, Rule rule)
{
    for_each_row_here(count, rule);
}

template <class Rule>
[[gnu::noinline, gnu::target("arch=x86-64-v4")]] void for_each_row_on_v4(std::size_t count, Rule rule)
{
    for_each_row_here(count, rule);
}
#endif

// Applies `rule` to every row of a block with SIMD, with the best instructions of the machine or those that
// were asked for: rule(i) must read and write row i only, and be [[gnu::always_inline]]. Freestanding.
template <class Rule>
inline void for_each_row(std::size_t count, Rule const& rule)
{
#if defined(__x86_64__) && defined(__GNUC__)
    switch (instruction_set()) {
        case InstructionSet::v4:
            return for_each_row_on_v4(count, rule);
        case InstructionSet::v3:
            return for_each_row_on_v3(count, rule);
        case InstructionSet::baseline:
            break;
    }
#endif
    for_each_row_on_baseline(count, rule);
}

}  // namespace minimasim
