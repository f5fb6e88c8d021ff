#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/rules/municipal/schemes.hpp"
#include "sim/rules/statutory/steps.hpp"

namespace minimasim::run {

// The steps of a household in their order: national law, the municipal schemes, what there is to spend,
// poverty.
enum class LastStep : std::size_t {
    disposable_income,
    poverty_line,
    is_poor,
    is_near_poor,
    poverty_gap,
    count,
};

inline constexpr std::size_t first_scheme_step = rules::statutory_step_count;
inline constexpr std::size_t first_last_step = first_scheme_step + rules::scheme_count;
inline constexpr std::size_t household_step_count =
    first_last_step + static_cast<std::size_t>(LastStep::count);

constexpr std::size_t place_of(LastStep step)
{
    return first_last_step + static_cast<std::size_t>(step);
}

// What a step came to and why, whatever kind of step it is.
struct StepOutcome {
    double value = 0;
    bool is_eligible = false;  // of a municipal scheme
    rules::Reason reason = rules::Reason::as_computed;
    double compared = 0;
    double limit = 0;

    bool operator==(StepOutcome const&) const = default;
};

// One value of an answer: a step's amount, a scheme's eligibility, or the national study supplement, which
// the answer gives like a scheme.
struct AnswerValue {
    enum class Kind { amount, eligibility, study_supplement_per_year, study_supplement_eligible };

    std::string name;
    Kind kind = Kind::amount;
    std::size_t step = 0;
    bool is_boolean = false;
};

// Every value of an answer, in its order: those of the contract and a few more of the same kind.
std::vector<AnswerValue> const& answer_values();

// The value with this name, or nullptr.
AnswerValue const* find_answer_value(std::string_view name);

}  // namespace minimasim::run
