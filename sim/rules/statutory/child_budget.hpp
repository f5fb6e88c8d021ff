#pragma once

#include "sim/rules/because.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/statutory/health_care_allowance.hpp"
#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// Child budget (kindgebonden budget), Wet op het kindgebonden budget art. 2. Its wealth limits are those of
// the health care allowance; child benefit must be received.
struct ChildBudgetTerms {
    double first_child = 0;
    double next_child = 0;
    double supplement_12_to_15 = 0;
    double supplement_16_to_17 = 0;
    double single_parent_supplement = 0;
    double threshold_single = 0;
    double threshold_partners = 0;
    double taper = 0;
};

inline constexpr TermField<ChildBudgetTerms> child_budget_fields[] = {
    {"first_child", Unit::euro_per_year, 0, 100'000, &ChildBudgetTerms::first_child},
    {"each_next_child", Unit::euro_per_year, 0, 100'000, &ChildBudgetTerms::next_child},
    {"supplement_12_15", Unit::euro_per_year, 0, 100'000, &ChildBudgetTerms::supplement_12_to_15},
    {"supplement_16_17", Unit::euro_per_year, 0, 100'000, &ChildBudgetTerms::supplement_16_to_17},
    {"single_parent_supplement", Unit::euro_per_year, 0, 100'000,
     &ChildBudgetTerms::single_parent_supplement},
    {"threshold_single", Unit::euro_per_year, 0, 1'000'000, &ChildBudgetTerms::threshold_single},
    {"threshold_partner", Unit::euro_per_year, 0, 1'000'000, &ChildBudgetTerms::threshold_partners},
    {"taper", Unit::share, 0, 1, &ChildBudgetTerms::taper},
};

// At a low income.
inline double highest_child_budget_per_year(Household const& h, ChildBudgetTerms const& terms)
{
    if (children(h) == 0) {
        return 0;
    }
    return terms.first_child + (children(h) - 1) * terms.next_child +
           h.children_12_to_15 * terms.supplement_12_to_15 + h.children_16_to_17 * terms.supplement_16_to_17 +
           (h.is_couple ? 0 : terms.single_parent_supplement);
}

inline double child_budget_per_year(Household const& h, double assessment_income_per_year,
                                    ChildBudgetTerms const& terms)
{
    double const threshold = h.is_couple ? terms.threshold_partners : terms.threshold_single;
    double const above = at_least_zero(assessment_income_per_year - threshold);
    return at_least_zero(highest_child_budget_per_year(h, terms) - terms.taper * above);
}

// A year's award in whole euros a month; nothing below the smallest payment of an allowance (Awir art. 14
// paragraphs 4 and 5: the award of the year in whole euros).
inline double child_budget_payable_per_month(double per_year, double smallest_payment_per_year)
{
    return nearest_euro(per_year) < smallest_payment_per_year ? 0 : floor_euro(per_year / 12);
}

// For a household, with the wealth test before it: wealth on 1 January, the limits of the health care
// allowance.
[[gnu::always_inline]] inline Amount child_budget_of(Household const& h, double assessment_income_per_year,
                                                     ChildBudgetTerms const& terms,
                                                     HealthCareAllowanceTerms const& limits)
{
    if (children(h) == 0) {
        return refused(Reason::no_children);
    }
    double const wealth_limit = h.is_couple ? limits.wealth_limit_partners : limits.wealth_limit_single;
    if (h.liquid_assets > wealth_limit) {
        return refused(Reason::wealth_above_limit, h.liquid_assets, wealth_limit);
    }
    double const budget = child_budget_payable_per_month(
        child_budget_per_year(h, assessment_income_per_year, terms), limits.smallest_payment);
    if (budget <= 0) {
        return refused(Reason::nothing_left, assessment_income_per_year);
    }
    return granted(budget);
}

}  // namespace minimasim::rules
