#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minimasim::report {

struct CsvColumn {
    std::string name;
    std::string type;  // of the Frictionless table schema: string, number, date, boolean
    std::string unit;  // "" for a text; "see unit" when a column of that name tells
    std::string description;
};

// A table to be published as a CSV file and listed in a data package.
struct CsvTable {
    std::string name;  // of the file, without .csv
    std::string title;
    std::string description;
    std::vector<CsvColumn> columns;
    std::vector<std::vector<std::string>> rows;
};

// Header and rows by RFC 4180 but for the line end, which is LF. A cell with a comma, quote or line end is
// quoted.
std::string csv_text(CsvTable const& table);

// A number with a decimal point and no thousands separator: euros to the cent, shares to 6 decimals, others
// to 4; trailing zeros left out.
std::string csv_number(double value, std::string_view unit);

// The shortest decimal text that gives exactly this number back.
std::string csv_exact_number(double value);

}  // namespace minimasim::report
