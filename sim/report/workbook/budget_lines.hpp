#pragma once

#include <string>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/report/figure_lookup.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// Amounts of one line of one package, euro a year, to the cent.
struct LineAmounts {
    Interval cost;
    Interval difference;  // from the baseline
};

// The lines of a budget, in their order: those of the results, or, where nobody says where they stand, every
// scheme and measure that costs something.
std::vector<outcomes::BudgetLine> lines_of_budget(outcomes::Results const& results);

// What a line costs under a package; nothing where the results do not have it.
LineAmounts amounts_of(FigureLookup const& figures, std::string const& package, std::string const& scheme);

// The years of the budget, the first one that of the law date. Where the results have no index path, prices
// stay as they are.
std::vector<outcomes::BudgetYear> years_of_budget(outcomes::Results const& results);

// Whether a line is structural or incidental, and who pays it, in the words of the reader.
char const* duration_word(std::string const& duration, Language language);
std::string payer_word(std::string const& payer, Language language);

}  // namespace minimasim::report
