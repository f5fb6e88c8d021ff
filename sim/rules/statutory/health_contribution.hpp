#pragma once

#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// Income-dependent contribution to the health insurance (bijdrage Zvw), Zorgverzekeringswet art. 41-45.
struct HealthContributionTerms {
    double low_rate = 0;
    double highest_income = 0;
};

inline constexpr TermField<HealthContributionTerms> health_contribution_fields[] = {
    {"low_rate", Unit::share, 0, 1, &HealthContributionTerms::low_rate},
    {"max_income", Unit::euro_per_year, 0, 1'000'000, &HealthContributionTerms::highest_income},
};

// The low rate is paid by the person, over state pension, other pension and profit. Over wage and benefits
// the payer pays a levy on top, but that income uses up the ceiling first.
[[gnu::always_inline]] inline double health_contribution_per_year(double pension_and_profit_per_year,
                                                                  double wage_and_benefits_per_year,
                                                                  HealthContributionTerms const& terms)
{
    double const room = at_least_zero(terms.highest_income - wage_and_benefits_per_year);
    double const base = smaller(at_least_zero(pension_and_profit_per_year), room);
    return floor_cent(terms.low_rate * base);
}

}  // namespace minimasim::rules
