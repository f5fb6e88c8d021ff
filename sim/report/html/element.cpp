#include "sim/report/html/element.hpp"

#include <cassert>
#include <utility>

namespace minimasim::report::html {

namespace {

constexpr char32_t no_character = 0xFFFFFFFF;
constexpr std::string_view replacement = "\uFFFD";
constexpr std::size_t longest_word = 60;

// The character of UTF-8 at this place and its length in bytes; no_character and 1 where there is none.
std::pair<char32_t, std::size_t> character_at(std::string_view text, std::size_t place)
{
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[place + i]); };
    auto const first = byte(0);
    if (first < 0x80) {
        return {first, 1};
    }
    std::size_t const length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || place + length > text.size()) {
        return {no_character, 1};
    }
    char32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return {no_character, 1};
        }
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    bool const is_too_long = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    bool const is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    return is_too_long || is_surrogate || code > 0x10FFFF ? std::pair{no_character, std::size_t{1}}
                                                          : std::pair{code, length};
}

bool is_left_out(char32_t code)
{
    bool const is_control = (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0);
    bool const turns_direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    bool const is_no_character =
        (code & 0xFFFEU) == 0xFFFEU || (code >= 0xFDD0 && code <= 0xFDEF) || code == 0xFEFF;
    return is_control || turns_direction || is_no_character;
}

std::string_view reference_of(char32_t code)
{
    switch (code) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

[[maybe_unused]] bool is_allowed(std::string_view attribute)
{
    return attribute != "style" && attribute.substr(0, 2) != "on" &&
           attribute.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
}

std::string opening(std::string_view name, Attributes const& attributes)
{
    std::string tag = "<" + std::string(name);
    for (auto const& attribute : attributes) {
        assert(is_allowed(attribute.name));
        tag += " " + std::string(attribute.name) + "=\"" + escaped(attribute.value) + "\"";
    }
    return tag;
}

}  // namespace

std::string escaped(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t place = 0; place < text.size();) {
        auto const [code, length] = character_at(text, place);
        if (code == no_character) {
            result += replacement;
        } else if (auto const reference = reference_of(code); !reference.empty()) {
            result += reference;
        } else if (!is_left_out(code)) {
            result += text.substr(place, length);
        }
        place += length;
    }
    return result;
}

namespace {

// A currency sign and its amount, a number and its per cent sign stay on one line.
std::string unbroken(std::string text)
{
    for (auto place = text.find(' '); place != std::string::npos; place = text.find(' ', place + 1)) {
        auto const before = std::string_view(text).substr(0, place);
        auto const after = std::string_view(text).substr(place + 1);
        bool const is_figure_after = !after.empty() && after[0] >= '0' && after[0] <= '9';
        bool const is_figure_before = !before.empty() && before.back() >= '0' && before.back() <= '9';
        bool const is_amount =
            before.size() >= 3 && before.substr(before.size() - 3) == "€" && is_figure_after;
        bool const is_share = is_figure_before && !after.empty() && after[0] == '%';
        if (is_amount || is_share) {
            text.replace(place, 1, "\u00A0");
        }
    }
    return text;
}

}  // namespace

Html::Html(std::string_view text) : markup_(unbroken(escaped(text))) {}

Html Html::markup(std::string markup)
{
    Html html;
    html.markup_ = std::move(markup);
    return html;
}

Html& Html::operator+=(Html const& next)
{
    markup_ += next.markup_;
    return *this;
}

Html operator+(Html first, Html const& second)
{
    first += second;
    return first;
}

Html element(std::string_view name, Attributes const& attributes, Html const& content)
{
    return Html::markup(opening(name, attributes) + ">" + content.markup() + "</" + std::string(name) + ">");
}

Html element(std::string_view name, Html const& content)
{
    return element(name, {}, content);
}

Html void_element(std::string_view name, Attributes const& attributes)
{
    return Html::markup(opening(name, attributes) + " />");
}

Html all(std::initializer_list<Html> pieces)
{
    Html whole;
    for (auto const& piece : pieces) {
        whole += piece;
    }
    return whole;
}

std::string as_word(std::string_view name)
{
    std::string word;
    for (char const c : name) {
        bool const is_plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (is_plain) {
            word += c;
        } else if (!word.empty() && word.back() != '-') {
            word += '-';
        }
        if (word.size() == longest_word) {
            break;
        }
    }
    while (!word.empty() && word.back() == '-') {
        word.pop_back();
    }
    return word;
}

}  // namespace minimasim::report::html
