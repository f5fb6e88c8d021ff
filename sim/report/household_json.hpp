#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/report/household_trace.hpp"
#include "sim/report/language.hpp"

// Answers about households as JSON, appended to a text: one object on one line, without a line end.
namespace minimasim::report {

// What stands before the values of an answer.
struct AnswerHead {
    std::string_view id;       // of the household
    std::string_view date;     // of the law, ISO
    std::string_view package;  // id of the package
};

// {"id","date","package","values":{...}} and, unless `steps` is nullptr, "steps":[...]. The language is that
// of "because".
void append_answer_json(std::string& out, AnswerHead const& head, std::span<TracedValue const> values,
                        std::vector<TracedStep> const* steps = nullptr, Language language = Language::dutch);

// The same of a whole trace, steps included.
void append_answer_json(std::string& out, HouseholdTrace const& trace, Language language);

// {"id","baseline":{...},"package":{...}}
std::string comparison_json(HouseholdTrace const& baseline, HouseholdTrace const& package, Language language);

// A text between quotes, escaped.
void append_json_text(std::string& out, std::string_view text);

// A number with at most six decimals, as short as it can be; null when it is none.
void append_json_number(std::string& out, double value);

}  // namespace minimasim::report
