#pragma once

#include <string>

#include "sim/outcomes/results.hpp"

namespace minimasim::report {

// The content of summary_table as one JSON document, unrounded and with English keys; ends in a line end. A
// figure the results do not have is null.
std::string summary_json(outcomes::Results const& results);

}  // namespace minimasim::report
