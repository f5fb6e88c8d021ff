#pragma once

#include <vector>

#include "tests/law/second_reading/answers.hpp"

// What the parts of the second reading share: rounding, ages, the state pension and gross income.
namespace minimasim::second_reading {

// Whole euros. The margin keeps 0.0817 x 10,000 from becoming 816.
double round_down(double amount);
double round_up(double amount);
double round_nearest(double amount);

// Whole cents: what a payer withholds.
double round_down_to_cents(double amount);

double not_below_zero(double amount);

bool is_couple(Household const& household);
bool has_children(Household const& household);

bool is_of_pension_age(Adult const& adult, Values const& values);
bool has_somebody_of_pension_age(std::vector<Adult> const& adults, Values const& values);
bool everybody_is_younger_than(int age, Household const& household);
int birth_year(Adult const& adult, int year);

double labour_income(Adult const& adult);
bool has_employee_benefit(Adult const& adult);

// Gross state pension (AOW) with its holiday allowance.
double state_pension_per_year(Adult const& adult, bool has_partner, Values const& values);

// A month of state pension without holiday allowance, as paid.
double state_pension_net_per_month(Adult const& adult, bool has_partner, Values const& values);

double gross_income(Adult const& adult, bool has_partner, Values const& values);

}  // namespace minimasim::second_reading
