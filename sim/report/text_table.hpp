#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace minimasim::report {

// A cell of one or more lines.
using TextCell = std::vector<std::string>;

// A table for a terminal: the first column to the left and wrapped to what is left of `width` (but at least
// to 18 columns), the others to the right and never wrapped; two spaces between columns. Widths are those of
// the letters shown.
std::string text_table(std::vector<TextCell> const& header, std::vector<std::vector<TextCell>> const& rows,
                       std::size_t width);

// Splits a text at spaces into lines of at most `width` columns; a longer word is split after its
// hyphen or has a line of its own; a number stays with its unit.
std::vector<std::string> wrapped(std::string const& text, std::size_t width);

// The text with spaces before or after it up to `width` columns.
std::string padded_left(std::string const& text, std::size_t width);
std::string padded_right(std::string const& text, std::size_t width);

}  // namespace minimasim::report
