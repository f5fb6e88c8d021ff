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

// The same for a function of its own, `work`, that must be [[gnu::always_inline]]: for loops that count or
// move rows. It keeps what its parameters promise with __restrict.
template <auto work, class... Arguments>
[[gnu::noinline]] auto run_on_baseline(Arguments&&... arguments)
{
    return work(arguments...);
}

#if defined(__x86_64__) && defined(__GNUC__)
template <auto work, class... Arguments>
[[gnu::noinline, gnu::target("arch=x86-64-v3")]] auto run_on_v3(Arguments&&... arguments)
{
    return work(arguments...);
}

template <auto work, class... Arguments>
[[gnu::noinline, gnu::target("arch=x86-64-v4")]] auto run_on_v4(Arguments&&... arguments)
{
    return work(arguments...);
}
#endif

template <auto work, class... Arguments>
auto run_with_best_instructions(Arguments&&... arguments)
{
#if defined(__x86_64__) && defined(__GNUC__)
    switch (instruction_set()) {
        case InstructionSet::v4:
            return run_on_v4<work>(arguments...);
        case InstructionSet::v3:
            return run_on_v3<work>(arguments...);
        case InstructionSet::baseline:
            break;
    }
#endif
    return run_on_baseline<work>(arguments...);
}

}  // namespace minimasim
