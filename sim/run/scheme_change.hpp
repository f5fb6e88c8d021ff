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
    StandingSums total;
    std::vector<OfCell> cells;          // every cell but the total; empty when that alone is counted
    std::vector<std::uint32_t> events;  // household, then the bits of its events
    std::vector<CashChange> cash;       // of a scheme that gives cash

    void add_to(outcomes::Tally& tally, std::size_t scheme) const;
};

// Rows of a block, and the households and standings of the block.
struct RowsOfBlock {
    std::size_t count = 0;
    std::uint32_t const* rows = nullptr;
    std::uint32_t const* households = nullptr;
    Standing const* before = nullptr;
    Standing const* now = nullptr;
};

// Adds rows that differ to the cells of their households: minus what was, plus what is.
void add_to_cells(std::vector<HouseholdFacts> const& facts, RowsOfBlock const& differing,
                  std::vector<SchemeChange::OfCell>& cells);

// Adds the events of rows that differ in rights.
void add_events(RowsOfBlock const& differing, std::vector<std::uint32_t>& events);

// Adds the change in cash of rows that differ.
void add_cash(RowsOfBlock const& differing, std::vector<CashChange>& cash);

}  // namespace minimasim::run
