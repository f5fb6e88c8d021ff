#include "sim/run/standing.hpp"

#include "sim/base/loop_rows.hpp"

namespace minimasim::run {

StandingSums& StandingSums::operator-=(StandingSums const& other)
{
    entitled_households -= other.entitled_households;
    entitled_persons -= other.entitled_persons;
    entitled_children -= other.entitled_children;
    recipients_households -= other.recipients_households;
    recipients_persons -= other.recipients_persons;
    recipients_children -= other.recipients_children;
    users -= other.users;
    cost_cents_per_year -= other.cost_cents_per_year;
    return *this;
}

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
std::size_t rows_that_differ(std::size_t count, Standing const* __restrict a, Standing const* __restrict b,
                             std::uint32_t* __restrict rows)
{
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        rows[found] = static_cast<std::uint32_t>(i);
        found += a[i] != b[i] ? 1 : 0;
    }
    return found;
}

MINIMASIM_INSTRUCTION_SETS
std::size_t rows_that_differ_in_rights(std::size_t count, Standing const* __restrict a,
                                       Standing const* __restrict b, std::uint32_t* __restrict rows)
{
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        rows[found] = static_cast<std::uint32_t>(i);
        found += (a[i] > 0) != (b[i] > 0) || (a[i] > 1) != (b[i] > 1) ? 1 : 0;
    }
    return found;
}

// In 32 bits, of which eight fit where four numbers of 64 do; amounts in two halves.
MINIMASIM_INSTRUCTION_SETS
void add_sums(std::size_t count, Standing const* __restrict standings, CountedColumns const& counted,
              StandingSums& sums)
{
    constexpr int half_bits = 16;
    constexpr std::int32_t half_mask = (1 << half_bits) - 1;
    auto const* __restrict const persons = counted.persons;
    auto const* __restrict const children = counted.children;
    auto const* __restrict const users = counted.users;
    std::int32_t entitled = 0;
    std::int32_t entitled_persons = 0;
    std::int32_t entitled_children = 0;
    std::int32_t recipients = 0;
    std::int32_t recipients_persons = 0;
    std::int32_t recipients_children = 0;
    std::int32_t recipients_users = 0;
    std::int32_t low_half = 0;
    std::int32_t high_half = 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::int32_t const has_right = standings[i] > 0 ? -1 : 0;
        std::int32_t const receives_some = standings[i] > 1 ? -1 : 0;
        std::int32_t const cents = receives_some & (standings[i] - 1);
        entitled -= has_right;
        entitled_persons += has_right & persons[i];
        entitled_children += has_right & children[i];
        recipients -= receives_some;
        recipients_persons += receives_some & persons[i];
        recipients_children += receives_some & children[i];
        recipients_users += receives_some & users[i];
        low_half += cents & half_mask;
        high_half += cents >> half_bits;
    }
    sums.entitled_households += entitled;
    sums.entitled_persons += entitled_persons;
    sums.entitled_children += entitled_children;
    sums.recipients_households += recipients;
    sums.recipients_persons += recipients_persons;
    sums.recipients_children += recipients_children;
    sums.users += recipients_users;
    sums.cost_cents_per_year += (std::int64_t{high_half} << half_bits) + low_half;
}

}  // namespace minimasim::run
