#pragma once

#include "sim/rules/statutory/minimum_wage.hpp"
#include "sim/rules/statutory/rounding.hpp"

namespace minimasim::rules {

// Benefits of the employee insurances and of the young disabled, gross, a month, holiday allowance apart. A
// household gives what it receives; these say what that is for a daily wage. A month has 21.75 benefit days.
inline constexpr double benefit_days_per_month = 21.75;

inline double insured_daily_wage(double daily_wage, MinimumWageTerms const& terms)
{
    return smaller(at_least_zero(daily_wage), terms.highest_daily_wage);
}

// Unemployment benefit (WW), Werkloosheidswet art. 47: 75 % of the daily wage in the first two months, then
// 70 %.
inline double unemployment_benefit_per_month(double daily_wage, int month_of_benefit,
                                             MinimumWageTerms const& terms)
{
    double const share = month_of_benefit <= 2 ? 0.75 : 0.70;
    return floor_cent(share * insured_daily_wage(daily_wage, terms) * benefit_days_per_month);
}

enum class Incapacity : std::uint8_t { below_35_percent, partial, full_and_lasting };

// Work incapacity benefit (WIA), Wet werk en inkomen naar arbeidsvermogen art. 51 and 61: nothing below 35 %
// loss; 75 % of the daily wage for who is fully and lastingly incapable (IVA); for the others (WGA) in the
// wage-related phase 75 % in the first two months and 70 % after, over what is no longer earned.
inline double incapacity_benefit_per_month(double daily_wage, double earned_daily_wage, Incapacity incapacity,
                                           int month_of_benefit, MinimumWageTerms const& terms)
{
    if (incapacity == Incapacity::below_35_percent) {
        return 0;
    }
    double const insured = insured_daily_wage(daily_wage, terms);
    if (incapacity == Incapacity::full_and_lasting) {
        return floor_cent(0.75 * insured * benefit_days_per_month);
    }
    double const share = month_of_benefit <= 2 ? 0.75 : 0.70;
    double const lost = at_least_zero(insured - at_least_zero(earned_daily_wage));
    return floor_cent(share * lost * benefit_days_per_month);
}

// Benefit of the young disabled (Wajong), Wajong art. 3:8 and 2:45, before what they earn.
inline double young_disabled_benefit_per_month(bool has_capacity_to_work, MinimumWageTerms const& terms)
{
    return has_capacity_to_work ? terms.young_disabled_benefit_with_capacity
                                : terms.young_disabled_benefit_full;
}

}  // namespace minimasim::rules
