#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>

namespace minimasim::bench {

// Time a household (printed in ns) and households a second, of a benchmark that handles `households` in one
// iteration.
inline void count_households(benchmark::State& state, std::size_t households)
{
    auto const count = static_cast<double>(households);
    using benchmark::Counter;
    state.counters["time/household"] = Counter(count, Counter::kIsIterationInvariantRate | Counter::kInvert);
    state.counters["households/s"] = Counter(count, Counter::kIsIterationInvariantRate);
}

}  // namespace minimasim::bench
