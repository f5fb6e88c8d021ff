#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/error.hpp"

namespace minimasim::input {

// A comma-separated file with a header (RFC 4180 quoting), every row knowing its line.
class Csv {
  public:
    struct Row {
        int line = 0;
        std::vector<std::string> cells;
    };

    // Throws InputError when the file is missing, not text, or a row has another number of cells than the
    // header.
    static Csv read(std::filesystem::path const& file);

    // As read; also checks that the header has exactly these columns, in any order.
    static Csv read(std::filesystem::path const& file, std::vector<std::string> const& columns);

    std::string const& file() const { return file_; }
    std::vector<std::string> const& header() const { return header_; }
    std::vector<Row> const& rows() const { return rows_; }

    // The cell of a row in a named column; throws InputError when the file has no such column.
    std::string const& cell(Row const& row, std::string_view column) const;

    // The same as a number; throws InputError (file, line, column) when it is none or not finite.
    double number(Row const& row, std::string_view column) const;

    bool is_empty(Row const& row, std::string_view column) const { return cell(row, column).empty(); }

    // A fault of this file, ready to be collected.
    Problem problem(Row const& row, std::string what) const;

  private:
    std::size_t column(std::string_view name) const;

    std::string file_;
    std::vector<std::string> header_;
    std::vector<Row> rows_;
};

}  // namespace minimasim::input
