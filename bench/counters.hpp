#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <ctime>

namespace minimasim::bench {

// Processor time of this thread, which other work on the machine disturbs least.
inline double thread_seconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

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
