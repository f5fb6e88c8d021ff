#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/report/pictures/looks.hpp"

namespace minimasim::report::pictures {

// What of a text can be shown in one line: whole UTF-8 characters that XML allows, line breaks and tabs as
// spaces, without marks that turn the direction of what follows; € and % stay with their figure.
std::string printable(std::string_view text);

// About how wide a printable text is: the widths of DejaVu Sans, wider than nearly all fonts of a page.
double width_of(std::string_view text, TextLook const& look);

// The text, or as much of its beginning as fits with an ellipsis.
std::string shortened(std::string_view text, double room, TextLook const& look);

// The text in lines that fit, broken at spaces where there are; the last of `most` ends in an ellipsis when
// there is more. One empty line of an empty text.
std::vector<std::string> lines_of(std::string_view text, double room, TextLook const& look, std::size_t most);

}  // namespace minimasim::report::pictures
