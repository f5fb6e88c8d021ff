#pragma once

#include "sim/rules/because.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/statutory/minimum_wage.hpp"
#include "sim/rules/statutory/rounding.hpp"

namespace minimasim::rules {

// Supplementary benefit (toeslag), Toeslagenwet art. 2, 2a and 8: unemployment and disability benefits are
// topped up to the gross social minimum, a share of the minimum wage with its holiday allowance. No wealth
// test; gross income of both partners counts. Not built: the lower minimums below 21, and the shut-out of
// couples without a young child of whom one was born after 1971 (art. 4a).
inline double gross_social_minimum_per_year(bool is_couple, MinimumWageTerms const& terms)
{
    double const share = is_couple ? terms.social_minimum_share_couple : terms.social_minimum_share_single;
    return 12 * share * (1 + terms.holiday_allowance_share) * terms.reference_month;
}

[[gnu::always_inline]] inline Amount supplementary_benefit_per_year(Household const& h, bool has_pensioner,
                                                                    double gross_per_year,
                                                                    MinimumWageTerms const& terms)
{
    double const benefits = h.claimant.unemployment_benefit_per_year +
                            h.claimant.disability_benefit_per_year + h.partner.unemployment_benefit_per_year +
                            h.partner.disability_benefit_per_year;
    if (benefits <= 0) {
        return refused(Reason::no_benefit);
    }
    if (has_pensioner) {
        return refused(Reason::has_pensioner);
    }
    double const minimum = gross_social_minimum_per_year(h.is_couple, terms);
    if (gross_per_year >= minimum) {
        return refused(Reason::income_above_limit, gross_per_year, minimum);
    }
    return granted(minimum - gross_per_year);
}

}  // namespace minimasim::rules
