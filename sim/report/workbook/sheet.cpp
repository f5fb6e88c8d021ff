#include "sim/report/workbook/sheet.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace minimasim::report {

namespace {

constexpr std::size_t longest_name = 31;      // UTF-16 units, of every spreadsheet
constexpr std::size_t longest_text = 32'767;  // characters in a cell

// The letters at the front of a text that belong to one character, 0 when they are no UTF-8.
std::size_t length_of_character(std::string_view text)
{
    auto const lead = static_cast<unsigned char>(text[0]);
    std::size_t const length = lead < 0x80                   ? 1
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || length > text.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
            return 0;
        }
    }
    auto const second = length > 1 ? static_cast<unsigned char>(text[1]) : 0;
    bool const is_overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    bool const is_outside = (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);
    return is_overlong || is_outside ? 0 : length;
}

// Characters that no XML text may hold, U+FFFE and U+FFFF.
bool is_noncharacter(std::string_view character)
{
    return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
}

// The text as so many UTF-16 units at most.
std::string shortened(std::string_view text, std::size_t units)
{
    std::string kept;
    std::size_t used = 0;
    while (!text.empty()) {
        std::size_t const length = std::max<std::size_t>(1, length_of_character(text));
        used += length == 4 ? 2 : 1;
        if (used > units) {
            break;
        }
        kept += text.substr(0, length);
        text.remove_prefix(length);
    }
    return kept;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

void strip(std::string& text)
{
    auto const is_stripped = [](char c) { return c == ' ' || c == '\''; };
    while (!text.empty() && is_stripped(text.back())) {
        text.pop_back();
    }
    while (!text.empty() && is_stripped(text.front())) {
        text.erase(0, 1);
    }
}

}  // namespace

void Sheet::put(std::size_t row, std::size_t column, Cell cell)
{
    if (rows.size() <= row) {
        rows.resize(row + 1);
    }
    if (rows[row].size() <= column) {
        rows[row].resize(column + 1);
    }
    rows[row][column] = std::move(cell);
}

Cell const& Sheet::at(std::size_t row, std::size_t column) const
{
    static Cell const empty;
    return row < rows.size() && column < rows[row].size() ? rows[row][column] : empty;
}

std::size_t Sheet::lines_of_row(std::size_t row) const
{
    std::size_t most = 1;
    for (std::size_t column = 0; row < rows.size() && column < rows[row].size(); ++column) {
        auto const& cell = rows[row][column];
        bool const is_wrapped = cell.style == CellStyle::text || cell.style == CellStyle::heading;
        if (is_wrapped && column < column_widths.size()) {
            constexpr double margin = 2;  // characters: an indent, and words that do not fill a line
            double const width = std::max(1.0, column_widths[column] - margin);
            most = std::max(
                most, static_cast<std::size_t>(std::ceil(static_cast<double>(cell.text.size()) / width)));
        }
    }
    return most;
}

Sheet const& Workbook::sheet_of(std::string const& name, Sheet const& own) const
{
    auto const found =
        std::find_if(sheets.begin(), sheets.end(), [&](Sheet const& sheet) { return sheet.name == name; });
    return name.empty() || found == sheets.end() ? own : *found;
}

void Workbook::put_formula(std::size_t sheet, std::size_t row, std::size_t column, CellStyle style,
                           Formula const& formula)
{
    Sheet const& own = sheets[sheet];
    auto const number = [&](CellPlace const& place) {
        return sheet_of(place.sheet, own).at(place.row, place.column).number;
    };
    double value = 0;
    switch (formula.kind) {
        case Formula::Kind::none:
            break;
        case Formula::Kind::sum:
        case Formula::Kind::sum_where:
            for (std::size_t r = formula.first.row; r <= formula.last.row; ++r) {
                for (std::size_t c = formula.first.column; c <= formula.last.column; ++c) {
                    bool const counts = formula.kind == Formula::Kind::sum ||
                                        own.at(r, formula.key_column).text ==
                                            own.at(formula.key.row, formula.key.column).text;
                    value += counts ? own.at(r, c).number : 0;
                }
            }
            break;
        case Formula::Kind::difference:
        case Formula::Kind::known_difference:
            value = number(formula.first) - number(formula.last);
            break;
        case Formula::Kind::product:
            value = number(formula.first) * number(formula.last);
            break;
        case Formula::Kind::product_until:
            value =
                number(formula.year) > number(formula.key) ? 0 : number(formula.first) * number(formula.last);
            break;
        case Formula::Kind::difference_where_filled:
        case Formula::Kind::verdict_where_filled: {
            auto waiting = text_cell("", style);
            waiting.formula = formula;
            sheets[sheet].put(row, column, std::move(waiting));
            return;
        }
    }
    auto cell = number_cell(value, style);
    cell.formula = formula;
    sheets[sheet].put(row, column, std::move(cell));
}

Cell text_cell(std::string text, CellStyle style)
{
    Cell cell;
    cell.kind = Cell::Kind::text;
    cell.style = style;
    cell.text = clean_text(text);
    return cell;
}

Cell number_cell(double number, CellStyle style)
{
    Cell cell;
    cell.kind = Cell::Kind::number;
    cell.style = style;
    cell.number = number == 0 ? 0 : number;  // no minus zero
    return cell;
}

std::string clean_text(std::string_view text)
{
    std::string clean;
    std::size_t characters = 0;
    while (!text.empty() && characters < longest_text) {
        std::size_t const length = length_of_character(text);
        auto const character = text.substr(0, std::max<std::size_t>(1, length));
        bool const is_control =
            length == 1 && static_cast<unsigned char>(character[0]) < 0x20 && character[0] != '\n';
        if (length > 0 && !is_noncharacter(character)) {
            clean += is_control ? std::string_view(" ") : character;
            characters += length == 4 ? 2 : 1;
        }
        text.remove_prefix(character.size());
    }
    return clean;
}

std::string safe_name(std::string_view wanted, std::vector<Sheet> const& taken)
{
    std::string name;
    for (char const c : clean_text(wanted)) {
        name += std::string_view("[]:*?/\\\n").find(c) == std::string_view::npos ? c : ' ';
    }
    strip(name);
    auto const whole = name;
    name = shortened(name, longest_name);
    // A name that does not fit ends with a word, unless that leaves little.
    auto const space = name.rfind(' ');
    bool const cuts_a_word = name.size() < whole.size() && whole[name.size()] != ' ';
    if (cuts_a_word && space != std::string::npos && space > name.size() / 2) {
        name.resize(space);
    }
    strip(name);
    name = name.empty() ? "-" : name;
    std::string unique = name;
    auto const is_taken = [&](std::string const& candidate) {
        return std::any_of(taken.begin(), taken.end(),
                           [&](Sheet const& sheet) { return lower(sheet.name) == lower(candidate); });
    };
    for (int number = 2; is_taken(unique); ++number) {
        auto const suffix = " (" + std::to_string(number) + ")";
        unique = shortened(name, longest_name - suffix.size()) + suffix;
    }
    return unique;
}

std::string place_text(std::size_t row, std::size_t column, bool is_absolute)
{
    constexpr std::size_t letters = 26;
    std::string name;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / letters) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % letters));
    }
    std::string const dollar = is_absolute ? "$" : "";
    return dollar + name + dollar + std::to_string(row + 1);
}

}  // namespace minimasim::report
