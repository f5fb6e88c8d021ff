#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace minimasim::input {

// Where the first byte stands that is no part of a UTF-8 character; nothing when there is none.
std::optional<std::size_t> first_fault_of_utf8(std::string_view text);

// A text between quotes, fit for one line of a message: cut when long, control characters as spaces.
std::string in_quotes(std::string_view text);

// Why a text is no JSON, in a sentence: where in its line, what the parser met after `read` characters and,
// for common slips, what was meant. `fault` is the parser's own message.
std::string syntax_problem(std::string_view text, std::size_t read, std::string_view fault);

}  // namespace minimasim::input
