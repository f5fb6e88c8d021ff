#include "sim/report/csv_table.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace minimasim::report {

namespace {

void add_cell(std::string& text, std::string const& cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
        text += cell;
        return;
    }
    text += '"';
    for (char const c : cell) {
        text += c;
        if (c == '"') {
            text += c;
        }
    }
    text += '"';
}

void add_line(std::string& text, std::vector<std::string> const& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        text += i == 0 ? "" : ",";
        add_cell(text, cells[i]);
    }
    text += '\n';
}

}  // namespace

std::string csv_text(CsvTable const& table)
{
    std::string text;
    std::vector<std::string> names;
    for (auto const& column : table.columns) {
        names.push_back(column.name);
    }
    add_line(text, names);
    for (auto const& row : table.rows) {
        add_line(text, row);
    }
    return text;
}

std::string csv_number(double value, std::string_view unit)
{
    if (!std::isfinite(value)) {
        return "";
    }
    int const decimals = unit.substr(0, 4) == "euro"                    ? 2
                         : unit.find("share") != std::string_view::npos ? 6
                                                                        : 4;
    std::array<char, 400> buffer{};
    auto const [end, fault] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::fixed, decimals);
    std::string text(buffer.data(), fault == std::errc{} ? end : buffer.data());
    text.erase(text.find_last_not_of('0') + 1);
    if (!text.empty() && text.back() == '.') {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string csv_exact_number(double value)
{
    if (!std::isfinite(value)) {
        return "";
    }
    std::array<char, 400> buffer{};
    auto const result =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return {buffer.data(), result.ptr};
}

}  // namespace minimasim::report
