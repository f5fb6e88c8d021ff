#include "tests/law/second_reading/common.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace minimasim::second_reading {

namespace {

// Full gross amount a month without holiday allowance. A co-resident does not make somebody a partner.
double full_state_pension_per_month(bool has_partner, Values const& values)
{
    return values.at(has_partner ? "state_pension.partner_gross" : "state_pension.single_gross");
}

}  // namespace

double round_down(double amount)
{
    return std::floor(amount + 1e-6);
}

double round_up(double amount)
{
    return std::ceil(amount - 1e-6);
}

double round_nearest(double amount)
{
    return std::floor(amount + 0.5 + 1e-6);
}

double round_down_to_cents(double amount)
{
    return round_down(100 * amount) / 100;
}

double not_below_zero(double amount)
{
    return std::max(0.0, amount);
}

bool is_couple(Household const& household)
{
    return household.adults.size() == 2;
}

bool has_children(Household const& household)
{
    return !household.children.empty();
}

bool is_of_pension_age(Adult const& adult, Values const& values)
{
    return adult.age >= values.at("state_pension.aow_age_years");
}

bool has_somebody_of_pension_age(std::vector<Adult> const& adults, Values const& values)
{
    for (Adult const& adult : adults) {
        if (is_of_pension_age(adult, values)) {
            return true;
        }
    }
    return false;
}

bool everybody_is_younger_than(int age, Household const& household)
{
    for (Adult const& adult : household.adults) {
        if (adult.age >= age) {
            return false;
        }
    }
    for (Adult const& adult : household.co_residents) {
        if (adult.age >= age) {
            return false;
        }
    }
    return true;
}

int birth_year(Adult const& adult, int year)
{
    return adult.birth_year == 0 ? year - adult.age : adult.birth_year;
}

double labour_income(Adult const& adult)
{
    return adult.wage + adult.profit;
}

bool has_employee_benefit(Adult const& adult)
{
    return adult.unemployment_benefit + adult.disability_benefit > 0;
}

double state_pension_per_year(Adult const& adult, bool has_partner, Values const& values)
{
    if (!adult.receives_state_pension) {
        return 0;
    }
    double const holiday =
        values.at(has_partner ? "state_pension.partner_holiday" : "state_pension.single_holiday");
    return 12 * adult.state_pension_build_up * (full_state_pension_per_month(has_partner, values) + holiday);
}

// With the tax credit no wage tax is left: the payer withholds the low rate of the health contribution only.
double state_pension_net_per_month(Adult const& adult, bool has_partner, Values const& values)
{
    if (!adult.receives_state_pension) {
        return 0;
    }
    double const gross = adult.state_pension_build_up * full_state_pension_per_month(has_partner, values);
    return gross - round_down_to_cents(values.at("health_contribution.low_rate") * gross);
}

double gross_income(Adult const& adult, bool has_partner, Values const& values)
{
    return labour_income(adult) + adult.pension + adult.unemployment_benefit + adult.disability_benefit +
           state_pension_per_year(adult, has_partner, values);
}

}  // namespace minimasim::second_reading
