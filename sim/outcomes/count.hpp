#pragma once

#include <cstdint>

#include "sim/outcomes/cells.hpp"
#include "sim/outcomes/poverty.hpp"
#include "sim/outcomes/tally.hpp"

namespace minimasim::outcomes {

using SchemeMask = std::uint16_t;  // one bit a scheme
static_assert(rules::scheme_count <= 16);

// What counting needs to know of a household.
struct CountedHousehold {
    CellsOfHousehold const& cells;
    std::int64_t persons = 0;
    std::int64_t children = 0;
    bool works = false;  // main source of income is work
};

// Which schemes a household is entitled to and receives.
struct Rights {
    SchemeMask entitled = 0;
    SchemeMask received = 0;
};

// Counts who is newly or no longer entitled or reached, against the baseline.
void count_changes(CountedHousehold const& household, Rights now, Rights baseline, Tally& tally);

// Counts a household by the number of schemes it receives.
void count_support(CountedHousehold const& household, SchemeMask received, Tally& tally);

// Counts by how much a household is granted more (or less) a year than in the baseline.
void count_gain(CountedHousehold const& household, std::int64_t change_cents_per_year, Tally& tally);

// Counts poverty after the cash received.
void count_poverty(CountedHousehold const& household, PovertyPosition const& position,
                   std::int32_t cash_cents_per_year, Tally& tally);

// Counts poverty after the cash received now in place of that after the cash received before.
void recount_poverty(CountedHousehold const& household, PovertyPosition const& position,
                     std::int32_t before_cents_per_year, std::int32_t now_cents_per_year, Tally& tally);

}  // namespace minimasim::outcomes
