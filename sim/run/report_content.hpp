#pragma once

#include <string>
#include <vector>

#include "sim/input/scenario.hpp"
#include "sim/outcomes/results.hpp"
#include "sim/run/setting.hpp"
#include "sim/run/workspace.hpp"

// What a report shows beside the figures of a run.
namespace minimasim::run {

// The fixed households of data/households under every package, with everything claimed. The five worked
// budgets of the policy note are left out: they are compared with what the note prints.
void add_examples(Workspace const& workspace, Setting const& setting, outcomes::Results& results);

// What is left of a wage, for a few of the examples: under the baseline and under every package in which it
// differs from the baseline.
void add_curves(Workspace const& workspace, Setting const& setting, outcomes::Results& results);

// Where every scheme and measure stands in the budget of the municipality, from task_fields.csv and
// measures.csv; empty for a municipality without the first. Throws InputError with all its problems.
std::vector<outcomes::BudgetLine> read_budget_lines(Workspace const& workspace);

// The budget year, that of a day, and the three after it, with the latest forecast of inflation of each; the
// last one known is carried on.
std::vector<outcomes::BudgetYear> read_budget_years(Workspace const& workspace, Date first_day);

// The borders of the neighbourhoods as GeoJSON; "" for a municipality without the file. Throws InputError
// when its neighbourhoods are not those of the municipality.
std::string read_borders(Workspace const& workspace);

}  // namespace minimasim::run
