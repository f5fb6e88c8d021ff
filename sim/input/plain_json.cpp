#include "sim/input/plain_json.hpp"

#include <algorithm>
#include <charconv>

namespace minimasim::input {

namespace {

constexpr std::size_t most_figures = 15;  // of which a double holds every number

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// Each function reads one thing and says whether it was there, plainly written.
class Parser {
  public:
    Parser(std::string_view text, int first_line)
        : at_(text.data()), end_(text.data() + text.size()), line_(first_line)
    {
    }

    bool whole(Json& root)
    {
        if (!value(root, 0)) {
            return false;
        }
        skip_blanks();
        return at_ == end_;
    }

  private:
    void skip_blanks()
    {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) {
            line_ += *at_ == '\n' ? 1 : 0;
            ++at_;
        }
    }

    // The sign c, if it comes next.
    bool sign(char c)
    {
        skip_blanks();
        bool const is_there = at_ != end_ && *at_ == c;
        at_ += is_there ? 1 : 0;
        return is_there;
    }

    bool value(Json& to, std::size_t depth)
    {
        skip_blanks();
        to.line = line_;
        if (at_ == end_) {
            return false;
        }
        switch (*at_) {
            case '{':
                return object(to, depth + 1);
            case '[':
                return list(to, depth + 1);
            case '"':
                to.kind = Json::Kind::text;
                return text(to.text);
            case 't':
                to.boolean = true;
                return word("true", Json::Kind::boolean, to);
            case 'f':
                return word("false", Json::Kind::boolean, to);
            case 'n':
                return word("null", Json::Kind::null, to);
            default:
                return number(to);
        }
    }

    bool word(std::string_view meant, Json::Kind kind, Json& to)
    {
        to.kind = kind;
        bool const is_there = std::string_view(at_, end_).starts_with(meant);
        at_ += is_there ? meant.size() : 0;
        return is_there;
    }

    bool text(std::string_view& to)
    {
        char const* const begin = ++at_;
        while (at_ != end_ && *at_ != '"' && *at_ != '\\' && static_cast<unsigned char>(*at_) >= 0x20) {
            ++at_;
        }
        to = {begin, at_};
        return at_ != end_ && *at_++ == '"';
    }

    std::size_t figures()
    {
        char const* const begin = at_;
        while (at_ != end_ && is_digit(*at_)) {
            ++at_;
        }
        return static_cast<std::size_t>(at_ - begin);
    }

    bool number(Json& to)
    {
        char const* const begin = at_;
        at_ += *at_ == '-' ? 1 : 0;
        bool const begins_with_zero = at_ != end_ && *at_ == '0';
        std::size_t const whole = figures();
        if (whole == 0 || (begins_with_zero && whole > 1)) {
            return false;
        }
        std::size_t decimals = 0;
        if (at_ != end_ && *at_ == '.') {
            ++at_;
            decimals = figures();
            if (decimals == 0) {
                return false;
            }
        }
        if (whole + decimals > most_figures || (at_ != end_ && (*at_ == 'e' || *at_ == 'E'))) {
            return false;
        }
        to.kind = Json::Kind::number;
        to.text = {begin, at_};
        std::from_chars(begin, at_, to.number);
        return to.number != 0 || *begin != '-';
    }

    bool list(Json& to, std::size_t depth)
    {
        ++at_;
        to.kind = Json::Kind::list;
        if (depth > deepest_json) {
            return false;
        }
        if (sign(']')) {
            return true;
        }
        to.items.reserve(4);
        do {
            if (to.items.size() == most_json_entries || !value(to.items.emplace_back(), depth)) {
                return false;
            }
        } while (sign(','));
        return sign(']');
    }

    bool object(Json& to, std::size_t depth)
    {
        ++at_;
        to.kind = Json::Kind::object;
        if (depth > deepest_json) {
            return false;
        }
        if (sign('}')) {
            return true;
        }
        to.members.reserve(depth == 1 ? 24 : 8);  // the household, and what it holds
        do {
            if (to.members.size() == most_json_entries || !member(to.members, depth)) {
                return false;
            }
        } while (sign(','));
        return sign('}');
    }

    bool member(std::vector<Json::Member>& members, std::size_t depth)
    {
        std::string_view key;
        skip_blanks();
        int const line = line_;
        if (at_ == end_ || *at_ != '"' || !text(key) || !sign(':') ||
            std::any_of(members.begin(), members.end(), [&](auto const& m) { return m.key == key; })) {
            return false;
        }
        auto& added = members.emplace_back();
        added.key = key;
        bool const is_read = value(added.value, depth);
        added.value.line = line;
        return is_read;
    }

    char const* at_;
    char const* end_;
    int line_;
};

}  // namespace

std::optional<Json> parse_plain_json(std::string_view text, int first_line)
{
    std::optional<Json> root(std::in_place);
    return Parser(text, first_line).whole(*root) ? std::move(root) : std::nullopt;
}

}  // namespace minimasim::input
