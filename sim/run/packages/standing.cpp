#include "sim/run/packages/standing.hpp"

#include "sim/base/loop_rows.hpp"

namespace minimasim::run {

namespace {

[[gnu::always_inline]] inline bool settle_standings_here(std::size_t count,
                                                         std::int32_t const* __restrict eligible,
                                                         std::int32_t const* __restrict cents_per_year,
                                                         std::int32_t const* __restrict claims_from_cents,
                                                         Standing* __restrict standings)
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

[[gnu::always_inline]] inline std::size_t rows_that_differ_here(std::size_t count,
                                                                Standing const* __restrict a,
                                                                Standing const* __restrict b,
                                                                std::uint32_t* __restrict rows)
{
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        rows[found] = static_cast<std::uint32_t>(i);
        found += a[i] != b[i] ? 1 : 0;
    }
    return found;
}

// First all events of some rows, many at a time, then those that hold any are moved together.
[[gnu::always_inline]] inline std::size_t events_of_rows_here(std::size_t count,
                                                              Standing const* __restrict before,
                                                              Standing const* __restrict now,
                                                              std::uint32_t const* __restrict households,
                                                              std::uint32_t* __restrict events)
{
    constexpr std::size_t rows_at_once = 256;
    std::uint32_t all[rows_at_once];
    std::size_t found = 0;
    for (std::size_t first = 0; first < count; first += rows_at_once) {
        std::size_t const rows = count - first < rows_at_once ? count - first : rows_at_once;
        for (std::size_t i = 0; i < rows; ++i) {
            Standing const was = before[first + i];
            Standing const is = now[first + i];
            std::uint32_t const had_right = was > 0 ? newly_entitled | no_longer_entitled : 0U;
            std::uint32_t const has_right = is > 0 ? newly_entitled | no_longer_entitled : 0U;
            std::uint32_t const received = was > 1 ? newly_reached | no_longer_reached : 0U;
            std::uint32_t const receives_now = is > 1 ? newly_reached | no_longer_reached : 0U;
            std::uint32_t const gained = (has_right & ~had_right) | (receives_now & ~received);
            std::uint32_t const lost = (had_right & ~has_right) | (received & ~receives_now);
            all[i] = households[first + i] << bits_of_events | (gained & (newly_entitled | newly_reached)) |
                     (lost & (no_longer_entitled | no_longer_reached));
        }
        for (std::size_t i = 0; i < rows; ++i) {
            events[found] = all[i];
            found += (all[i] & all_events) != 0 ? 1 : 0;
        }
    }
    return found;
}

// In 32 bits, of which eight fit where four numbers of 64 do; amounts in two halves.
[[gnu::always_inline]] inline void add_sums_here(std::size_t count, Standing const* __restrict standings,
                                                 CountedColumns const& counted, StandingSums& sums)
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

[[gnu::always_inline]] inline void add_event_sums_here(std::size_t count,
                                                       std::uint8_t const* __restrict events,
                                                       std::int32_t const* __restrict persons,
                                                       std::int32_t const* __restrict children,
                                                       EventSums& sums)
{
    std::array<std::int32_t, bits_of_events> of_households{};
    std::array<std::int32_t, bits_of_events> of_persons{};
    std::array<std::int32_t, bits_of_events> of_children{};
    for (std::size_t i = 0; i < count; ++i) {
        std::int32_t const all = events[i];
        for (std::size_t bit = 0; bit < bits_of_events; ++bit) {
            std::int32_t const happens = -(all >> bit & 1);
            of_households[bit] -= happens;
            of_persons[bit] += happens & persons[i];
            of_children[bit] += happens & children[i];
        }
    }
    for (std::size_t bit = 0; bit < bits_of_events; ++bit) {
        sums.households[bit] += of_households[bit];
        sums.persons[bit] += of_persons[bit];
        sums.children[bit] += of_children[bit];
    }
}

[[gnu::always_inline]] inline std::size_t cash_of_rows_here(std::size_t count,
                                                            Standing const* __restrict before,
                                                            Standing const* __restrict now,
                                                            std::uint32_t const* __restrict households,
                                                            CashChange* __restrict changes)
{
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::int32_t const cents = cents_received(now[i]) - cents_received(before[i]);
        changes[found] = {households[i], cents};
        found += cents != 0 ? 1 : 0;
    }
    return found;
}

}  // namespace

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

bool settle_standings(std::size_t count, std::int32_t const* __restrict eligible,
                      std::int32_t const* __restrict cents_per_year,
                      std::int32_t const* __restrict claims_from_cents, Standing* __restrict standings)
{
    return run_with_best_instructions<settle_standings_here>(count, eligible, cents_per_year,
                                                             claims_from_cents, standings);
}

std::size_t rows_that_differ(std::size_t count, Standing const* __restrict a, Standing const* __restrict b,
                             std::uint32_t* __restrict rows)
{
    return run_with_best_instructions<rows_that_differ_here>(count, a, b, rows);
}

std::size_t events_of_rows(std::size_t count, Standing const* __restrict before,
                           Standing const* __restrict now, std::uint32_t const* __restrict households,
                           std::uint32_t* __restrict events)
{
    return run_with_best_instructions<events_of_rows_here>(count, before, now, households, events);
}

void add_sums(std::size_t count, Standing const* __restrict standings, CountedColumns const& counted,
              StandingSums& sums)
{
    run_with_best_instructions<add_sums_here>(count, standings, counted, sums);
}

void add_event_sums(std::size_t count, std::uint8_t const* __restrict events,
                    std::int32_t const* __restrict persons, std::int32_t const* __restrict children,
                    EventSums& sums)
{
    run_with_best_instructions<add_event_sums_here>(count, events, persons, children, sums);
}

std::size_t cash_of_rows(std::size_t count, Standing const* __restrict before, Standing const* __restrict now,
                         std::uint32_t const* __restrict households, CashChange* __restrict changes)
{
    return run_with_best_instructions<cash_of_rows_here>(count, before, now, households, changes);
}

}  // namespace minimasim::run
