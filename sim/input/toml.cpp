#include "sim/input/toml.hpp"

#include <fstream>
#include <sstream>

#include "sim/base/error.hpp"

namespace minimasim::input {

namespace {

constexpr std::size_t largest_file = 1 << 20;
constexpr int deepest_nesting = 32;
constexpr int most_dots_in_a_line = 200;

// toml++ recurses for every bracket and for every dot of a key; a file of either alone would exhaust the
// stack. What stands between quotes or after # does not count.
void refuse_deep_nesting(std::string const& text, std::string const& name)
{
    int depth = 0;
    int dots = 0;
    int line = 1;
    char quote = 0;
    bool is_comment = false;
    for (char const c : text) {
        if (c == '\n') {
            ++line;
            dots = 0;
            is_comment = false;
            quote = 0;
        } else if (is_comment) {
            continue;
        } else if (quote != 0) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '#') {
            is_comment = true;
        } else {
            depth += (c == '[' || c == '{') ? 1 : (c == ']' || c == '}') ? -1 : 0;
            dots += c == '.' ? 1 : 0;
        }
        if (depth > deepest_nesting || dots > most_dots_in_a_line) {
            throw InputError(name, line, "is nested deeper than a scenario needs (two brackets, a few dots)");
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
    refuse_deep_nesting(text, name);
    try {
        return toml::parse(text, name);
    } catch (toml::parse_error const& fault) {
        throw InputError(name, static_cast<int>(fault.source().begin.line),
                         "is not TOML: " + std::string(fault.description()));
    } catch (std::logic_error const& fault) {
        throw InputError(name, 0, std::string("is not TOML: ") + fault.what());
    }
}

toml::table read_toml(std::filesystem::path const& file, std::string& text)
{
    std::error_code fault;
    if (!std::filesystem::is_regular_file(file, fault)) {
        throw InputError(file.string(), 0, "cannot be opened; a scenario file (TOML) was meant");
    }
    if (std::filesystem::file_size(file, fault) > largest_file) {
        throw InputError(file.string(), 0, "is larger than 1 MB; a scenario is a page of text");
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
