#pragma once

#include <string_view>

namespace minimasim::run {

// What a change of a term is to the households it is about, all else equal.
enum class Direction {
    improvement,  // nobody is entitled to less
    restriction,  // nobody is entitled to more
    unclear,      // some more and some less, or not known
};

char const* to_text(Direction direction);

// What a rise of a municipal term is to households. Unclear for terms of national law, for charges, and for
// what a municipality does not decide. tests/run/term_direction_test.cpp holds every term against its rule.
Direction direction_of_rise(std::string_view scheme, std::string_view term);

// The same of a change from one value to another.
Direction direction_of_change(std::string_view scheme, std::string_view term, double from, double to);

}  // namespace minimasim::run
