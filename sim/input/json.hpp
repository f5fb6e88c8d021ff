#pragma once

#include <cstddef>
#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/error.hpp"

namespace minimasim::input {

// What a JSON text of ours may be at most; more is refused before it costs memory or time.
inline constexpr std::size_t largest_json = std::size_t{1} << 20;
inline constexpr std::size_t deepest_json = 16;
inline constexpr std::size_t most_json_entries = 200;  // of one list or object

// One value of a JSON text, with the line on which it stands. Its texts lie in the source or in its document.
struct Json {
    enum class Kind { null, boolean, number, text, list, object };
    struct Member;

    Kind kind = Kind::null;
    int line = 0;  // of a member: the line of its key
    bool boolean = false;
    double number = 0;      // finite
    std::string_view text;  // of a number: as written
    std::vector<Json> items;
    std::vector<Member> members;  // in the order written, each key once
};

struct Json::Member {
    std::string_view key;
    Json value;
};

// A JSON text that was read; it is good for as long as that text is.
struct JsonDocument {
    Json root;
    std::forward_list<std::string> decoded;  // texts that do not stand in the source as they are read
};

// Reads one JSON text, strictly: UTF-8 throughout, finite numbers, nothing after the value, within the limits
// above. Throws InputError when it is none; keys that stand twice are added to `problems` and the first one
// counts. The text's first line is line `first_line` of `origin`.
JsonDocument parse_json(std::string_view text, std::string const& origin, int first_line,
                        std::vector<Problem>& problems);

// What a value is, for messages: "the text "1.200"", "-5", "null", "a list".
std::string description(Json const& value);

}  // namespace minimasim::input
