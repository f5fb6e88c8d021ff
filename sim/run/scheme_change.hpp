#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/outcomes/tally.hpp"
#include "sim/run/pass.hpp"
#include "sim/run/standing.hpp"

namespace minimasim::run {

// What counting needs to know of every household of a member, side by side.
struct HouseholdFacts {
    outcomes::CellsOfHousehold cells{};
    std::int32_t persons = 0;
    std::int32_t children = 0;
    std::int32_t adults = 0;
    bool works = false;
};

std::vector<HouseholdFacts> facts_of(Member const& member, MemberColumns const& columns);

// What happens to a household in one scheme, beside the baseline: one bit each.
enum Event : std::uint32_t {
    newly_entitled = 1,
    no_longer_entitled = 2,
    newly_reached = 4,
    no_longer_reached = 8,
};
inline constexpr std::uint32_t bits_of_events = 4;
inline constexpr std::uint32_t all_events = (1U << bits_of_events) - 1;

struct CashChange {
    std::uint32_t household = 0;
    std::int32_t cents_per_year = 0;
};

// What one scheme does under some terms and claims, as a difference from the baseline: shared by every
// package that has these.
struct SchemeChange {
    struct OfCell {
        std::int64_t entitled_households = 0;
        std::int64_t recipients_households = 0;
        std::int64_t cost_cents_per_year = 0;
        std::int64_t unused = 0;  // four to a row, which are added as one
    };
    std::vector<OfCell> cells;  // the total alone, or every cell
    std::int64_t entitled_persons = 0;
    std::int64_t entitled_children = 0;
    std::int64_t recipients_persons = 0;
    std::int64_t recipients_children = 0;
    std::int64_t users = 0;
    std::vector<std::uint32_t> events;  // household, then the bits of its events
    std::vector<CashChange> cash;       // of a scheme that gives cash

    void add_to(outcomes::Tally& tally, std::size_t scheme) const;
};

// How one scheme is counted.
struct SchemeCount {
    rules::CountedIn counted_in = rules::CountedIn::households;
    bool is_cash = false;
};

// Counts the rows of a block that differ: minus what they were in the baseline, plus what they are.
// `rows` are places in the block, whose households, standings before and now are given.
void count_change(std::vector<HouseholdFacts> const& facts, SchemeCount counted, std::size_t differing,
                  std::uint32_t const* rows, std::uint32_t const* households, Standing const* before,
                  Standing const* now, SchemeChange& change);

}  // namespace minimasim::run
