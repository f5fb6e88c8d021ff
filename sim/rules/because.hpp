#pragma once

#include <cstdint>

namespace minimasim::rules {

// Why a rule gave what it gave. A rule that refuses names its reason and the two numbers it compared; their
// unit stands beside the text of the reason (reasons.hpp). Where nobody asks, nothing of it is computed.
enum class Reason : std::uint8_t {
    as_computed,  // the step says how
    granted,
    given,      // by the asker, in place of what the rule computes
    unclaimed,  // there is a right, not used
    no_right_to_claim,
    is_inactive,
    no_children,
    no_child_under_12,
    below_age,
    above_age,
    no_pensioner,
    has_pensioner,
    income_above_limit,
    income_above_norm,
    nothing_left,    // income takes away the whole amount
    below_smallest,  // what is left is less than is paid out
    wealth_above_limit,
    years_too_short,
    is_student,
    is_no_student,
    expects_improvement,
    is_owner,
    lives_in_institution,
    rent_above_limit,
    rent_too_low_for_income,
    no_work_or_study,
    no_childcare,
    no_benefit,
    no_limitation,
    is_young_disabled,
    no_need,
    no_charge,
    means_cover_charge,  // what the household can pay itself covers the charge
    expenses_covered,    // income covers the expenses
    is_entrepreneur,
};

// An amount a rule computed and why.
struct Amount {
    double value = 0;
    Reason reason = Reason::as_computed;
    double compared = 0;
    double limit = 0;
};

constexpr Amount refused(Reason reason, double compared = 0, double limit = 0)
{
    return {0, reason, compared, limit};
}

constexpr Amount granted(double value)
{
    return {value, Reason::granted, 0, 0};
}

constexpr Amount computed(double value)
{
    return {value, Reason::as_computed, 0, 0};
}

}  // namespace minimasim::rules
