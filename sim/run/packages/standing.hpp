#pragma once

#include <array>
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
std::size_t rows_that_differ(std::size_t count, Standing const* a, Standing const* b, std::uint32_t* rows);

// What happens to a household in one scheme, beside the baseline: one bit each.
enum Event : std::uint32_t {
    newly_entitled = 1,
    no_longer_entitled = 2,
    newly_reached = 4,
    no_longer_reached = 8,
};
inline constexpr std::uint32_t bits_of_events = 4;
inline constexpr std::uint32_t all_events = (1U << bits_of_events) - 1;

// Writes the rows to whose household something happens, whatever the amounts: the household, then the bits of
// its events. Returns how many; `events` has room for `count`.
std::size_t events_of_rows(std::size_t count, Standing const* before, Standing const* now,
                           std::uint32_t const* households, std::uint32_t* events);

struct CashChange {
    std::uint32_t household = 0;
    std::int32_t cents_per_year = 0;
};

// Likewise the households that receive another amount.
std::size_t cash_of_rows(std::size_t count, Standing const* before, Standing const* now,
                         std::uint32_t const* households, CashChange* changes);

// What counting needs of the household of each row.
struct CountedColumns {
    std::int32_t const* persons = nullptr;
    std::int32_t const* children = nullptr;
    std::int32_t const* users = nullptr;
};

// Totals over rows.
struct StandingSums {
    std::int64_t entitled_households = 0;
    std::int64_t entitled_persons = 0;
    std::int64_t entitled_children = 0;
    std::int64_t recipients_households = 0;
    std::int64_t recipients_persons = 0;
    std::int64_t recipients_children = 0;
    std::int64_t users = 0;
    std::int64_t cost_cents_per_year = 0;

    StandingSums& operator-=(StandingSums const& other);
};

// Adds the rows of a block, of which there are at most `rows_summed_at_once`, with at most 32,767 persons
// each.
inline constexpr std::size_t rows_summed_at_once = 1 << 15;
void add_sums(std::size_t count, Standing const* standings, CountedColumns const& counted,
              StandingSums& sums);

// Households to whom each event happens, by the place of its bit, and the persons and children in these.
struct EventSums {
    std::array<std::int64_t, bits_of_events> households{};
    std::array<std::int64_t, bits_of_events> persons{};
    std::array<std::int64_t, bits_of_events> children{};
};

// Adds the events of households, of which there are at most `rows_summed_at_once`, likewise.
void add_event_sums(std::size_t count, std::uint8_t const* events, std::int32_t const* persons,
                    std::int32_t const* children, EventSums& sums);

}  // namespace minimasim::run
