#pragma once

#include <cstdint>

namespace minimasim {

// Bytes this process can still take: what the machine has free, within the limits of its control group and of
// the process. The largest number when the system does not say.
std::uint64_t available_memory_bytes();

// Tells the allocator to keep what is freed: every replicate asks for the same columns again, and giving them
// back to the system in between cost a tenth of a run. For the start of a program.
void keep_freed_memory();

}  // namespace minimasim
