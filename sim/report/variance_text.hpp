#pragma once

#include <string>

#include "sim/outcomes/results.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// Where the uncertainty of the extra cost of each package comes from (of the baseline: of its cost): shares
// of variance by source, and the inputs that move it most. "" when neither was asked for.
std::string variance_text(outcomes::Results const& results, Language language);

}  // namespace minimasim::report
