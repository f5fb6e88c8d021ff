#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/report/language.hpp"

namespace minimasim::report {

// "€ 1.308,45"; "−€ 12,00" below zero.
std::string euro_text(double euro, int decimals, Language language);

// A value as people read it: "€ 1.308,45 per maand", "120 %", "ja", "21 jaar". `unit` as in the data.
std::string value_text(double value, std::string_view unit, Language language);

// What a household's income is of a norm, to a tenth of a per cent.
std::string share_text(double share, Language language);

// "1 juli 2025", "1 July 2025"; a text that is no day stays as it is.
std::string day_text(std::string const& iso, Language language);

// "a, b en c".
std::string listed(std::vector<std::string> const& parts, Language language);

// A source on a few columns: its first title, or the host of its first address.
std::string short_source(std::string const& source, std::size_t width);

// How a value that was not read was found, in the words of the data, cut at a word.
std::string short_explanation(std::string const& source, std::size_t width);

// The status of a value for people; "" when it was read as it is.
char const* status_text(std::string_view status, Language language);

}  // namespace minimasim::report
