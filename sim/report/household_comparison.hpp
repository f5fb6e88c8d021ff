#pragma once

#include <string>
#include <vector>

#include "sim/report/household_text.hpp"

namespace minimasim::report {

// A term that a package gives another value.
struct ChangedTerm {
    outcomes::TermRow from;
    outcomes::TermRow to;
};

// One household under current policy and under a package, side by side: what changes, every value that
// differs, and of each scheme that decides otherwise the reason in both.
std::string comparison_text(input::HouseholdRecord const& record, HouseholdTrace const& baseline,
                            HouseholdTrace const& package, HouseholdHeading const& heading,
                            std::vector<ChangedTerm> const& changed_terms, Language language);

}  // namespace minimasim::report
