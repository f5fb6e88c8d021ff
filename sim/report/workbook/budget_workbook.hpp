#pragma once

#include <string>

#include "sim/outcomes/results.hpp"
#include "sim/report/language.hpp"
#include "sim/report/workbook/sheet.hpp"

namespace minimasim::report {

// The workbook for the budget department: an overview, a sheet per package with expenditure, income and
// balance for the budget year and the three after it, assumptions, and what the model does not say.
Workbook budget_workbook(outcomes::Results const& results, Language language);

// The bytes of budget.xlsx and budget.ods: the same for the same results.
std::string budget_xlsx(outcomes::Results const& results, Language language);
std::string budget_ods(outcomes::Results const& results, Language language);

}  // namespace minimasim::report
