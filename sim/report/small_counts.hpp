#pragma once

#include <string>

#include "sim/outcomes/results.hpp"

// Counts of a few households or persons say more than a model of a sample of worlds can know, and tempt to
// look for the people behind them, who do not exist. Published tables leave them out; results.h5 keeps them.
namespace minimasim::report {

// Below this many households, persons or children of a breakdown, and above none, a count is left out.
inline constexpr double smallest_published_count = 10;

// What of a figure is left out of a published table.
enum class LeftOut { nothing, difference, all };

// Totals of the municipality are always shown. A difference is left out too where it would give a small count
// away.
LeftOut left_out_of(outcomes::Figure const& figure);

// "single parent 12, one person 3" with small counts as "fewer than 10".
std::string without_small_counts(std::string const& losers);

}  // namespace minimasim::report
