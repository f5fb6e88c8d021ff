#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/outcomes/tally.hpp"
#include "sim/run/packages/pass.hpp"
#include "sim/run/packages/standing.hpp"

namespace minimasim::run {

// Persons and children of every household, as counted most often.
struct HouseholdSizes {
    std::vector<std::int32_t> persons;
    std::vector<std::int32_t> children;
};

HouseholdSizes sizes_of(Member const& member, MemberColumns const& columns);

// What one scheme does under some terms and claims, as a difference from the baseline: shared by every
// package that has these.
struct SchemeChange {
    struct OfCell {
        std::int64_t rights = 0;  // entitled and recipients in one number
        std::int64_t cost_cents_per_year = 0;
    };
    StandingSums total;
    std::vector<OfCell> cells;          // every cell but the total; empty when that alone is counted
    std::vector<std::uint32_t> events;  // household, then the bits of its events
    std::vector<CashChange> cash;       // of a scheme that gives cash
    std::vector<CashChange> in_kind;    // of another, where cells are counted

    // Empties it for as many cells, and keeps its memory.
    void clear(std::size_t cell_count);

    void add_to(outcomes::Tally& tally, std::size_t scheme) const;
};

// Adds rows that differ to the cells of their households: minus what was, plus what is.
void add_to_cells(std::size_t count, std::uint32_t const* rows, std::uint32_t const* households,
                  Standing const* before, Standing const* now,
                  std::vector<outcomes::CellsOfHousehold> const& cells_of_households,
                  std::vector<SchemeChange::OfCell>& cells);

}  // namespace minimasim::run
