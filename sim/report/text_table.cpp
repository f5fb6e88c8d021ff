#include "sim/report/text_table.hpp"

#include <algorithm>
#include <sstream>

#include "sim/report/number_text.hpp"

namespace minimasim::report {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest_first_column = 18;

std::size_t width_of(TextCell const& cell)
{
    std::size_t width = 0;
    for (auto const& line : cell) {
        width = std::max(width, display_width(line));
    }
    return width;
}

std::string spaces(std::string const& text, std::size_t width)
{
    auto const shown = display_width(text);
    return std::string(shown < width ? width - shown : 0, ' ');
}

std::vector<std::size_t> column_widths(std::vector<TextCell> const& header,
                                       std::vector<std::vector<TextCell>> const& rows, std::size_t width)
{
    std::vector<std::size_t> widths;
    std::size_t others = 0;
    for (std::size_t i = 0; i < header.size(); ++i) {
        widths.push_back(width_of(header[i]));
        for (auto const& row : rows) {
            widths[i] = std::max(widths[i], width_of(row[i]));
        }
        others += i == 0 ? 0 : gap + widths[i];
    }
    auto const left_over = std::max(narrowest_first_column, width > others ? width - others : 0);
    widths.front() = std::min(widths.front(), left_over);
    return widths;
}

TextCell wrapped_cell(TextCell const& cell, std::size_t width)
{
    TextCell lines;
    for (auto const& line : cell) {
        auto const parts = wrapped(line, width);
        lines.insert(lines.end(), parts.begin(), parts.end());
    }
    return lines;
}

void add_row(std::string& text, std::vector<TextCell> row, std::vector<std::size_t> const& widths)
{
    row.front() = wrapped_cell(row.front(), widths.front());
    std::size_t line_count = 0;
    for (auto const& cell : row) {
        line_count = std::max(line_count, cell.size());
    }
    for (std::size_t line = 0; line < line_count; ++line) {
        std::string shown;
        for (std::size_t i = 0; i < row.size(); ++i) {
            auto const part = line < row[i].size() ? row[i][line] : "";
            shown +=
                i == 0 ? padded_right(part, widths[i]) : std::string(gap, ' ') + padded_left(part, widths[i]);
        }
        shown.erase(shown.find_last_not_of(' ') + 1);
        text += shown + '\n';
    }
}

}  // namespace

std::string padded_left(std::string const& text, std::size_t width)
{
    return spaces(text, width) + text;
}

std::string padded_right(std::string const& text, std::size_t width)
{
    return text + spaces(text, width);
}

std::vector<std::string> wrapped(std::string const& text, std::size_t width)
{
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) {
        if (auto const hyphen = word.find('-'); display_width(word) > width && hyphen != std::string::npos) {
            words.push_back(word.substr(0, hyphen + 1));
            word.erase(0, hyphen + 1);
        }
        // A number stays with its unit, an article with its number.
        bool const joined = !words.empty() && (word == "%" || word == "euro" || words.back().ends_with("€") ||
                                               words.back().ends_with("art.") || words.back() == "lid");
        if (joined) {
            words.back() += " " + word;
        } else {
            words.push_back(word);
        }
    }
    std::vector<std::string> lines(1);
    for (auto const& word : words) {
        auto& line = lines.back();
        if (line.empty()) {
            line = word;
        } else if (display_width(line) + 1 + display_width(word) <= width) {
            line += " " + word;
        } else {
            lines.push_back(word);
        }
    }
    return lines;
}

std::string text_table(std::vector<TextCell> const& header, std::vector<std::vector<TextCell>> const& rows,
                       std::size_t width)
{
    auto const widths = column_widths(header, rows, width);
    std::string text;
    add_row(text, header, widths);
    std::size_t total = 0;
    for (auto const column : widths) {
        total += column + gap;
    }
    for (std::size_t i = 0; i + gap < total; ++i) {
        text += "─";
    }
    text += '\n';
    for (auto const& row : rows) {
        add_row(text, row, widths);
    }
    return text;
}

}  // namespace minimasim::report
