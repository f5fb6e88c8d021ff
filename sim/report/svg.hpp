#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minimasim::report::svg {

// A text for XML: & < > " escaped, characters XML does not allow left out.
std::string escaped(std::string_view text);

// A coordinate with at most two decimals.
std::string number(double value);

std::string line(double x1, double y1, double x2, double y2, std::string_view style);
std::string circle(double x, double y, double radius, std::string_view style);

// A square on its point, `radius` from the middle to a corner.
std::string diamond(double x, double y, double radius, std::string_view style);

// `anchor`: start, middle or end.
std::string text(double x, double y, std::string_view content, std::string_view anchor,
                 std::string_view style);

// Round values (1, 2, 2.5 or 5 times a power of ten apart) that cover low to high with at most `most` steps;
// low < high.
std::vector<double> axis_ticks(double low, double high, int most);

}  // namespace minimasim::report::svg
