#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/input/household_record.hpp"
#include "sim/input/term_table.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/law.hpp"
#include "sim/run/households/household_steps.hpp"

namespace minimasim::run {

// A value of the answer that the asker gives in place of what would be computed.
struct GivenOutcome {
    AnswerValue const* value = nullptr;
    double given = 0;
};

// One household ready to be worked out: what the rules see, what is claimed, and what is given.
struct HouseholdCase {
    rules::Household household;
    double years_on_low_income = 0;
    bool expects_improvement = false;
    double special_costs_per_year = 0;
    double goods_costs_per_year = 0;
    std::array<bool, rules::scheme_count> claims{};
    std::vector<GivenOutcome> given;
    std::optional<double> given_expenses_per_month;

    bool gives(std::string_view name) const;
};

// Reasonable expenses of the participation budget: can be given, and is no value of an answer.
inline constexpr char const* expenses_name = "expenses_per_month";

// The names that a household's take-up may name.
std::vector<std::string> const& claim_names();

// What a reader of households has to know of law and program.
input::HouseholdLimits household_limits(input::TermTable const& terms);

// The case of a record under a law: ages by class, childcare costs within the law's limits, co-residents as
// the law counts them. The record is checked already.
HouseholdCase case_of(input::HouseholdRecord const& record, rules::Law const& law);

}  // namespace minimasim::run
