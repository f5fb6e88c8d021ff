#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/report/language.hpp"
#include "sim/rules/because.hpp"

namespace minimasim::report {

// A name and what it came to; yes or no is 1 or 0.
struct TracedValue {
    char const* name = "";
    double value = 0;
    bool is_boolean = false;
};

// One step of a household's calculation, ready to be told: where the law says it, the terms that mattered for
// this household, and why it came out as it did.
struct TracedStep {
    char const* name = "";
    double value = 0;
    bool is_boolean = false;
    char const* unit = "";
    std::string article;
    std::vector<outcomes::TermRow> terms;
    rules::Reason reason = rules::Reason::as_computed;
    bool is_refusal = false;
    std::string how_dutch;  // how the step is worked out
    std::string how_english;
    std::string
        because_dutch;  // the reason as one phrase: "nee, want het inkomen is € 1.612 en de grens is € 1.570"
    std::string because_english;
};

// What one household gets under one package, and why.
struct HouseholdTrace {
    std::string id;
    std::string package;              // id of the package
    std::string date;                 // of the law
    std::vector<TracedValue> values;  // always the same names in the same order
    std::vector<TracedStep> steps;    // empty unless asked for
};

}  // namespace minimasim::report
