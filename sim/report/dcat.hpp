#pragma once

#include <string>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/report/csv_table.hpp"

namespace minimasim::report {

// The tables as an entry of a data catalogue: DCAT-AP-NL 3.0 in JSON-LD, one dataset with every table as a
// distribution. Who publishes the tables sets publisher and contact point.
std::string dcat_json(outcomes::Results const& results, std::vector<CsvTable> const& tables);

}  // namespace minimasim::report
