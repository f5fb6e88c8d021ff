#pragma once

#include "sim/report/household_trace.hpp"
#include "sim/run/households/household_case.hpp"
#include "sim/run/law_and_policy/policy.hpp"

namespace minimasim::run {

// Works one household out under one policy: national law, the municipal schemes in the order of their
// decisions, poverty. Fills `values` in the order of answer_values().
void answer(HouseholdCase const& one, rules::Policy const& policy, std::vector<double>& values);

// The same with every step: article, reason, and the terms that matter for this household. A term matters
// when another value of it, within its range, would change the step while the steps before it stay as they
// are.
report::HouseholdTrace trace(HouseholdCase const& one, DatedPolicy const& policy);

// What a package grants without application to who receives assistance is used, whatever the household says:
// marks those schemes (keys) as claimed.
void use_ex_officio(HouseholdCase& one, std::vector<std::string> const& schemes, rules::Policy const& policy);

// The steps, by place, that use a term otherwise than their declaration says: for the test that holds the
// declarations to the rules.
std::vector<std::pair<std::size_t, std::string>> undeclared_terms(HouseholdCase const& one,
                                                                  DatedPolicy const& policy);

}  // namespace minimasim::run
