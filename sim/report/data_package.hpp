#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "sim/report/csv_table.hpp"

namespace minimasim::report {

// Adds the licence of what the program makes, and every table with its columns, to a Frictionless data
// package.
void add_licence_and_resources(nlohmann::ordered_json& package, std::vector<CsvTable> const& tables);

}  // namespace minimasim::report
