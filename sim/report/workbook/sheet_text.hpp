#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sim/report/workbook/sheet.hpp"

namespace minimasim::report {

// A sheet under construction, from top to bottom.
class SheetText {
  public:
    SheetText(Workbook& workbook, char const* name, std::vector<double> widths)
        : workbook_(workbook), number_(workbook.sheets.size())
    {
        workbook.sheets.push_back({safe_name(name, workbook.sheets), {}, std::move(widths)});
    }

    std::size_t row() const { return row_; }
    std::size_t number() const { return number_; }
    void skip() { ++row_; }
    void add(std::vector<Cell> cells)
    {
        for (std::size_t column = 0; column < cells.size(); ++column) {
            workbook_.sheets[number_].put(row_, column, std::move(cells[column]));
        }
        ++row_;
    }
    void add(std::string text, CellStyle style) { add({text_cell(std::move(text), style)}); }
    void add_headings(std::vector<char const*> const& words)
    {
        std::vector<Cell> cells;
        for (auto const* word : words) {
            cells.push_back(text_cell(word, CellStyle::heading));
        }
        add(std::move(cells));
    }

  private:
    Workbook& workbook_;
    std::size_t number_;
    std::size_t row_ = 0;
};

}  // namespace minimasim::report
