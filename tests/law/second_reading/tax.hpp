#pragma once

#include <vector>

#include "tests/law/second_reading/answers.hpp"

// Income tax (Wet inkomstenbelasting 2001) and the health contribution.
namespace minimasim::second_reading {

// What is known of one adult after the tax return.
struct TaxReturn {
    double gross = 0;  // all income, before the own-home deduction
    double box_1 = 0;
    double taxable = 0;  // box 1 in whole euros
    double tax_and_premiums = 0;
    double general_credit = 0;
    double labour_credit = 0;
    double combination_credit = 0;
    double elderly_credit = 0;
    double single_elderly_credit = 0;
    double young_disabled_credit = 0;
    double credits = 0;
    double after_credits = 0;  // less than nothing when part of the general credit is paid out
    double health_contribution = 0;
    double net = 0;
};

// Of the claimant and the partner. The supplementary benefit is taxed with who has a benefit.
std::vector<TaxReturn> tax_returns(Household const& household, double supplement, Values const& values,
                                   int year);

}  // namespace minimasim::second_reading
