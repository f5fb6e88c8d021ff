#pragma once

#include "sim/rules/statutory/person_year.hpp"

namespace minimasim::rules {

// Children and further adults as the rules count them, whoever brings them: a population or a household in a
// file.

inline void add_child(Household& h, Count age)
{
    h.children_under_6 += age < 6 ? 1 : 0;
    h.children_6_to_11 += (age >= 6) & (age < 12) ? 1 : 0;
    h.children_12_to_15 += (age >= 12) & (age < 16) ? 1 : 0;
    h.children_16_to_17 += age >= 16 ? 1 : 0;
    h.children_of_12 += age == 12 ? 1 : 0;
}

// Somebody of 18 or older beside claimant and partner. Shares costs from the age of the law unless a student
// (Participatiewet art. 22a); whole euros of income count for rent allowance, of a child under 23 above its
// exemption (Wet op de huurtoeslag art. 7, Awir art. 8).
inline void add_co_resident(Household& h, Person const& person, bool is_child, Law const& law)
{
    bool const is_young_child = is_child & (person.age < 23);
    double const state_pension = state_pension_gross_per_year(person, false, law.state_pension);
    double const income = floor_euro(income_of(person, state_pension, 0).gross);
    double const exempt = is_young_child ? law.rent_allowance.child_income_exemption_under_23 : 0;
    bool const shares_costs =
        (person.age >= law.social_assistance.cost_sharer_lowest_age) & !person.is_student;
    h.co_residents += 1;
    h.cost_sharing_co_residents += shares_costs ? 1 : 0;
    h.oldest_co_resident_age = larger(h.oldest_co_resident_age, person.age);
    h.co_residents_income_per_year += at_least_zero(income - exempt);
}

}  // namespace minimasim::rules
