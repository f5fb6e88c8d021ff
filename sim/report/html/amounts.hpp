#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/report/html/element.hpp"
#include "sim/report/html/view.hpp"
#include "sim/report/number_text.hpp"
#include "sim/report/pictures/interval_rows.hpp"
#include "sim/report/small_counts.hpp"

// Figures as a report writes them: rounded with their interval, and counts below ten never as they are.
namespace minimasim::report::html {

Quantity quantity_of(std::string_view unit);

// Whether a count is too small to publish: above nothing and below ten.
bool is_small(Quantity quantity, Interval const& interval);

// Whether both ends round to the same.
bool is_certain(Quantity quantity, Interval const& interval);

// One end of an interval, or the estimate, rounded as the estimate is; without a sign where `absolute`.
std::string rounded_text(Quantity quantity, Interval const& interval, double value, Language language,
                         bool absolute = false);

// The estimate: "€ 480.000", "1.210", "< 10".
std::string level_text(View const& view, Quantity quantity, Interval const& interval);

// A difference: "+120", "−€ 310.000", "0", "bijna gelijk".
std::string difference_text(View const& view, Quantity quantity, Interval const& interval);

// The estimate and its interval, for a cell of a table; a dash where there is no figure.
Html level_cell(View const& view, outcomes::Figure const* figure);
Html difference_cell(View const& view, outcomes::Figure const* figure);

// The same of an interval.
Html level_cell(View const& view, Quantity quantity, Interval const& interval);
Html difference_cell(View const& view, Quantity quantity, Interval const& interval);

// The interval alone, without the sign of the currency: "47.000 – 197.000"; "" where both ends are the same
// or the count may not be published.
std::string range_label(View const& view, Quantity quantity, Interval const& interval, bool is_change);

// Sums of figures have no interval of their own.
double sum_of(std::vector<outcomes::Figure const*> const& figures);

// An interval for a picture: no number where a count may not be published, with the note that goes with it.
Interval for_picture(Quantity quantity, Interval const& interval);
std::string note_for_picture(View const& view, Quantity quantity, Interval const& interval);

// A row of a picture with an interval, so that a count that may not be published shows its note.
pictures::IntervalRow picture_row(View const& view, std::string const& name, Quantity quantity,
                                  Interval const& interval);

}  // namespace minimasim::report::html
