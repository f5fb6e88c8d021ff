#include "sim/run/standing.hpp"

#include "sim/base/loop_rows.hpp"

namespace minimasim::run {

MINIMASIM_INSTRUCTION_SETS
bool settle_standings(std::size_t count, std::int32_t const* __restrict eligible,
                      std::int32_t const* __restrict cents_per_year,
                      std::int32_t const* __restrict claims_from_cents, Standing* __restrict standings)
{
    std::int32_t unknown = 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::int32_t const grant = eligible[i] != 0 ? cents_per_year[i] : 0;
        std::int32_t const right = eligible[i] != 0 ? 1 : 0;
        standings[i] = right + (grant >= claims_from_cents[i] ? grant : 0);
        unknown |= grant > 0 ? claims_from_cents[i] & claim_is_unknown : 0;
    }
    return unknown < 0;
}

MINIMASIM_INSTRUCTION_SETS
std::size_t differing_rows(std::size_t count, Standing const* __restrict a, Standing const* __restrict b,
                           std::uint32_t* __restrict rows)
{
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        rows[found] = static_cast<std::uint32_t>(i);
        found += a[i] != b[i] ? 1 : 0;
    }
    return found;
}

}  // namespace minimasim::run
