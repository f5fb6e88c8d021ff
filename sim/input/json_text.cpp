#include "sim/input/json_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstring>

namespace minimasim::input {

namespace {

constexpr std::size_t longest_quote = 40;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// The bytes of the character that begins here, 0 when none does (Unicode, table 3-7).
std::size_t bytes_of_character(std::string_view text)
{
    auto const byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    auto const follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xbf) {
        return byte(i) >= low && byte(i) <= high;
    };
    unsigned const first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xc2 && first <= 0xdf) {
        return follows(1) ? 2 : 0;
    }
    if (first >= 0xe0 && first <= 0xef) {
        unsigned const low = first == 0xe0 ? 0xa0 : 0x80;   // no longer form than needed
        unsigned const high = first == 0xed ? 0x9f : 0xbf;  // no surrogates
        return follows(1, low, high) && follows(2) ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        unsigned const low = first == 0xf0 ? 0x90 : 0x80;
        unsigned const high = first == 0xf4 ? 0x8f : 0xbf;  // to U+10FFFF
        return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

// How many bytes from here are ASCII for certain: whole words of them, for most text is nothing else.
std::size_t plain_bytes(std::string_view text)
{
    std::size_t count = 0;
    for (std::uint64_t word = 0; count + sizeof word <= text.size(); count += sizeof word) {
        std::memcpy(&word, text.data() + count, sizeof word);
        if ((word & 0x8080808080808080U) != 0) {
            break;
        }
    }
    return count;
}

// The word in which the parser stopped: to the next blank or sign of JSON on both sides.
std::string_view word_at(std::string_view text, std::size_t at)
{
    constexpr std::string_view ends = " \t\r\n,:{}[]\"";
    auto const is_end = [&](char c) { return ends.find(c) != std::string_view::npos; };
    if (at >= text.size() || is_end(text[at])) {
        return text.substr(std::min(at, text.size()), 1);
    }
    std::size_t from = at;
    while (from > 0 && !is_end(text[from - 1])) {
        --from;
    }
    std::size_t to = at;
    while (to < text.size() && !is_end(text[to])) {
        ++to;
    }
    return text.substr(from, to - from);
}

struct Slip {
    std::string_view begin;  // of the word, in lower case
    char const* hint;
};
constexpr std::array<Slip, 15> slips{{
    {"nan", "; a number must be finite"},
    {"inf", "; a number must be finite"},
    {"-inf", "; a number must be finite"},
    {"+", "; a number has no plus sign"},
    {"0", "; a number has no leading zeros"},
    {"-0", "; a number has no leading zeros"},
    {".", "; a number begins with a digit, as in 0.5"},
    {"true", "; true, false and null are written in lower case"},
    {"false", "; true, false and null are written in lower case"},
    {"none", "; what is not known is written null"},
    {"null", "; true, false and null are written in lower case"},
    {"'", "; names and texts stand between double quotes"},
    {"/", "; JSON knows no comments"},
    {"#", "; JSON knows no comments"},
    {"\xe2\x82\xac", "; write an amount as a number alone, without euro sign"},
}};

std::string hint_for(std::string_view text, std::string_view word, std::string_view fault)
{
    if (fault.find("overflow") != std::string_view::npos) {
        return "; a number must be finite";
    }
    if (word.empty()) {
        return "; the text ends too early";
    }
    auto const before = text.substr(0, static_cast<std::size_t>(word.data() - text.data()));
    auto const last = before.find_last_not_of(" \t\r\n");
    bool const follows_comma = last != std::string_view::npos && before[last] == ',';
    if (follows_comma && (word == "}" || word == "]")) {
        return "; the comma before it is one too many";
    }
    if (follows_comma && is_digit(word[0]) && last > 0 && is_digit(before[last - 1])) {
        return "; decimals follow a point and thousands have no sign, as in 1200.50";
    }
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    auto const* const slip =
        std::find_if(slips.begin(), slips.end(), [&](Slip const& s) { return lower.rfind(s.begin, 0) == 0; });
    if (slip != slips.end()) {
        return slip->hint;
    }
    if (fault.find("; expected '}'") != std::string_view::npos ||
        fault.find("; expected ']'") != std::string_view::npos) {
        return "; is a comma missing before it?";
    }
    bool const is_key = fault.find("object key") != std::string_view::npos;
    return is_key && word != "}" ? "; names of keys stand between double quotes" : "";
}

}  // namespace

std::optional<std::size_t> first_fault_of_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        i += plain_bytes(text.substr(i));
        auto const bytes = i < text.size() ? bytes_of_character(text.substr(i, 4)) : 1;
        if (bytes == 0) {
            return i;
        }
        i += bytes;
    }
    return std::nullopt;
}

std::string in_quotes(std::string_view text)
{
    std::string result = "\"";
    for (std::size_t i = 0; i < text.size();) {
        if (i >= longest_quote) {
            result += "...";
            break;
        }
        auto const bytes = std::max<std::size_t>(1, bytes_of_character(text.substr(i, 4)));
        auto const first = static_cast<unsigned char>(text[i]);
        result += first < 0x20 || first == 0x7f ? " " : text.substr(i, bytes);
        i += bytes;
    }
    return result + '"';
}

std::string syntax_problem(std::string_view text, std::size_t read, std::string_view fault)
{
    std::size_t const at = std::min(read, text.size() + 1) - (read > 0 ? 1 : 0);
    auto const line_start = text.substr(0, at).rfind('\n') + 1;  // 0 when there is none
    auto const word = word_at(text, at);
    auto said = fault.substr(std::min(fault.size(), fault.find(" - ") + 3));
    if (fault.find(" - ") == std::string_view::npos) {
        said = fault.substr(std::min(fault.size(), fault.rfind("] ") + 2));
    }
    said = said.substr(0, said.find("; last read"));
    std::string problem = "is not JSON at column " + std::to_string(at - line_start + 1) + ": ";
    problem += said;
    if (at < text.size() && word.find_first_not_of(" \t\r\n\"") != std::string_view::npos) {
        problem += " at " + in_quotes(word);
    }
    return problem + hint_for(text, word, fault);
}

}  // namespace minimasim::input
