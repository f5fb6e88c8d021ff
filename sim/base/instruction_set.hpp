#pragma once

#include <cstdint>

namespace minimasim {

// The sets of instructions that loops over rows are built for, from every 64-bit machine to AVX-512. No set
// fuses operations or changes their order: the bits are the same.
enum class InstructionSet : std::uint8_t {
    baseline,  // what every machine has (x86-64: SSE2)
    v3,        // x86-64-v3: AVX2
    v4         // x86-64-v4: AVX-512
};
inline constexpr int instruction_set_count = 3;

constexpr char const* to_text(InstructionSet set)
{
    constexpr char const* names[] = {"baseline", "v3", "v4"};
    return names[static_cast<int>(set)];
}

// Whether this machine can run the loops of a set.
bool is_supported(InstructionSet set);

// The set in use: the best that the machine has, unless MINIMASIM_INSTRUCTION_SET names another. The same for
// the whole life of the program.
InstructionSet instruction_set();

// Throws InputError when MINIMASIM_INSTRUCTION_SET names no set, or one that this machine does not have.
void check_instruction_set();

}  // namespace minimasim
