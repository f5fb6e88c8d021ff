#pragma once

#include "sim/rules/household.hpp"
#include "sim/rules/statutory/health_contribution.hpp"
#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// State pension (AOW), Algemene Ouderdomswet art. 7a (age), 9 (amounts), 13 (build-up), 29 (holiday
// allowance).
struct StatePensionTerms {
    double gross_single = 0;
    double gross_partner = 0;  // each of the two
    double holiday_single = 0;
    double holiday_partner = 0;
    double pension_age = 0;
};

inline constexpr TermField<StatePensionTerms> state_pension_fields[] = {
    {"single_gross", Unit::euro_per_month, 0, 10'000, &StatePensionTerms::gross_single},
    {"partner_gross", Unit::euro_per_month, 0, 10'000, &StatePensionTerms::gross_partner},
    {"single_holiday", Unit::euro_per_month, 0, 1'000, &StatePensionTerms::holiday_single},
    {"partner_holiday", Unit::euro_per_month, 0, 1'000, &StatePensionTerms::holiday_partner},
    {"aow_age_years", Unit::years, 60, 80, &StatePensionTerms::pension_age},
};

inline bool has_pension_age(Person const& person, StatePensionTerms const& terms)
{
    return person.receives_state_pension | (person.age >= terms.pension_age);
}

inline bool has_pensioner(Household const& h, StatePensionTerms const& terms)
{
    return has_pension_age(h.claimant, terms) | (h.is_couple & has_pension_age(h.partner, terms));
}

// Without holiday allowance.
[[gnu::always_inline]] inline double state_pension_gross_per_month(Person const& person, bool has_partner,
                                                                   StatePensionTerms const& terms)
{
    if (!person.receives_state_pension) {
        return 0;
    }
    return person.state_pension_build_up * (has_partner ? terms.gross_partner : terms.gross_single);
}

// Twelve months of the law on its date, holiday allowance included.
[[gnu::always_inline]] inline double state_pension_gross_per_year(Person const& person, bool has_partner,
                                                                  StatePensionTerms const& terms)
{
    if (!person.receives_state_pension) {
        return 0;
    }
    double const full_per_month =
        has_partner ? terms.gross_partner + terms.holiday_partner : terms.gross_single + terms.holiday_single;
    return 12 * person.state_pension_build_up * full_per_month;
}

// What the payer transfers a month, holiday allowance apart: with the tax credit on the state pension no tax
// is left, and only the health contribution is withheld, in whole cents (reproduces the published net
// amounts).
inline double state_pension_net_of_contribution(double gross_per_month, HealthContributionTerms const& terms)
{
    return gross_per_month - floor_cent(terms.low_rate * gross_per_month);
}

// The same when the credit is used elsewhere: the first bracket from pension age is withheld as well.
inline double state_pension_net_without_credit(double gross_per_month, double first_bracket_rate,
                                               HealthContributionTerms const& terms)
{
    return state_pension_net_of_contribution(gross_per_month, terms) -
           floor_cent(first_bracket_rate * gross_per_month);
}

}  // namespace minimasim::rules
