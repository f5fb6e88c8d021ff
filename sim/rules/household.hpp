#pragma once

#include <cstdint>

namespace minimasim::rules {

enum class Tenure : std::uint8_t { owner, rent_social, rent_private };

// An adult as the statutory rules see one. Amounts in euro a year, gross, taxable (employee pension premium
// off, holiday money in).
struct Person {
    double wage_per_year = 0;
    double profit_per_year = 0;
    double pension_per_year = 0;  // occupational pension, without the state pension
    double unemployment_benefit_per_year = 0;
    double disability_benefit_per_year = 0;
    double state_pension_build_up = 1;  // share of the full state pension, 0..1
    int age = 0;
    int birth_year = 0;
    bool receives_state_pension = false;
    bool is_student = false;
    bool is_young_disabled = false;
};

// Which statutory rights are claimed. Rules receive claims as inputs.
struct StatutoryClaims {
    bool social_assistance = true;  // including the income supplement for pensioners (AIO)
    bool health_care_allowance = true;
    bool rent_allowance = true;
    bool child_budget = true;
    bool child_benefit = true;
};

// One household: claimant, partner when is_couple, children under 18 by age class, and further adults in one
// sum. Amounts in euro, period in the name.
struct Household {
    Person claimant;
    Person partner;
    bool is_couple = false;
    int children_under_6 = 0;
    int children_6_to_11 = 0;
    int children_12_to_15 = 0;
    int children_16_to_17 = 0;
    int co_residents = 0;  // persons of 18 or older beside claimant and partner
    int cost_sharing_co_residents =
        0;  // those of them who count for the cost-sharer norm (27 or older, no student)
    double co_residents_income_per_year = 0;  // their assessment income that counts for rent allowance

    Tenure tenure = Tenure::rent_social;
    double rent_per_month = 0;           // bare rent
    double service_costs_per_month = 0;  // eligible service costs, already capped per class
    double mortgage_per_month = 0;
    double mortgage_interest_per_year = 0;
    double woz_value = 0;
    double energy_per_month = 0;
    double water_per_month = 0;
    double local_taxes_per_year = 0;
    double health_premium_per_month = 0;  // of the whole household
    double liquid_assets = 0;
    double car_value = 0;
    bool adapted_dwelling = false;
    bool lives_in_institution = false;

    StatutoryClaims claims;
};

constexpr int children(Household const& h)
{
    return h.children_under_6 + h.children_6_to_11 + h.children_12_to_15 + h.children_16_to_17;
}

constexpr int adults(Household const& h)
{
    return h.is_couple ? 2 : 1;
}

constexpr int persons(Household const& h)
{
    return adults(h) + children(h) + h.co_residents;
}

}  // namespace minimasim::rules
