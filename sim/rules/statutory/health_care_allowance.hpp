#pragma once

#include "sim/rules/because.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// Health care allowance (zorgtoeslag), Wet op de zorgtoeslag art. 2 and 3.
struct HealthCareAllowanceTerms {
    double standard_premium = 0;
    double threshold_income = 0;
    double norm_premium_share_single = 0;
    double norm_premium_share_partners = 0;
    double norm_premium_share_above_threshold = 0;
    double wealth_limit_single = 0;
    double wealth_limit_partners = 0;
    double smallest_payment = 0;  // of any allowance, Awir art. 14 paragraph 5
};

inline constexpr TermField<HealthCareAllowanceTerms> health_care_allowance_fields[] = {
    {"standard_premium", Unit::euro_per_year, 0, 100'000, &HealthCareAllowanceTerms::standard_premium},
    {"threshold_income", Unit::euro_per_year, 0, 1'000'000, &HealthCareAllowanceTerms::threshold_income},
    {"pct_threshold_single", Unit::share, 0, 1, &HealthCareAllowanceTerms::norm_premium_share_single},
    {"pct_threshold_partner", Unit::share, 0, 1, &HealthCareAllowanceTerms::norm_premium_share_partners},
    {"pct_above_threshold", Unit::share, 0, 1, &HealthCareAllowanceTerms::norm_premium_share_above_threshold},
    {"wealth_limit_single", Unit::euro, 0, 10'000'000, &HealthCareAllowanceTerms::wealth_limit_single},
    {"wealth_limit_partner", Unit::euro, 0, 10'000'000, &HealthCareAllowanceTerms::wealth_limit_partners},
    {"min_payment", Unit::euro_per_year, 0, 10'000, &HealthCareAllowanceTerms::smallest_payment},
};

inline double norm_premium_per_year(double assessment_income_per_year, bool has_partner,
                                    HealthCareAllowanceTerms const& terms)
{
    double const share = has_partner ? terms.norm_premium_share_partners : terms.norm_premium_share_single;
    double const above = at_least_zero(assessment_income_per_year - terms.threshold_income);
    return share * terms.threshold_income + terms.norm_premium_share_above_threshold * above;
}

// Halved when the partner is not insured under the Dutch law, art. 2 paragraph 4.
inline double health_care_allowance_unrounded(double assessment_income_per_year, bool has_partner,
                                              bool partner_is_insured, HealthCareAllowanceTerms const& terms)
{
    double const premiums = (has_partner ? 2 : 1) * terms.standard_premium;
    double const allowance = premiums - norm_premium_per_year(assessment_income_per_year, has_partner, terms);
    return at_least_zero(has_partner & !partner_is_insured ? allowance / 2 : allowance);
}

// Whole euros, nothing below the smallest payment (Awir art. 14 paragraphs 4 and 5).
inline double health_care_allowance_per_year(double assessment_income_per_year, bool has_partner,
                                             bool partner_is_insured, HealthCareAllowanceTerms const& terms)
{
    double const allowance = nearest_euro(
        health_care_allowance_unrounded(assessment_income_per_year, has_partner, partner_is_insured, terms));
    return allowance < terms.smallest_payment ? 0 : allowance;
}

inline double health_care_allowance_per_month(double assessment_income_per_year, bool has_partner,
                                              bool partner_is_insured, HealthCareAllowanceTerms const& terms)
{
    return floor_euro(
        health_care_allowance_per_year(assessment_income_per_year, has_partner, partner_is_insured, terms) /
        12);
}

// For a household, with the wealth test before it.
[[gnu::always_inline]] inline Amount health_care_allowance_of(Household const& h,
                                                              double assessment_income_per_year,
                                                              HealthCareAllowanceTerms const& terms)
{
    double const wealth_limit = h.is_couple ? terms.wealth_limit_partners : terms.wealth_limit_single;
    if (h.liquid_assets > wealth_limit) {
        return refused(Reason::wealth_above_limit, h.liquid_assets, wealth_limit);
    }
    double const allowance =
        health_care_allowance_per_month(assessment_income_per_year, h.is_couple, true, terms);
    if (allowance <= 0) {
        return refused(Reason::nothing_left, assessment_income_per_year);
    }
    return granted(allowance);
}

}  // namespace minimasim::rules
