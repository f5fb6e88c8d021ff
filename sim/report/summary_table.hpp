#pragma once

#include <string>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// What `run` prints: one row per package with extra cost, newly entitled, newly reached and poverty, 90 %
// intervals below the estimates, and then per package the schemes that change and the remarks. Ends in a line
// end.
std::string summary_table(outcomes::Results const& results, Language language,
                          std::vector<SchemeNames> const& schemes);

}  // namespace minimasim::report
