#pragma once

#include <vector>

#include "tests/law/second_reading/tax.hpp"

// Social assistance (Participatiewet).
namespace minimasim::second_reading {

// Norm a month, holiday allowance included (art. 20-23).
double assistance_norm(Household const& household, Values const& values);

double social_assistance(Household const& household, std::vector<TaxReturn> const& returns, double norm,
                         Values const& values);

// The gross amount that leaves `net_assistance` a year on top of the other income: the tax at the first rate
// less the credits, as far as the other income leaves any.
double gross_assistance(double net_assistance, TaxReturn const& r, bool pension_age, Values const& values);

}  // namespace minimasim::second_reading
