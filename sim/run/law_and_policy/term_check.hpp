#pragma once

#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/term_table.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::run {

// One term with what a package may do to it.
struct TermRange {
    std::string scheme;
    std::string term;
    rules::Unit unit = rules::Unit::count;
    double lowest = 0;
    double highest = 0;
};

// A number as people write it, without trailing zeros.
std::string short_number(double value);

// Why a value cannot be given to a share, a switch or an amount, and what was probably meant.
std::string out_of_range(TermRange const& range, double value);

// Checks a value of the data against the term it is for: unit, range, and that a switch is 0 or 1.
void check_value(input::TermValue const& value, TermRange const& range, std::vector<Problem>& problems);

}  // namespace minimasim::run
