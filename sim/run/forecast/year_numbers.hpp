#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/run/forecast/budget_years.hpp"

namespace minimasim::run {

// What the engine counts of a package in a year.
struct OfPackage {
    std::array<std::int64_t, rules::scheme_count> cost_cents{};  // a year
    forecast::CountsOfYear counts{};
};
using OfPackages = std::vector<OfPackage>;

// The budgets of the measures in every part of every package: [year][part][measure], euro a year.
using BudgetsOfParts = std::vector<std::vector<std::vector<double>>>;

// Puts what one replicate came to, year by year of the plans, where the years of the options want it.
void put_numbers(std::vector<BudgetYearPlan> const& plans, std::vector<outcomes::BudgetLine> const& lines,
                 BudgetYearsOptions const& options, std::vector<OfPackages> const& of_years,
                 BudgetsOfParts const& budgets, std::size_t replicate, NumbersOfYears& numbers);

}  // namespace minimasim::run
