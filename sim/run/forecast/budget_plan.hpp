#pragma once

#include <vector>

#include "sim/forecast/budget.hpp"
#include "sim/run/forecast/policy_index.hpp"
#include "sim/run/setting.hpp"

namespace minimasim::run {

// Part of a year in which a package stays as it is.
struct PartOfYear {
    std::size_t package = 0;  // the place in BudgetYearPlan::to_run of what it does to the schemes
    int months = 12;
    DatedPolicy policy;  // not yet moved by an index
};

// A budget year: which policies the engine has to run, and what every package of the forecast is made of.
struct BudgetYearPlan {
    Date date;                                      // of the law: the day and month of the policy date
    std::vector<Package> to_run;                    // current policy first
    std::vector<std::vector<PartOfYear>> packages;  // of every package its parts; twelve months together
    std::vector<int> months;                        // of every package, in which some change holds
};

// Plans a year. `scenarios`: of every package, nothing for current policy, which comes first. A change
// without a date holds from the policy date; one with a date from the first day of its month, so that its
// first year counts the months that are left. Throws InputError as apply_package.
BudgetYearPlan plan_year(Workspace const& workspace, std::vector<input::Scenario const*> const& scenarios,
                         int year);

// What the engine runs in that year under one course of the index, with a number for every law that differs.
std::vector<Package> moved_packages(BudgetYearPlan const& plan, PolicyIndex const& index,
                                    forecast::DrawnIndex const& drawn);

}  // namespace minimasim::run
