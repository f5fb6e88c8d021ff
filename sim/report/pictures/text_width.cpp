#include "sim/report/pictures/text_width.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace minimasim::report::pictures {

namespace {

constexpr std::string_view ellipsis = "\u2026";
constexpr char32_t replacement = 0xFFFD;

// Advance widths of U+0020 to U+007E in hundredths of the font size, of DejaVu Sans and DejaVu Sans
// Bold 2.37.
using Widths = std::array<std::uint8_t, 95>;
constexpr Widths plain_widths{32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37,  32, 34, 64, 64, 64,
                              64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 77, 64,
                              58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64,  62, 74, 69, 99, 69,
                              62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36,  64, 64, 28, 28, 58,
                              28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60,  53, 64, 34, 64, 84};
constexpr Widths bold_widths{35, 46,  53, 84, 70, 101, 88, 31,  46, 46, 53, 84, 38, 42,  38, 37, 70, 70,  70,
                             70, 70,  70, 70, 70, 70,  70, 40,  40, 84, 84, 84, 58, 100, 78, 77, 74, 83,  69,
                             69, 83,  84, 38, 38, 78,  64, 100, 84, 85, 74, 85, 77, 73,  69, 82, 78, 111, 78,
                             73, 73,  46, 37, 46, 84,  50, 50,  68, 72, 60, 72, 68, 44,  72, 72, 35, 35,  67,
                             35, 105, 72, 69, 72, 72,  50, 60,  48, 72, 66, 93, 65, 66,  59, 72, 37, 72,  84};

bool is_between(char32_t c, char32_t low, char32_t high)
{
    return low <= c && c <= high;
}

// The character at `place`, which moves past it; the replacement character for bytes that are none.
char32_t next_character(std::string_view text, std::size_t& place)
{
    auto const byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
    };
    auto const first = byte(place++);
    if (first < 0x80) {
        return first;
    }
    int const more = first >= 0xF0 && first <= 0xF4 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
    if (more == 0 || first > 0xF4) {
        return replacement;
    }
    char32_t result = first & (0x3F >> more);
    for (int i = 0; i < more; ++i) {
        auto const next = byte(place + static_cast<std::size_t>(i));
        if ((next & 0xC0) != 0x80) {
            return replacement;
        }
        result = result << 6 | (next & 0x3F);
    }
    char32_t const least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
    if (result < least || result > 0x10FFFF || is_between(result, 0xD800, 0xDFFF)) {
        return replacement;
    }
    place += static_cast<std::size_t>(more);
    return result;
}

bool is_left_out(char32_t c)
{
    bool const turns_direction = is_between(c, 0x200E, 0x200F) || is_between(c, 0x202A, 0x202E) ||
                                 is_between(c, 0x2066, 0x2069) || c == 0x061C;
    return turns_direction || is_between(c, 0x7F, 0x9F) || (c & 0xFFFE) == 0xFFFE || c == 0xFEFF;
}

bool is_space(char32_t c)
{
    return c < 0x20 || c == ' ' || c == 0x2028 || c == 0x2029;
}

bool takes_no_room(char32_t c)
{
    return is_between(c, 0x300, 0x36F) || is_between(c, 0x200B, 0x200D) || is_between(c, 0xFE00, 0xFE0F);
}

// In hundredths of the font size; of rarer characters at least as wide as they are.
double width_of(char32_t c, bool is_bold)
{
    auto const& widths = is_bold ? bold_widths : plain_widths;
    if (is_between(c, 0x20, 0x7E)) {
        return widths[c - 0x20];
    }
    if (takes_no_room(c)) {
        return 0;
    }
    if (c == 0xA0 || c == 0xB7 || is_between(c, 0x2018, 0x201A) || c == 0x202F) {
        return widths[' ' - 0x20];
    }
    if (is_between(c, 0xE0, 0xFF) && c != 0xE6) {  // small letters with accents
        return is_bold ? 73 : 64;
    }
    if (c == 0x2013 || is_between(c, 0x201C, 0x201E)) {  // en dash, quotation marks
        return is_bold ? 66 : 52;
    }
    if (c == 0x20AC) {  // euro sign
        return is_bold ? 70 : 64;
    }
    if (c == 0x2212 || is_between(c, 0x2190, 0x2193) || is_between(c, 0x2264, 0x2265)) {
        return 84;  // minus, arrows, less or greater
    }
    return c < 0x250 ? (is_bold ? 117 : 107) : 150;
}

void append(std::string& text, char32_t c)
{
    auto const tail = [&](int shift) { text += static_cast<char>(0x80 | (c >> shift & 0x3F)); };
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
        tail(0);
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | c >> 12);
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0 | c >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

// How many bytes from the beginning fit in the room, at a border of characters.
std::size_t fitting(std::string_view text, double room, TextLook const& look)
{
    double width = 0;
    std::size_t place = 0;
    while (place < text.size()) {
        auto after = place;
        width += width_of(next_character(text, after), look.is_bold) * look.size / 100;
        if (width > room) {
            break;
        }
        place = after;
    }
    return place;
}

std::string_view without_end_spaces(std::string_view text)
{
    auto const first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::string printable(std::string_view text)
{
    std::string result;
    for (std::size_t place = 0; place < text.size();) {
        auto const c = next_character(text, place);
        if (is_space(c)) {
            bool const joins = result.ends_with("€") || (place < text.size() && text[place] == '%');
            result += joins ? "\u00a0" : " ";
        } else if (!is_left_out(c)) {
            append(result, c);
        }
    }
    return result;
}

double width_of(std::string_view text, TextLook const& look)
{
    double width = 0;
    for (std::size_t place = 0; place < text.size();) {
        width += width_of(next_character(text, place), look.is_bold) * look.size / 100;
    }
    return width;
}

std::string shortened(std::string_view text, double room, TextLook const& look)
{
    constexpr double rounding = 1e-6;  // of sums of widths
    if (width_of(text, look) <= room + rounding) {
        return std::string(text);
    }
    auto const kept = text.substr(0, fitting(text, room - width_of(ellipsis, look), look));
    return std::string(without_end_spaces(kept)) + std::string(ellipsis);
}

std::vector<std::string> lines_of(std::string_view text, double room, TextLook const& look, std::size_t most)
{
    std::vector<std::string> lines;
    auto rest = without_end_spaces(text);
    while (lines.size() + 1 < most && width_of(rest, look) > room) {
        auto end = std::max<std::size_t>(fitting(rest, room, look), 1);
        while (end < rest.size() && (static_cast<unsigned char>(rest[end]) & 0xC0) == 0x80) {
            ++end;  // at least one whole character a line
        }
        auto const space = end < rest.size() && rest[end] == ' ' ? end : rest.substr(0, end).rfind(' ');
        end = space == std::string_view::npos || space == 0 ? end : space;
        lines.emplace_back(without_end_spaces(rest.substr(0, end)));
        rest = without_end_spaces(rest.substr(end));
    }
    lines.push_back(shortened(rest, room, look));
    return lines;
}

}  // namespace minimasim::report::pictures
