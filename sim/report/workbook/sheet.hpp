#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// A workbook before it is a file: cells with their values, formulas and look, which every format writes
// alike.
namespace minimasim::report {

// The look of a cell.
enum class CellStyle {
    plain,
    title,    // of a sheet
    note,     // small print over the whole width
    heading,  // of a column, wrapped
    section,  // of a block of rows
    text,     // wrapped
    euro,     // whole euros with separators
    euro_total,
    total,    // the words beside a total
    decimal,  // as many decimals as needed
    factor,   // four decimals
    whole,    // a count or a year, without separators
};

// The place of a cell, both from 0. `sheet` is empty for the sheet itself.
struct CellPlace {
    std::size_t row = 0;
    std::size_t column = 0;
    std::string sheet;
};

// A formula that both formats can write, and of which the value is known here.
struct Formula {
    enum class Kind {
        none,
        sum,                      // of the cells from first to last
        sum_where,                // of those in whose row the key column holds the same text as `key`
        difference,               // first less last
        known_difference,         // the same, where a text ("p.m.") counts as nothing
        product,                  // first times last
        product_until,            // the same, and nothing when the year of `year` is after that of `key`
        difference_where_filled,  // first less last; nothing as long as first is empty
        // The first of three words, side by side from `words` on, where first is below last, the third where
        // it is above key, else the second; nothing as long as first is empty.
        verdict_where_filled,
    };
    Kind kind = Kind::none;
    CellPlace first;
    CellPlace last;
    CellPlace key;
    std::size_t key_column = 0;
    CellPlace year;
    CellPlace words;
};

struct Cell {
    enum class Kind { empty, text, number };

    Kind kind = Kind::empty;
    CellStyle style = CellStyle::plain;
    std::string text;
    double number = 0;
    Formula formula;  // of a number, or of a text that is empty until a cell is filled in
};

struct Sheet {
    std::string name;  // what a spreadsheet accepts; see safe_name
    std::vector<std::vector<Cell>> rows;
    std::vector<double> column_widths;  // in characters
    std::size_t frozen_rows = 0;
    std::size_t frozen_columns = 0;

    // Puts a cell down; the rows before it come into being.
    void put(std::size_t row, std::size_t column, Cell cell);
    Cell const& at(std::size_t row, std::size_t column) const;

    // Lines that the wrapped texts of a row take in their columns, at least one.
    std::size_t lines_of_row(std::size_t row) const;
};

struct Workbook {
    std::string title;
    std::string
        date;  // ISO 8601: also stands in the file for when it was made, so that equal content is equal
    std::string language = "nl";
    std::vector<Sheet> sheets;

    // Puts down a formula with its value, worked out from the cells that are there; those that wait for a
    // cell to be filled in are empty.
    void put_formula(std::size_t sheet, std::size_t row, std::size_t column, CellStyle style,
                     Formula const& formula);
    Sheet const& sheet_of(std::string const& name, Sheet const& own) const;
};

Cell text_cell(std::string text, CellStyle style = CellStyle::plain);
Cell number_cell(double number, CellStyle style);

// Valid UTF-8 without control characters but line ends, at most as long as a cell may hold (32,767
// characters).
std::string clean_text(std::string_view text);

// A name that every spreadsheet accepts: 1 to 31 UTF-16 units, none of []:*?/\ and quotes at its ends; none
// of `taken` in capitals or not. A number goes behind it where it would be.
std::string safe_name(std::string_view wanted, std::vector<Sheet> const& taken);

// "B7"; with dollars "$B$7".
std::string place_text(std::size_t row, std::size_t column, bool is_absolute = false);

}  // namespace minimasim::report
