#pragma once

#include <array>
#include <string>
#include <vector>

#include "sim/outcomes/intervals.hpp"
#include "sim/outcomes/results.hpp"
#include "sim/outcomes/tally.hpp"

namespace minimasim::outcomes {

// What the figures are made of: exact totals per package and replicate, and the budgets that are carried as
// printed.
struct Totals {
    std::vector<std::string> packages;                 // ids, the baseline first
    std::vector<std::vector<Tally>> by_replicate;      // [replicate][package]
    std::vector<std::string> measures;                 // keys of budget lines without a mechanism
    std::vector<std::vector<double>> measure_budgets;  // [package][measure], euro a year
    // Unit of the users of each scheme: its own, unless published users are read otherwise.
    std::array<rules::CountedIn, rules::scheme_count> counted_in = rules::units_of_schemes();
    std::uint32_t members = 0;                 // of the ensemble: replicate r is of member r mod members
    std::vector<std::uint16_t> given_take_up;  // [package], one bit a scheme whose take-up the package sets
};

// The table of every reported figure: totals and breakdowns per scheme and package, with intervals of levels
// and of differences from the baseline, paired within replicates. Cells that are zero in every package are
// left out.
std::vector<Figure> make_figures(Totals const& totals, Cells const& cells, int threads = 1);

// The headline outcomes per replicate: cost in total and per scheme, recipients, newly entitled, reached,
// poverty.
ReplicateTable make_replicate_table(Totals const& totals);

}  // namespace minimasim::outcomes
