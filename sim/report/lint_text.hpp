#pragma once

#include <string>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// How many households a change touches by itself, to stand behind it: " (touches 400 households)"; empty
// where that was not counted.
std::string touched_by(std::vector<outcomes::LintRow> const& lint, std::string const& package,
                       std::string const& change, Language language);

// Whom a package touches and who loses, one sentence each.
std::vector<std::string> lint_sentences(std::vector<outcomes::LintRow> const& lint,
                                        std::string const& package, Language language);

}  // namespace minimasim::report
