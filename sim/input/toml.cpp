#include "sim/input/toml.hpp"

#include <fstream>
#include <sstream>
#include <string_view>

#include "sim/base/error.hpp"

namespace minimasim::input {

namespace {

constexpr std::size_t largest_file = 1 << 20;
constexpr int deepest_nesting = 32;
constexpr int most_dots_in_a_line = 200;

bool is_one_of(char c, std::string_view characters)
{
    return characters.find(c) != std::string_view::npos;
}

// What stands outside texts and comments must be plain: toml++ 3.3 recurses for every bracket and for every
// dot of a key (a file of either alone would exhaust the stack), and meets undefined behaviour in letters
// beyond ASCII there, and after a backslash within quotes. What begins like a number it reads up to the next
// blank, quotes included.
void refuse_what_toml_cannot_take(std::string const& text, std::string const& name)
{
    int depth = 0;
    int dots = 0;
    int line = 1;
    bool is_comment = false;
    bool is_number = false;
    bool has_own_dot = false;  // of the number we are in: the first is no key's
    std::string_view open;     // the quotes of the text we are in, or none
    std::string_view const all = text;
    std::size_t const byte_order_mark = all.substr(0, 3) == "\xef\xbb\xbf" ? 3 : 0;
    for (std::size_t i = byte_order_mark; i < all.size(); ++i) {
        char const c = all[i];
        if (c == '\n') {
            ++line;
            dots = 0;
            is_comment = false;
            is_number = false;
            open = open.size() == 1 ? std::string_view{} : open;  // only texts in three quotes go on
        } else if (is_comment) {
            continue;
        } else if (!open.empty()) {
            if (c == '\\' && open[0] == '"' && i + 1 < all.size()) {
                auto const next = all.find_first_not_of(" \t\r\n", i + 1);
                if (next != std::string_view::npos && static_cast<unsigned char>(all[next]) >= 0x80) {
                    throw InputError(name, line,
                                     "is not TOML here: a backslash stands before a letter beyond a-z");
                }
                i += all[i + 1] != '\n' ? 1 : 0;  // an escaped quote does not end a text
            } else if (all.substr(i, open.size()) == open) {
                i += open.size() - 1;
                for (int more = 0; open.size() == 3 && more < 2 && all.substr(i + 1, 1) == open.substr(0, 1);
                     ++more) {
                    ++i;  // up to two quotes more belong to the text
                }
                open = {};
            }
        } else if (c == '"' || c == '\'') {
            if (is_number) {
                throw InputError(name, line, "is not TOML: a quote stands within a number");
            }
            open = all.substr(i, 3) == std::string(3, c) ? all.substr(i, 3) : all.substr(i, 1);
            i += open.size() - 1;
        } else if (c == '#') {
            is_comment = true;
        } else {
            bool const begins_number =
                is_one_of(c, "0123456789+-") && i > 0 && is_one_of(all[i - 1], "=[, \t");
            is_number = (is_number || begins_number) && !is_one_of(c, " \t\r,]}");
            bool const is_own_dot = is_number && c == '.' && has_own_dot;
            has_own_dot = is_number && (begins_number || (has_own_dot && c != '.'));
            depth += (c == '[' || c == '{') ? 1 : (c == ']' || c == '}') ? -1 : 0;
            dots += c == '.' && !is_own_dot ? 1 : 0;
            if (static_cast<unsigned char>(c) >= 0x80) {
                throw InputError(name, line, "is not TOML: a letter beyond a-z stands outside quotes");
            }
        }
        if (depth > deepest_nesting || dots > most_dots_in_a_line) {
            throw InputError(name, line,
                             "is nested deeper than a scenario needs (two brackets, a few dots; break a long "
                             "list over lines)");
        }
    }
}

}  // namespace

void toml_fault(char const* condition)
{
    throw std::logic_error(std::string("malformed (") + condition + ")");
}

toml::table parse_toml(std::string const& text, std::string const& name)
{
    refuse_what_toml_cannot_take(text, name);
    try {
        return toml::parse(text, name);
    } catch (toml::parse_error const& fault) {
        throw InputError(name, static_cast<int>(fault.source().begin.line),
                         "is not TOML: " + std::string(fault.description()));
    } catch (std::logic_error const& fault) {
        throw InputError(name, 0, std::string("is not TOML: ") + fault.what());
    }
}

toml::table read_toml(std::filesystem::path const& file, std::string& text, MeantFile meant)
{
    std::error_code fault;
    if (!std::filesystem::is_regular_file(file, fault)) {
        throw InputError(file.string(), 0,
                         std::string("cannot be opened; ") + meant.name + " (TOML) was meant");
    }
    if (std::filesystem::file_size(file, fault) > largest_file) {
        throw InputError(file.string(), 0, std::string("is larger than 1 MB; ") + meant.length);
    }
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream) {
        throw InputError(file.string(), 0, "cannot be read");
    }
    text = content.str();
    return parse_toml(text, file.string());
}

}  // namespace minimasim::input
