#pragma once

#include <cstdint>

namespace minimasim {

// Bytes this process can still take: what the machine has free, within the limits of its control group and of
// the process. The largest number when the system does not say.
std::uint64_t available_memory_bytes();

}  // namespace minimasim
