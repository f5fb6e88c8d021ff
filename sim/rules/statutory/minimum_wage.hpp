#pragma once

#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// Minimum wage (minimumloon), Wet minimumloon en minimumvakantiebijslag art. 7, 8, 14 and 15, and the
// benefits that are a share of it or of a daily wage. The month is the monthly wage of 2023 and the reference
// month since hours are paid (2024).
struct MinimumWageTerms {
    double reference_month = 0;
    double hour = 0;
    double share_at_20 = 0;
    double share_at_19 = 0;
    double share_at_18 = 0;
    double holiday_allowance_share = 0;
    double social_minimum_share_couple = 0;
    double social_minimum_share_single = 0;
    double highest_daily_wage = 0;
    double young_disabled_benefit_full = 0;
    double young_disabled_benefit_with_capacity = 0;
};

inline constexpr TermField<MinimumWageTerms> minimum_wage_fields[] = {
    {"reference_month", Unit::euro_per_month, 0, 10'000, &MinimumWageTerms::reference_month},
    {"hour", Unit::euro_per_hour, 0, 100, &MinimumWageTerms::hour},
    {"youth_age_20_19_18.1", Unit::share, 0, 1, &MinimumWageTerms::share_at_20},
    {"youth_age_20_19_18.2", Unit::share, 0, 1, &MinimumWageTerms::share_at_19},
    {"youth_age_20_19_18.3", Unit::share, 0, 1, &MinimumWageTerms::share_at_18},
    {"holiday_allowance_share", Unit::share, 0, 1, &MinimumWageTerms::holiday_allowance_share},
    {"social_minimum_share_couple", Unit::share, 0, 2, &MinimumWageTerms::social_minimum_share_couple},
    {"social_minimum_share_single", Unit::share, 0, 2, &MinimumWageTerms::social_minimum_share_single},
    {"max_daily_wage", Unit::euro_per_day, 0, 10'000, &MinimumWageTerms::highest_daily_wage},
    {"young_disabled_benefit_full", Unit::euro_per_month, 0, 10'000,
     &MinimumWageTerms::young_disabled_benefit_full},
    {"young_disabled_benefit_capacity", Unit::euro_per_month, 0, 10'000,
     &MinimumWageTerms::young_disabled_benefit_with_capacity},
};

inline double minimum_wage_share(double age, MinimumWageTerms const& terms)
{
    return age >= 21 ? 1 : age == 20 ? terms.share_at_20 : age == 19 ? terms.share_at_19 : terms.share_at_18;
}

inline double minimum_wage_per_month(double age, MinimumWageTerms const& terms)
{
    return minimum_wage_share(age, terms) * terms.reference_month;
}

// Taxable wage of a year of so many hours a week at this share of the minimum wage, holiday allowance
// included, before the employee's pension premium: 52 weeks.
inline double wage_per_year_of_hours(double hours_per_week, double wage_per_hour,
                                     MinimumWageTerms const& terms)
{
    return 52 * hours_per_week * wage_per_hour * (1 + terms.holiday_allowance_share);
}

}  // namespace minimasim::rules
