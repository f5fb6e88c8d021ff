#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/forecast/budget.hpp"
#include "sim/report/csv_table.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// The budget years of a forecast for a terminal; "" where it has none. `titles` of the packages in the order
// of the budget, in that language.
std::string budget_text(forecast::Budget const& budget, std::vector<std::string> const& titles,
                        Language language);

// Every row of every package and year, in a table for other programs. Where income is p.m. alone its cells
// say so.
CsvTable budget_table(forecast::Budget const& budget);

// The same as JSON: income is null where it is p.m. alone, everything where there are no budget years.
nlohmann::ordered_json budget_json(forecast::Budget const& budget);

}  // namespace minimasim::report
