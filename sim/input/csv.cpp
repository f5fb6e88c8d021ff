#include "sim/input/csv.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

namespace minimasim::input {

namespace {

std::string read_text(std::filesystem::path const& file)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) {
        throw InputError(file.string(), 0, "is a folder, a CSV file was meant");
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw InputError(file.string(), 0, "cannot be opened; the model cannot do without this file");
    }
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// Outside quotes, inside a cell.
constexpr bool is_plain(char c)
{
    return c != ',' && c != '\n' && c != '\r' && c != '\0';
}

// Splits text into rows of cells; quotes may hold commas, line ends and doubled quotes.
std::vector<Csv::Row> split(std::string const& text, std::string const& file)
{
    std::vector<Csv::Row> rows;
    Csv::Row row{1, {}};
    std::string cell;
    bool quoted = false;
    bool started = false;
    int line = 1;
    std::size_t columns = 0;
    auto const end_cell = [&] {
        row.cells.push_back(std::move(cell));
        cell.clear();
        started = false;
    };
    auto const end_row = [&] {
        end_cell();
        bool const blank = row.cells.size() == 1 && row.cells.front().empty();
        columns = std::max(columns, row.cells.size());
        if (!blank) {
            rows.push_back(std::move(row));
        }
        row = Csv::Row{line + 1, {}};
        row.cells.reserve(columns);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (c == '\0') {
            throw InputError(file, line, "holds a zero byte; this is not a text file");
        }
        if (quoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                cell += '"';
                ++i;
            } else if (c == '"') {
                quoted = false;
            } else {
                line += c == '\n' ? 1 : 0;
                cell += c;
            }
        } else if (c == '"' && !started) {
            quoted = started = true;
        } else if (c == ',') {
            end_cell();
        } else if (c == '\n') {
            end_row();
            ++line;
            row.line = line;
        } else if (c != '\r') {
            started = true;
            std::size_t const begin = i;
            while (i + 1 < text.size() && is_plain(text[i + 1])) {
                ++i;
            }
            cell.append(text, begin, i + 1 - begin);
        }
    }
    if (quoted) {
        throw InputError(file, row.line,
                         "a quoted cell is never closed; the rest of the file cannot be read");
    }
    if (!cell.empty() || !row.cells.empty()) {
        end_row();
    }
    return rows;
}

}  // namespace

Csv Csv::read(std::filesystem::path const& file)
{
    Csv csv;
    csv.file_ = file.string();
    auto rows = split(read_text(file), csv.file_);
    if (rows.empty()) {
        throw InputError(csv.file_, 0, "is empty; a header line was meant");
    }
    csv.header_ = rows.front().cells;
    if (!csv.header_.front().empty() && csv.header_.front().rfind("\xEF\xBB\xBF", 0) == 0) {
        csv.header_.front().erase(0, 3);
    }
    rows.erase(rows.begin());
    csv.rows_ = std::move(rows);
    std::vector<Problem> problems;
    for (auto const& row : csv.rows_) {
        if (row.cells.size() != csv.header_.size()) {
            problems.push_back(csv.problem(
                row, "has " + std::to_string(row.cells.size()) + " cells, the header has " +
                         std::to_string(csv.header_.size()) + " (a comma inside a text needs quotes)"));
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return csv;
}

Csv Csv::read(std::filesystem::path const& file, std::vector<std::string> const& columns)
{
    auto csv = read(file);
    std::vector<Problem> problems;
    for (auto const& name : columns) {
        if (std::find(csv.header_.begin(), csv.header_.end(), name) == csv.header_.end()) {
            problems.push_back(
                {csv.file_, 1, "column " + name + " is missing" + did_you_mean(name, csv.header_)});
        }
    }
    for (auto const& name : csv.header_) {
        if (std::find(columns.begin(), columns.end(), name) == columns.end()) {
            problems.push_back(
                {csv.file_, 1, "column " + name + " is not known" + did_you_mean(name, columns)});
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return csv;
}

std::size_t Csv::column(std::string_view name) const
{
    auto const found = std::find(header_.begin(), header_.end(), name);
    if (found == header_.end()) {
        throw InputError(file_, 1, "column " + std::string(name) + " is missing");
    }
    return static_cast<std::size_t>(found - header_.begin());
}

std::string const& Csv::cell(Row const& row, std::string_view name) const
{
    return row.cells[column(name)];
}

double Csv::number(Row const& row, std::string_view name) const
{
    auto const& text = cell(row, name);
    double value = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        throw InputError(file_, row.line,
                         std::string(name) + " is '" + text + "', a number with a decimal point was meant");
    }
    return value;
}

Problem Csv::problem(Row const& row, std::string what) const
{
    return {file_, row.line, std::move(what)};
}

}  // namespace minimasim::input
