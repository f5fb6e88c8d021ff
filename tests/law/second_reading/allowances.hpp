#pragma once

#include <vector>

#include "tests/law/second_reading/tax.hpp"

// Allowances (toeslagen) and child benefit.
namespace minimasim::second_reading {

// Assessment income (toetsingsinkomen, Awir art. 8), joint.
double assessment_income(Household const& household, std::vector<TaxReturn> const& returns, double assistance,
                         Values const& values);

// Health care allowance (zorgtoeslag), Wet op de zorgtoeslag art. 2-3.
double health_care_allowance(Household const& household, double income, Values const& values);

// Rent allowance (huurtoeslag).
double rent_allowance(Household const& household, double joint_income, Values const& values, int year);

// Child budget (kindgebonden budget).
double child_budget(Household const& household, double income, Values const& values);

// Child benefit (kinderbijslag).
double child_benefit(Household const& household, Values const& values);

// Childcare allowance (kinderopvangtoeslag).
double childcare_allowance(Household const& household, double income, Values const& values);

}  // namespace minimasim::second_reading
