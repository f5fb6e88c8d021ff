#include "bench/memory_meter.hpp"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace minimasim::bench {

namespace {

std::atomic<std::size_t> in_use = 0;
std::atomic<std::size_t> at_most = 0;

void* take(std::size_t bytes)
{
    void* const memory = std::malloc(bytes);
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    std::size_t const taken = ::malloc_usable_size(memory);
    std::size_t const now = in_use.fetch_add(taken, std::memory_order_relaxed) + taken;
    for (std::size_t most = at_most.load(std::memory_order_relaxed);
         now > most && !at_most.compare_exchange_weak(most, now, std::memory_order_relaxed);) {
    }
    return memory;
}

void give_back(void* memory)
{
    in_use.fetch_sub(::malloc_usable_size(memory), std::memory_order_relaxed);
    std::free(memory);
}

}  // namespace

HeapBytes heap_bytes()
{
    return {in_use.load(), at_most.load()};
}

void set_back_heap_meter()
{
    at_most = in_use.load();
}

}  // namespace minimasim::bench

// In the place of those of the library, in this program alone.
void* operator new(std::size_t bytes)
{
    return minimasim::bench::take(bytes);
}

void* operator new[](std::size_t bytes)
{
    return minimasim::bench::take(bytes);
}

void operator delete(void* memory) noexcept
{
    minimasim::bench::give_back(memory);
}

void operator delete[](void* memory) noexcept
{
    minimasim::bench::give_back(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    minimasim::bench::give_back(memory);
}

void operator delete[](void* memory, std::size_t) noexcept
{
    minimasim::bench::give_back(memory);
}
