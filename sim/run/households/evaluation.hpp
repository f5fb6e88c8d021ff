#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/input/household_record.hpp"
#include "sim/input/line_stream.hpp"
#include "sim/report/language.hpp"
#include "sim/run/law_and_policy/dated_policies.hpp"

namespace minimasim::run {

// What is asked of every household of a stream.
struct Evaluation {
    DatedPolicies const& policies;
    input::HouseholdLimits limits{};
    std::string package = "baseline";
    std::vector<std::string> ex_officio{};  // schemes that the package grants to who receives assistance
    std::string municipality = "GM0106";    // of households that name none
    std::optional<Date> date{};             // in place of the households' own
    bool with_steps = false;
    report::Language language = report::Language::dutch;
};

// Appends the answer to one line, without a line end: {"id",...,"values":{...}} or, when the line is wrong,
// {"line","id","error"}. Returns whether the line was right.
bool answer_line(std::string& out, input::Line const& line, Evaluation const& evaluation);

// How a stream went.
struct EvaluationTally {
    static constexpr std::size_t most_named = 10;

    std::uint64_t lines = 0;  // empty ones included
    std::uint64_t wrong = 0;
    std::vector<std::uint64_t> first_wrong;  // numbers of the first wrong lines, at most `most_named`
};

// Takes answers in the order of their lines. May throw.
using WriteBytes = std::function<void(std::string_view)>;

// Answers every line of a stream, on `threads` threads (0 = all), in constant memory: the answers to a batch
// of lines are handed over before the next batch is read.
EvaluationTally evaluate_lines(input::LineStream& lines, Evaluation const& evaluation, int threads,
                               WriteBytes const& write);

// "1000 lines, 3 wrong: lines 5, 17 and 900", for people.
std::string summary_of(EvaluationTally const& tally);

}  // namespace minimasim::run
