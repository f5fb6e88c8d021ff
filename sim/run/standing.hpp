#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

namespace minimasim::run {

// How a household stands to one scheme, in one number: 0 = no right, 1 = a right but receives nothing, more =
// receives that many cents a year less one.
using Standing = std::int32_t;

constexpr bool is_entitled(Standing standing)
{
    return standing > 0;
}

constexpr bool receives(Standing standing)
{
    return standing > 1;
}

constexpr std::int32_t cents_received(Standing standing)
{
    return standing > 1 ? standing - 1 : 0;
}

// The smallest grant in cents that a household claims; 0: it claims whatever it is given.
inline constexpr std::int32_t claims_nothing = std::numeric_limits<std::int32_t>::max();
inline constexpr std::int32_t claim_is_unknown = -1;

// Settles a block of decisions. True when a limit of a household that is granted something is unknown: then
// what was written does not hold.
bool settle_standings(std::size_t count, std::int32_t const* eligible, std::int32_t const* cents_per_year,
                      std::int32_t const* claims_from_cents, Standing* standings);

// Writes the numbers of the rows that differ, in order, and returns how many. `rows` has room for `count`.
std::size_t differing_rows(std::size_t count, Standing const* a, Standing const* b, std::uint32_t* rows);

}  // namespace minimasim::run
