#pragma once

#include "sim/rules/because.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/statutory/social_assistance.hpp"

namespace minimasim::rules {

// What assistance leaves out of net earnings, Participatiewet art. 31 paragraph 2: under n a quarter in the
// first six months, under r an eighth for a single parent of a child below 12, under y a share for who works
// limited hours for a medical reason; each up to an amount a month, not below 27 and not from pension age.
// The months of use are the office's to count: the household says which one applies. The wider exemption of
// art. 34a is in force from 2027-01-01 (2026 is a year in which municipalities may apply it) and is not
// applied.
[[gnu::always_inline]] inline double earnings_exemption_per_month(Person const& person, bool has_pension_age,
                                                                  bool is_single_parent,
                                                                  bool has_child_under_12,
                                                                  double net_earnings_per_month,
                                                                  SocialAssistanceTerms const& terms)
{
    bool const is_first = person.has_first_months_exemption;
    bool const is_parent = person.has_single_parent_exemption & is_single_parent & has_child_under_12;
    bool const is_medical = person.is_medically_limited;
    double const share = is_first     ? terms.earnings_exempt_share
                         : is_parent  ? terms.single_parent_exempt_share
                         : is_medical ? terms.medical_hours_exempt_share
                                      : 0;
    double const highest = is_first    ? terms.earnings_exempt_highest
                           : is_parent ? terms.single_parent_exempt_highest
                                       : terms.medical_hours_exempt_highest;
    if ((person.age < terms.earnings_exempt_lowest_age) | has_pension_age) {
        return 0;
    }
    return smaller(share * at_least_zero(net_earnings_per_month), highest);
}

// Art. 33 paragraph 5: a small part of the occupational pension of households of pension age is left out.
[[gnu::always_inline]] inline double pension_exemption_per_month(Household const& h, bool has_pensioner,
                                                                 SocialAssistanceTerms const& terms)
{
    double const pension =
        (h.claimant.pension_per_year + (h.is_couple ? h.partner.pension_per_year : 0)) / 12;
    double const highest = h.is_couple ? terms.pension_exempt_couple : terms.pension_exempt_single;
    return has_pensioner ? smaller(pension, highest) : 0;
}

}  // namespace minimasim::rules
