#pragma once

#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// Minimum wage (minimumloon), Wet minimumloon en minimumvakantiebijslag art. 7 and 8. The month is the
// monthly wage of 2023 and the reference month since hours are paid (2024); holiday allowance of 8 % comes on
// top.
struct MinimumWageTerms {
    double reference_month = 0;
    double share_at_20 = 0;
    double share_at_19 = 0;
    double share_at_18 = 0;
};

inline constexpr TermField<MinimumWageTerms> minimum_wage_fields[] = {
    {"reference_month", Unit::euro_per_month, 0, 10'000, &MinimumWageTerms::reference_month},
    {"youth_age_20_19_18.1", Unit::share, 0, 1, &MinimumWageTerms::share_at_20},
    {"youth_age_20_19_18.2", Unit::share, 0, 1, &MinimumWageTerms::share_at_19},
    {"youth_age_20_19_18.3", Unit::share, 0, 1, &MinimumWageTerms::share_at_18},
};

inline double minimum_wage_per_month(int age, MinimumWageTerms const& terms)
{
    double const share = age >= 21   ? 1
                         : age == 20 ? terms.share_at_20
                         : age == 19 ? terms.share_at_19
                                     : terms.share_at_18;
    return share * terms.reference_month;
}

}  // namespace minimasim::rules
