#include "sim/input/household_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/input/json_text.hpp"

namespace minimasim::input {

namespace {

std::string plain(double value)
{
    std::array<char, 400> text{};
    auto const end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
    return {text.data(), end};
}

bool is_in_euro(Range const& range)
{
    return std::string_view(range.unit).rfind("euro", 0) == 0;
}

std::string no_number(Json const& json, Range const& range)
{
    std::string const meant = json.kind == Json::Kind::text ? number_meant(json.text) : "";
    std::string what =
        "is " + description(json) + "; " + range.meant + " is a number without quotes or signs";
    if (!meant.empty()) {
        what += ": " + meant;
    } else if (json.kind == Json::Kind::null) {
        what += "; leave the key out for its default";
    }
    return what;
}

std::string take_choice(Json const& json, std::span<std::string_view const> words, std::size_t& to)
{
    if (json.kind == Json::Kind::text) {
        auto const found = std::find(words.begin(), words.end(), json.text);
        if (found != words.end()) {
            to = static_cast<std::size_t>(found - words.begin());
            return "";
        }
    }
    std::vector<std::string> const known(words.begin(), words.end());
    std::string all;
    for (auto const& word : known) {
        all += (all.empty() ? "\"" : word == known.back() ? " or \"" : ", \"") + word + '"';
    }
    std::string const hint = json.text.size() < 40 ? did_you_mean(std::string(json.text), known) : "";
    return "is " + description(json) + "; " + all + " was meant" + hint;
}

template <typename Enum>
std::string take_enum(Json const& json, Enum& to)
{
    auto chosen = static_cast<std::size_t>(to);
    auto fault = take_choice(json, words_of(to), chosen);
    to = static_cast<Enum>(chosen);
    return fault;
}

}  // namespace

std::string take(Json const& json, Range const& range, double& to)
{
    if (json.kind != Json::Kind::number) {
        return no_number(json, range);
    }
    auto const value = [&] { return "is " + description(json) + "; " + range.meant; };
    if (json.number < 0) {
        return value() + " cannot be negative; write 0, or the amount without its sign";
    }
    if (json.number < range.low || json.number > range.high) {
        return value() + " runs from " + plain(range.low) + " to " + plain(range.high) +
               (is_in_euro(range) ? "; were cents written?" : "");
    }
    to = json.number;
    return "";
}

std::string take(Json const& json, Range const& range, int& to)
{
    double number = 0;
    if (auto fault = take(json, range, number); !fault.empty()) {
        return fault;
    }
    if (number != std::floor(number)) {
        return "is " + description(json) + "; " + range.meant + " is a whole number";
    }
    to = static_cast<int>(number);
    return "";
}

std::string take(Json const& json, Range const& range, std::optional<int>& to)
{
    int number = 0;
    auto fault = json.kind == Json::Kind::null ? "" : take(json, range, number);
    if (fault.empty() && json.kind != Json::Kind::null) {
        to = number;
    }
    return fault;
}

std::string take(Json const& json, Range const&, bool& to)
{
    if (json.kind != Json::Kind::boolean) {
        return "is " + description(json) + "; true or false, without quotes, was meant";
    }
    to = json.boolean;
    return "";
}

std::string take(Json const& json, Range const& range, std::optional<bool>& to)
{
    bool flag = false;
    auto fault = json.kind == Json::Kind::null ? "" : take(json, range, flag);
    if (fault.empty() && json.kind != Json::Kind::null) {
        to = flag;
    }
    return fault;
}

std::string take(Json const& json, Range const&, std::string& to)
{
    if (json.kind != Json::Kind::text) {
        return "is " + description(json) + "; a text between quotes was meant";
    }
    to = json.text;
    return "";
}

std::string take(Json const& json, Range const&, Date& to)
{
    auto const day = json.kind == Json::Kind::text ? parse_date(json.text) : std::nullopt;
    if (!day) {
        return "is " + description(json) + "; an existing day, written as \"2024-07-01\", was meant";
    }
    to = *day;
    return "";
}

std::string take(Json const& json, Range const&, Tenure& to)
{
    return take_enum(json, to);
}

std::string take(Json const& json, Range const&, ChildcareType& to)
{
    return take_enum(json, to);
}

std::string take(Json const& json, Range const&, EarningsExemption& to)
{
    return take_enum(json, to);
}

// The last sign among points and commas parts off the decimals, unless three digits follow it.
std::string number_meant(std::string_view text)
{
    std::string digits;
    std::size_t decimals_from = std::string::npos;
    bool is_percentage = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if ((c == '.' || c == ',') && !digits.empty()) {
            auto const rest = text.substr(i + 1);
            auto const end = std::min(rest.find_first_not_of("0123456789"), rest.size());
            bool const is_last = rest.find_first_of(".,") == std::string_view::npos;
            decimals_from = is_last && end != 3 ? digits.size() : std::string::npos;
        } else if (c == '%') {
            is_percentage = true;
        } else if (c == '-' && digits.empty()) {
            return "";
        }
    }
    if (digits.empty() || digits.size() > 12) {
        return "";
    }
    if (decimals_from < digits.size()) {
        digits.insert(decimals_from, ".");
    }
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return is_percentage ? plain(std::round(value * 1e6) / 1e8) : plain(value);
}

}  // namespace minimasim::input
