#pragma once

#include <string>
#include <vector>

#include "sim/forecast/results.hpp"
#include "sim/report/language.hpp"
#include "sim/report/workbook/sheet.hpp"

namespace minimasim::report {

// Adds the budget years of a forecast: a sheet of current policy and of every package that changes the
// budget (spending, income and balance by line and year, with totals by duration and task field; intervals;
// the change from current policy; in current and in constant prices), and the overview of all packages,
// which becomes sheet number `place`. Adds nothing where the forecast has no budget years.
void add_budget_sheets(Workbook& workbook, forecast::Forecast const& forecast, std::size_t place,
                       Language language);

}  // namespace minimasim::report
