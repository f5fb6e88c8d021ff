#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/outcomes/poverty.hpp"
#include "sim/rules/municipal/evaluate.hpp"
#include "sim/rules/policy.hpp"

// The yardstick: what one would write without thinking of speed. One source, compiled twice: with the flags
// of this project, and with -Ofast -march=native, which a program that must give the same bits everywhere
// cannot use.
namespace minimasim::bench {

// The households it works on, and who of them would claim: drawn before.
struct KernelRows {
    rules::MunicipalColumns columns{};
    outcomes::PovertyPosition const* poverty = nullptr;
    std::uint8_t const* claims = nullptr;
    std::size_t households = 0;
};

// Sums over every scheme for every household and package: the entitled, the recipients and the cost of each,
// and the poverty gap; all added up, so that nothing can be left out.
using PlainKernel = std::int64_t (*)(KernelRows const& rows, rules::Policy const* packages,
                                     std::size_t count);

std::int64_t plain_kernel_own_flags(KernelRows const& rows, rules::Policy const* packages, std::size_t count);

// Beside other code of this program, in a shared library: none of its inline functions can end up elsewhere.
[[gnu::visibility("default")]] std::int64_t plain_kernel_ofast_native(KernelRows const& rows,
                                                                      rules::Policy const* packages,
                                                                      std::size_t count);

}  // namespace minimasim::bench
