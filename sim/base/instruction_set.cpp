#include "sim/base/instruction_set.hpp"

#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/error.hpp"

namespace minimasim {

namespace {

constexpr char const* variable = "MINIMASIM_INSTRUCTION_SET";

// Nothing when the variable is not set; an unknown name when it is set to nonsense.
std::string_view wished()
{
    char const* const value = std::getenv(variable);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

std::optional<InstructionSet> set_named(std::string_view name)
{
    for (int i = 0; i < instruction_set_count; ++i) {
        auto const set = static_cast<InstructionSet>(i);
        if (name == to_text(set)) {
            return set;
        }
    }
    return std::nullopt;
}

InstructionSet best()
{
    return is_supported(InstructionSet::v4)   ? InstructionSet::v4
           : is_supported(InstructionSet::v3) ? InstructionSet::v3
                                              : InstructionSet::baseline;
}

}  // namespace

bool is_supported(InstructionSet set)
{
#if defined(__x86_64__) && defined(__GNUC__)
    __builtin_cpu_init();
    // The features that decide: whatever machine has these has the rest of its set.
    bool const has_v3 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                        __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
    bool const has_v4 = has_v3 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                        __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
                        __builtin_cpu_supports("avx512vl");
    return set == InstructionSet::baseline || (set == InstructionSet::v3 ? has_v3 : has_v4);
#else
    return set == InstructionSet::baseline;
#endif
}

InstructionSet instruction_set()
{
    static InstructionSet const in_use = [] {
        auto const named = set_named(wished());
        return named && is_supported(*named) ? *named : best();
    }();
    return in_use;
}

void check_instruction_set()
{
    auto const name = wished();
    if (name.empty()) {
        return;
    }
    auto const set = set_named(name);
    if (!set) {
        throw InputError(
            variable, 0,
            "\"" + std::string(name) + "\" is no set of instructions; choose baseline, v3 or v4");
    }
    if (!is_supported(*set)) {
        throw InputError(
            variable, 0,
            std::string(name) + " is not what this machine has; the best it has is " + to_text(best()));
    }
}

}  // namespace minimasim
