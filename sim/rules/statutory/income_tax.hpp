#pragma once

#include "sim/rules/household.hpp"
#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// Income tax and national insurance premiums on work and home (box 1), Wet inkomstenbelasting 2001 art. 2.10
// and 2.10a, Wet financiering sociale verzekeringen art. 8-12. The rate of the first bracket holds the
// premiums.
struct IncomeTaxTerms {
    double limit_1 = 0;
    double limit_2 = 0;
    double rate_1 = 0;
    double rate_2 = 0;
    double rate_3 = 0;
    double pension_age_limit_1 = 0;
    double pension_age_limit_2 = 0;
    double pension_age_rate_1 = 0;
    double pension_age_rate_2 = 0;
    double pension_age_rate_3 = 0;
    double limit_1_born_before_1946 = 0;
    double premium_old_age = 0;
    double premium_survivors = 0;
    double premium_long_term_care = 0;
    double imputed_rent_share = 0;  // of the WOZ value, for a home of average value
};

inline constexpr TermField<IncomeTaxTerms> income_tax_fields[] = {
    {"bracket_limits_below_aow.1", Unit::euro_per_year, 0, 1'000'000, &IncomeTaxTerms::limit_1},
    {"bracket_limits_below_aow.2", Unit::euro_per_year, 0, 1'000'000, &IncomeTaxTerms::limit_2},
    {"bracket_rates_below_aow.1", Unit::share, 0, 0.99, &IncomeTaxTerms::rate_1},
    {"bracket_rates_below_aow.2", Unit::share, 0, 0.99, &IncomeTaxTerms::rate_2},
    {"bracket_rates_below_aow.3", Unit::share, 0, 0.99, &IncomeTaxTerms::rate_3},
    {"bracket_limits_aow.1", Unit::euro_per_year, 0, 1'000'000, &IncomeTaxTerms::pension_age_limit_1},
    {"bracket_limits_aow.2", Unit::euro_per_year, 0, 1'000'000, &IncomeTaxTerms::pension_age_limit_2},
    {"bracket_rates_aow.1", Unit::share, 0, 0.99, &IncomeTaxTerms::pension_age_rate_1},
    {"bracket_rates_aow.2", Unit::share, 0, 0.99, &IncomeTaxTerms::pension_age_rate_2},
    {"bracket_rates_aow.3", Unit::share, 0, 0.99, &IncomeTaxTerms::pension_age_rate_3},
    {"first_limit_aow_born_before_1946", Unit::euro_per_year, 0, 1'000'000,
     &IncomeTaxTerms::limit_1_born_before_1946},
    {"premium_aow", Unit::share, 0, 1, &IncomeTaxTerms::premium_old_age},
    {"premium_anw", Unit::share, 0, 1, &IncomeTaxTerms::premium_survivors},
    {"premium_wlz", Unit::share, 0, 1, &IncomeTaxTerms::premium_long_term_care},
    {"imputed_rent_share", Unit::share, 0, 0.1, &IncomeTaxTerms::imputed_rent_share},
};

// What the own home takes off box 1 income, art. 3.110-3.123a: interest less imputed rent
// (eigenwoningforfait, art. 3.112). Imputed rent above the interest is left out: the deduction for small
// mortgages (art. 3.123a) takes away most of it.
[[gnu::always_inline]] inline double own_home_deduction_per_year(Household const& h,
                                                                 IncomeTaxTerms const& terms)
{
    if (!h.is_owner) {
        return 0;
    }
    return at_least_zero(h.mortgage_interest_per_year - terms.imputed_rent_share * h.woz_value);
}

inline double first_bracket_rate(bool has_pension_age, IncomeTaxTerms const& terms)
{
    return has_pension_age ? terms.pension_age_rate_1 : terms.rate_1;
}

// Before credits, rounded as in the tax return: income down to whole euros, then tax and premiums each summed
// and down. Rounding every bracket apart gives the same on the published returns of 2025, but loses up to two
// euros more in the third bracket, where published answers of 2023 agree with this form only.
[[gnu::always_inline]] inline double tax_before_credits_per_year(double income_per_year, bool has_pension_age,
                                                                 bool born_before_1946,
                                                                 IncomeTaxTerms const& terms)
{
    if (income_per_year <= 0) {
        return 0;
    }
    double const income = floor_euro(income_per_year);
    double const limit_1 = !has_pension_age   ? terms.limit_1
                           : born_before_1946 ? terms.limit_1_born_before_1946
                                              : terms.pension_age_limit_1;
    double const limit_2 = has_pension_age ? terms.pension_age_limit_2 : terms.limit_2;
    double const rate_2 = has_pension_age ? terms.pension_age_rate_2 : terms.rate_2;
    double const rate_3 = has_pension_age ? terms.pension_age_rate_3 : terms.rate_3;
    double const premiums = terms.premium_survivors + terms.premium_long_term_care +
                            (has_pension_age ? 0 : terms.premium_old_age);
    double const tax_rate_1 = first_bracket_rate(has_pension_age, terms) - premiums;

    double const in_bracket_1 = smaller(income, limit_1);
    double const in_bracket_2 = at_least_zero(smaller(income, limit_2) - limit_1);
    double const in_bracket_3 = at_least_zero(income - larger(limit_2, limit_1));
    double const tax = in_bracket_1 * tax_rate_1 + in_bracket_2 * rate_2 + in_bracket_3 * rate_3;
    return floor_euro(tax) + floor_euro(in_bracket_1 * premiums);
}

}  // namespace minimasim::rules
