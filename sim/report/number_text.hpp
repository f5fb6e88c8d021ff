#pragma once

#include <string>
#include <string_view>

#include "sim/report/language.hpp"

namespace minimasim::report {

// What a number is, which settles how it is rounded and written.
enum class Quantity { euro, count, share };

// An estimate and its 90 % interval; low = high = estimate when nothing is uncertain.
struct Interval {
    double estimate = 0;
    double low = 0;
    double high = 0;
};

// The step to round to. By size: euros to 100 below ten thousand, to 1,000 below a million, to 10,000 above;
// counts to 5 below 100, to 10 below 10,000, to 100 above; shares to 0.1 percentage point. Coarser when the
// interval is wide: half its width is never shown in more than two figures.
double rounding_step(Quantity quantity, Interval const& interval);

// The value rounded to a multiple of step, halves away from zero; never minus zero.
double rounded(double value, double step);

// A plain number with thousands separators: 1.234.567,9 in Dutch, 1,234,567.9 in English, true minus sign
// (U+2212).
std::string number_text(double value, int decimals, Language language);

// Whole euros as they are: "€ 480.000", "€480,000"; "−€ 12.000". No rounding beyond whole euros.
std::string exact_euro_text(double euro, Language language);

// The estimate alone, rounded by its size and interval: "€ 480.000", "1.210", "12,5 %".
std::string estimate_text(Quantity quantity, Interval const& interval, Language language);

// The same with its sign, for a change: "+120", "−€ 310.000", "0".
std::string change_text(Quantity quantity, Interval const& interval, Language language);

// The interval alone, rounded like its estimate: "€ 430.000 – € 530.000"; "−€ 410.000 tot −€ 210.000" when an
// end is below zero. `change` puts a sign before what is above zero.
std::string interval_text(Quantity quantity, Interval const& interval, Language language,
                          bool change = false);

// Columns a UTF-8 text takes on a terminal: letters with accents, €, – and − count one.
std::size_t display_width(std::string_view text);

}  // namespace minimasim::report
