#pragma once

#include "sim/base/date.hpp"
#include "sim/input/term_table.hpp"
#include "sim/rules/law.hpp"

namespace minimasim::run {

// The days between which the law of data/law is known.
inline constexpr Date law_known_from{2023, 1, 1};
inline constexpr Date law_known_until{2026, 6, 30};

// The law on a date. Throws InputError with every term that is missing, in another unit than the rule uses,
// or out of its range, and when the date is outside the days above. A later date is read on request, with the
// last known values: a forecast moves them along its index path.
rules::Law read_law(input::TermTable const& table, Date date, bool allow_later = false);

}  // namespace minimasim::run
