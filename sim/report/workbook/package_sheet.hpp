#pragma once

#include <string>
#include <vector>

#include "sim/report/workbook/budget_lines.hpp"
#include "sim/report/workbook/sheet.hpp"

namespace minimasim::report {

// Where the index of every year of the budget stands.
struct IndexPlace {
    std::string sheet;
    std::size_t first_row = 0;  // of the first year; the others below it
    std::size_t year_column = 0;
    std::size_t index_column = 0;
    std::size_t incidental_column = 0;  // of lines that are not structural
};

// What every sheet of a package needs.
struct PackageSheets {
    outcomes::Results const& results;
    FigureLookup const& figures;
    std::vector<outcomes::BudgetLine> lines;
    std::vector<outcomes::BudgetYear> years;
    IndexPlace index;
    Language language = Language::dutch;
};

// Adds the sheet of one package: expenditure, income and balance by line, with totals by duration and task
// field; the interval of the expenditure; and the difference from the baseline with its interval.
void add_package_sheet(Workbook& workbook, PackageSheets const& sheets,
                       outcomes::PackageDescription const& package);

// When and from where a package is: "Regels van 2025-07-01. Herkomst: nota ...".
std::string decision_text(outcomes::PackageDescription const& package, Language language);

}  // namespace minimasim::report
