#pragma once

#ifndef __wasm__
#include <omp.h>
#endif

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <type_traits>
#include <vector>

namespace minimasim {

// The one file that owns threads (loop_rows.hpp owns SIMD). Everything else is serial code for one block.

struct Block {
    std::size_t begin = 0;
    std::size_t end = 0;
};

inline std::vector<Block> split_into_blocks(std::size_t count, std::size_t block_size)
{
    std::vector<Block> blocks;
    for (std::size_t begin = 0; begin < count; begin += block_size) {
        blocks.push_back({begin, std::min(count, begin + block_size)});
    }
    return blocks;
}

#ifdef __wasm__

// A page has one thread and no exceptions.
template <class Task>
auto run_in_parallel(std::size_t count, int, Task const& task)
    -> std::vector<std::invoke_result_t<Task const&, std::size_t>>
{
    std::vector<std::invoke_result_t<Task const&, std::size_t>> results;
    for (std::size_t i = 0; i < count; ++i) {
        results.push_back(task(i));
    }
    return results;
}

#else

// How many threads a wish for `threads` gives; 0 = all.
inline int team_size(int threads)
{
    return threads > 0 ? threads : omp_get_max_threads();
}

// Runs task(i) for i = 0 .. count-1 on `threads` threads (0 = all) and returns the results in order, so that
// what is added afterwards is added in the same order whatever the machine. When a task fails no further one
// begins, and the failure of the lowest number is thrown.
template <class Task>
auto run_in_parallel(std::size_t count, int threads, Task const& task)
    -> std::vector<std::invoke_result_t<Task const&, std::size_t>>
{
    using Result = std::invoke_result_t<Task const&, std::size_t>;
    std::vector<Result> results(count);
    std::vector<std::exception_ptr> failures(count);
    std::atomic<bool> has_failed = false;
    // No more than there are tasks: a thread without one would spin beside those that work.
    auto const team =
        static_cast<int>(std::clamp(count, std::size_t{1}, static_cast<std::size_t>(team_size(threads))));
#pragma omp parallel for schedule(dynamic, 1) num_threads(team)
    for (std::size_t i = 0; i < count; ++i) {
        if (has_failed) {
            continue;
        }
        try {
            results[i] = task(i);
        } catch (...) {
            failures[i] = std::current_exception();
            has_failed = true;
        }
    }
    for (auto const& failure : failures) {
        if (failure) {
            std::rethrow_exception(failure);
        }
    }
    return results;
}

#endif

}  // namespace minimasim
