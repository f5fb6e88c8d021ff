#pragma once

#include <string>
#include <vector>

#include "sim/input/household_record.hpp"
#include "sim/report/household_trace.hpp"
#include "sim/report/language.hpp"
#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::report {

// What the answer comes down to, in a few plain sentences: who this is, what comes in, what the state and the
// municipality add, which schemes there is a right to, whether the household is poor, and what it misses and
// why.
std::vector<std::string> household_story(input::HouseholdRecord const& record, HouseholdTrace const& trace,
                                         Language language);

// What a package changes for a household, likewise.
std::vector<std::string> change_story(HouseholdTrace const& baseline, HouseholdTrace const& package,
                                      Language language);

// The reason of a refusal without "no, because".
std::string bare_reason(TracedStep const& step, Language language);

// The name of a scheme within a sentence.
std::string scheme_in_sentence(rules::SchemeDescription const& scheme, Language language);

}  // namespace minimasim::report
