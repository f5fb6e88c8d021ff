#pragma once

#include <string>
#include <vector>

#include "sim/report/budget_curve.hpp"
#include "sim/run/households/household_sweep.hpp"
#include "sim/run/law_and_policy/policy.hpp"

namespace minimasim::run {

// One of the packages to draw a curve for; current policy goes first.
struct CurvePackage {
    std::string id;
    std::string title;
    std::string title_en;
    DatedPolicy policy;
};

// A smaller fall is none: allowances are paid in whole euros a month, so a cent more of income may cost one
// euro a month of each, and an allowance that would come to less than some 24 euro a year is not paid.
inline constexpr double smallest_cliff_per_year = 50;

// What a household has along a sweep, with every cliff and every mark of the norm to the cent. What is swept
// is mostly an amount a year and municipal limits are amounts a month: a cent of wage a year moves net income
// by less than a tenth of a cent a month, so a limit is passed where income rounded to a cent is above it.
//
// Throws InputError when the key has no meaning for the household, or when a given value of it takes the
// place of what would change, so that nothing does.
report::BudgetCurves budget_curves(input::HouseholdRecord const& record, HouseholdSweep const& sweep,
                                   std::vector<CurvePackage> const& packages);

}  // namespace minimasim::run
