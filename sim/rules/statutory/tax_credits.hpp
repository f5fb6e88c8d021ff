#pragma once

#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// Tax credits (heffingskortingen), Wet inkomstenbelasting 2001 art. 8.10-8.18. Each is rounded up to whole
// euros.
struct TaxCreditTerms {
    double general_highest = 0;
    double general_threshold = 0;
    double general_taper = 0;
    double general_highest_pension_age = 0;
    double general_taper_pension_age = 0;
    double general_payout_born_before = 0;
    double labour_from_1 = 0;
    double labour_from_2 = 0;
    double labour_from_3 = 0;
    double labour_from_4 = 0;
    double labour_upper_1 = 0;
    double labour_upper_2 = 0;
    double labour_upper_3 = 0;
    double labour_upper_4 = 0;
    double labour_base_1 = 0;
    double labour_base_2 = 0;
    double labour_base_3 = 0;
    double labour_base_4 = 0;
    double labour_rate_1 = 0;
    double labour_rate_2 = 0;
    double labour_rate_3 = 0;
    double labour_rate_4 = 0;
    double labour_pension_age_from_1 = 0;
    double labour_pension_age_from_2 = 0;
    double labour_pension_age_from_3 = 0;
    double labour_pension_age_from_4 = 0;
    double labour_pension_age_upper_1 = 0;
    double labour_pension_age_upper_2 = 0;
    double labour_pension_age_upper_3 = 0;
    double labour_pension_age_upper_4 = 0;
    double labour_pension_age_base_1 = 0;
    double labour_pension_age_base_2 = 0;
    double labour_pension_age_base_3 = 0;
    double labour_pension_age_base_4 = 0;
    double labour_pension_age_rate_1 = 0;
    double labour_pension_age_rate_2 = 0;
    double labour_pension_age_rate_3 = 0;
    double labour_pension_age_rate_4 = 0;
    double combination_threshold = 0;
    double combination_rate = 0;
    double combination_highest = 0;
    double elderly_highest = 0;
    double elderly_threshold = 0;
    double elderly_taper = 0;
    double single_elderly = 0;
    double young_disabled = 0;
};

inline constexpr TermField<TaxCreditTerms> tax_credits_fields[] = {
    {"general_max", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::general_highest},
    {"general_threshold", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::general_threshold},
    {"general_rate", Unit::share, 0, 1, &TaxCreditTerms::general_taper},
    {"general_max_aow", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::general_highest_pension_age},
    {"general_rate_aow", Unit::share, 0, 1, &TaxCreditTerms::general_taper_pension_age},
    {"general_payout_born_before", Unit::count, 0, 2'100, &TaxCreditTerms::general_payout_born_before},
    {"employed_from.1", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_from_1},
    {"employed_from.2", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_from_2},
    {"employed_from.3", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_from_3},
    {"employed_from.4", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_from_4},
    {"employed_upper.1", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_upper_1},
    {"employed_upper.2", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_upper_2},
    {"employed_upper.3", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_upper_3},
    {"employed_upper.4", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_upper_4},
    {"employed_base.1", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::labour_base_1},
    {"employed_base.2", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::labour_base_2},
    {"employed_base.3", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::labour_base_3},
    {"employed_base.4", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::labour_base_4},
    {"employed_rate.1", Unit::share, -1, 1, &TaxCreditTerms::labour_rate_1},
    {"employed_rate.2", Unit::share, -1, 1, &TaxCreditTerms::labour_rate_2},
    {"employed_rate.3", Unit::share, -1, 1, &TaxCreditTerms::labour_rate_3},
    {"employed_rate.4", Unit::share, -1, 1, &TaxCreditTerms::labour_rate_4},
    {"employed_aow_from.1", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_pension_age_from_1},
    {"employed_aow_from.2", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_pension_age_from_2},
    {"employed_aow_from.3", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_pension_age_from_3},
    {"employed_aow_from.4", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_pension_age_from_4},
    {"employed_aow_upper.1", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_pension_age_upper_1},
    {"employed_aow_upper.2", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_pension_age_upper_2},
    {"employed_aow_upper.3", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_pension_age_upper_3},
    {"employed_aow_upper.4", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::labour_pension_age_upper_4},
    {"employed_aow_base.1", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::labour_pension_age_base_1},
    {"employed_aow_base.2", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::labour_pension_age_base_2},
    {"employed_aow_base.3", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::labour_pension_age_base_3},
    {"employed_aow_base.4", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::labour_pension_age_base_4},
    {"employed_aow_rate.1", Unit::share, -1, 1, &TaxCreditTerms::labour_pension_age_rate_1},
    {"employed_aow_rate.2", Unit::share, -1, 1, &TaxCreditTerms::labour_pension_age_rate_2},
    {"employed_aow_rate.3", Unit::share, -1, 1, &TaxCreditTerms::labour_pension_age_rate_3},
    {"employed_aow_rate.4", Unit::share, -1, 1, &TaxCreditTerms::labour_pension_age_rate_4},
    {"combination_threshold", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::combination_threshold},
    {"combination_rate", Unit::share, 0, 1, &TaxCreditTerms::combination_rate},
    {"combination_max", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::combination_highest},
    {"elderly_max", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::elderly_highest},
    {"elderly_threshold", Unit::euro_per_year, 0, 1'000'000, &TaxCreditTerms::elderly_threshold},
    {"elderly_rate", Unit::share, 0, 1, &TaxCreditTerms::elderly_taper},
    {"single_elderly", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::single_elderly},
    {"young_disabled", Unit::euro_per_year, 0, 20'000, &TaxCreditTerms::young_disabled},
};

// General tax credit (algemene heffingskorting), art. 8.10. Income is that of box 1 until 2024, of all boxes
// since; the model knows box 1 only.
[[gnu::always_inline]] inline double general_tax_credit_per_year(double income_per_year, bool has_pension_age,
                                                                 TaxCreditTerms const& terms)
{
    double const highest = has_pension_age ? terms.general_highest_pension_age : terms.general_highest;
    double const taper = has_pension_age ? terms.general_taper_pension_age : terms.general_taper;
    double const above = at_least_zero(floor_euro(income_per_year) - terms.general_threshold);
    return ceil_euro(at_least_zero(highest - taper * above));
}

// Labour tax credit (arbeidskorting), art. 8.11: wage and profit, no benefits or pensions. Every leg has a
// base, a rate and a start; above the last leg there is nothing.
[[gnu::always_inline]] inline double labour_tax_credit_per_year(double labour_income_per_year,
                                                                bool has_pension_age,
                                                                TaxCreditTerms const& terms)
{
    if (labour_income_per_year <= 0) {
        return 0;
    }
    double const income = floor_euro(labour_income_per_year);
    double credit = 0;
    if (has_pension_age) {
        credit = income <= terms.labour_pension_age_upper_1
                     ? terms.labour_pension_age_base_1 +
                           terms.labour_pension_age_rate_1 * (income - terms.labour_pension_age_from_1)
                 : income <= terms.labour_pension_age_upper_2
                     ? terms.labour_pension_age_base_2 +
                           terms.labour_pension_age_rate_2 * (income - terms.labour_pension_age_from_2)
                 : income <= terms.labour_pension_age_upper_3
                     ? terms.labour_pension_age_base_3 +
                           terms.labour_pension_age_rate_3 * (income - terms.labour_pension_age_from_3)
                 : income <= terms.labour_pension_age_upper_4
                     ? terms.labour_pension_age_base_4 +
                           terms.labour_pension_age_rate_4 * (income - terms.labour_pension_age_from_4)
                     : 0;
    } else {
        credit = income <= terms.labour_upper_1
                     ? terms.labour_base_1 + terms.labour_rate_1 * (income - terms.labour_from_1)
                 : income <= terms.labour_upper_2
                     ? terms.labour_base_2 + terms.labour_rate_2 * (income - terms.labour_from_2)
                 : income <= terms.labour_upper_3
                     ? terms.labour_base_3 + terms.labour_rate_3 * (income - terms.labour_from_3)
                 : income <= terms.labour_upper_4
                     ? terms.labour_base_4 + terms.labour_rate_4 * (income - terms.labour_from_4)
                     : 0;
    }
    return ceil_euro(at_least_zero(credit));
}

// Income-dependent combination credit (inkomensafhankelijke combinatiekorting), art. 8.14a, of a single
// parent or the partner who earns least, with a child under 12.
[[gnu::always_inline]] inline double combination_credit_per_year(double labour_income_per_year,
                                                                 TaxCreditTerms const& terms)
{
    double const above = at_least_zero(floor_euro(labour_income_per_year) - terms.combination_threshold);
    return ceil_euro(smaller(terms.combination_highest, terms.combination_rate * above));
}

// Elderly credit (ouderenkorting), art. 8.17.
[[gnu::always_inline]] inline double elderly_credit_per_year(double income_per_year,
                                                             TaxCreditTerms const& terms)
{
    double const above = at_least_zero(floor_euro(income_per_year) - terms.elderly_threshold);
    return ceil_euro(at_least_zero(terms.elderly_highest - terms.elderly_taper * above));
}

// The credits of one person. Single elderly credit: art. 8.18; young disabled credit
// (jonggehandicaptenkorting): 8.16a.
struct TaxCredits {
    double general = 0;
    double labour = 0;
    double combination = 0;
    double elderly = 0;
    double single_elderly = 0;
    double young_disabled = 0;
};

inline double sum(TaxCredits const& credits)
{
    return credits.general + credits.labour + credits.combination + credits.elderly + credits.single_elderly +
           credits.young_disabled;
}

// Credits are not paid out above the tax due, art. 8.8.
inline double tax_after_credits(double tax_before_credits, double credits)
{
    return at_least_zero(tax_before_credits - credits);
}

// Art. 8.9: who was born before 1963 and uses less than the general credit is paid the rest, as far as the
// partner has tax left.
inline double general_credit_payout(double tax_before_credits, TaxCredits const& credits,
                                    double partner_tax_after_credits)
{
    double const used = smaller(tax_before_credits, sum(credits));
    return smaller(at_least_zero(credits.general - used), partner_tax_after_credits);
}

}  // namespace minimasim::rules
