#pragma once

#include "sim/rules/law.hpp"

namespace minimasim::rules {

// The rented home of a household; income is joint with co-residents.
[[gnu::always_inline]] inline RentedHome rented_home(Household const& h, double assessment_income_per_year,
                                                     bool has_pensioner, Law const& law)
{
    Count const young_below = law.rent_allowance_has_2026_form ? 21 : 23;
    bool const has_old_co_resident = h.oldest_co_resident_age >= law.state_pension.pension_age;
    bool const has_resident_of_pension_age = has_pensioner | has_old_co_resident;
    return {h.rent_per_month,
            h.service_costs_per_month,
            assessment_income_per_year + h.co_residents_income_per_year,
            persons(h),
            has_pensioner,
            has_resident_of_pension_age,
            h.adapted_dwelling,
            is_young_household(h, young_below)};
}

// Rent allowance of a household, in the form of the law's date. Wealth on 1 January, partners together twice
// the limit.
[[gnu::always_inline]] inline Amount rent_allowance_of(Household const& h, double assessment_income_per_year,
                                                       bool has_pensioner, Law const& law)
{
    if (h.is_owner) {
        return refused(Reason::is_owner);
    }
    if (h.lives_in_institution) {
        return refused(Reason::lives_in_institution);
    }
    double const wealth_limit = adults(h) * law.rent_allowance.wealth_limit_per_person;
    if (h.liquid_assets > wealth_limit) {
        return refused(Reason::wealth_above_limit, h.liquid_assets, wealth_limit);
    }
    auto const home = rented_home(h, assessment_income_per_year, has_pensioner, law);
    double const rent = rent_with_service_costs(home, law.rent_allowance_until_2025);
    double const highest = highest_rent_until_2025(home, law.rent_allowance, law.rent_allowance_until_2025);
    if (!law.rent_allowance_has_2026_form & is_rent_above(rent, highest)) {
        return refused(Reason::rent_above_limit, rent, highest);
    }
    double const allowance =
        law.rent_allowance_has_2026_form
            ? rent_allowance_2026(home, law.rent_allowance, law.rent_allowance_2026)
            : rent_allowance_until_2025(home, law.rent_allowance, law.rent_allowance_until_2025);
    double const payable =
        rent_allowance_payable_per_month(allowance, law.health_care_allowance.smallest_payment);
    if (payable <= 0) {
        return refused(Reason::rent_too_low_for_income, home.rent_per_month, home.income_per_year);
    }
    return granted(payable);
}

}  // namespace minimasim::rules
