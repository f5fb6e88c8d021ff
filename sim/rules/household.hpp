#pragma once

namespace minimasim::rules {

// A whole number (years, persons), kept like an amount so that all fields of a household fill one kind of
// lane.
using Count = double;

// An adult as the statutory rules see one. Amounts in euro a year, gross, taxable (employee pension premium
// off, holiday money in).
struct Person {
    double wage_per_year = 0;
    double profit_per_year = 0;
    double pension_per_year = 0;  // occupational pension, without the state pension
    double unemployment_benefit_per_year = 0;
    double disability_benefit_per_year = 0;
    double state_pension_build_up = 1;  // share of the full state pension, 0..1
    Count age = 0;
    Count birth_year = 0;
    bool receives_state_pension = false;
    bool is_student = false;
    bool is_young_disabled = false;
    bool is_medically_limited = false;  // works or studies limited hours for a structural medical reason
    bool is_older_unemployed = false;   // has the right to IOAW: income supplement without a wealth test
    // Which part of earnings assistance leaves out of account: months of use are the office's to count, so a
    // household says which exemption is running.
    bool has_first_months_exemption = false;
    bool has_single_parent_exemption = false;
};

// Which statutory rights are claimed. Rules receive claims as inputs.
struct StatutoryClaims {
    bool social_assistance = true;  // including the supplement for pensioners (AIO) and IOAW
    bool supplementary_benefit = true;
    bool health_care_allowance = true;
    bool rent_allowance = true;
    bool child_budget = true;
    bool child_benefit = true;
    bool childcare_allowance = true;
    bool study_supplement = true;
};

// One household: claimant, partner when is_couple, children under 18 by age class, and further adults in one
// sum. Amounts in euro, period in the name.
struct Household {
    Person claimant;
    Person partner;
    bool is_couple = false;
    Count children_under_6 = 0;
    Count children_6_to_11 = 0;
    Count children_12_to_15 = 0;
    Count children_16_to_17 = 0;
    Count children_of_12 = 0;  // those of 12 among them: the poverty line counts them with the younger ones
    Count co_residents = 0;    // persons of 18 or older beside claimant and partner
    Count cost_sharing_co_residents =
        0;  // those of them who count for the cost-sharer norm (27 or older, no student)
    Count oldest_co_resident_age = 0;
    double co_residents_income_per_year = 0;  // their assessment income that counts for rent allowance

    bool is_owner = false;               // of the home; otherwise it is rented
    double rent_per_month = 0;           // bare rent
    double service_costs_per_month = 0;  // eligible service costs, already capped per class
    double mortgage_per_month = 0;
    double mortgage_interest_per_year = 0;
    double woz_value = 0;
    double energy_per_month = 0;
    double water_per_month = 0;
    double local_taxes_per_year = 0;
    double health_premium_per_month = 0;  // of the whole household
    double alimony_paid_per_month = 0;
    double childcare_first_child_per_month = 0;    // eligible costs: hours and rates within the law's limits
    double childcare_next_children_per_month = 0;  // likewise
    double liquid_assets = 0;
    double home_equity = 0;  // of the own home, mortgage off
    double car_value = 0;
    bool adapted_dwelling = false;
    bool lives_in_institution = false;

    StatutoryClaims claims;
};

constexpr Count children(Household const& h)
{
    return h.children_under_6 + h.children_6_to_11 + h.children_12_to_15 + h.children_16_to_17;
}

constexpr Count adults(Household const& h)
{
    return h.is_couple ? 2 : 1;
}

constexpr Count persons(Household const& h)
{
    return adults(h) + children(h) + h.co_residents;
}

}  // namespace minimasim::rules
