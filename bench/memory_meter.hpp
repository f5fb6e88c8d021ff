#pragma once

#include <cstddef>

namespace minimasim::bench {

// Bytes that this program has from operator new: those in use now, and the most there were at once since the
// meter was set back.
struct HeapBytes {
    std::size_t in_use = 0;
    std::size_t at_most = 0;
};

HeapBytes heap_bytes();

// The most there were becomes what is in use now.
void set_back_heap_meter();

}  // namespace minimasim::bench
