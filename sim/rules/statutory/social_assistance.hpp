#pragma once

#include "sim/rules/because.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// Social assistance (algemene bijstand), Participatiewet. From pension age the same law gives the income
// supplement for pensioners (AIO, art. 47a) with the norms of art. 22. Norms are net, holiday allowance
// included.
struct SocialAssistanceTerms {
    double norm_single = 0;
    double norm_couple = 0;
    double norm_single_pension_age = 0;
    double norm_couple_pension_age = 0;
    double norm_single_18_to_20 = 0;
    double norm_couple_both_18_to_20 = 0;
    double norm_couple_both_18_to_20_with_children = 0;
    double norm_couple_one_18_to_20 = 0;
    double norm_couple_one_18_to_20_with_children = 0;
    double norm_institution_single = 0;
    double norm_institution_couple = 0;
    double holiday_share = 0;
    double cost_sharer_lowest_age = 0;  // applied where a household is read
    double cost_sharer_fixed_share = 0;
    double cost_sharer_share_per_person = 0;
    double wealth_limit_single = 0;
    double wealth_limit_family = 0;
    double home_equity_exemption = 0;
    double earnings_exempt_lowest_age = 0;
    double earnings_exempt_share = 0;
    double earnings_exempt_highest = 0;
    double single_parent_exempt_share = 0;
    double single_parent_exempt_highest = 0;
    double medical_hours_exempt_share = 0;
    double medical_hours_exempt_highest = 0;
    double pension_exempt_single = 0;
    double pension_exempt_couple = 0;
    double study_supplement_21_and_older = 0;
};

inline constexpr TermField<SocialAssistanceTerms> social_assistance_fields[] = {
    {"single_21_to_aow", Unit::euro_per_month, 0, 10'000, &SocialAssistanceTerms::norm_single},
    {"couple_21_to_aow", Unit::euro_per_month, 0, 10'000, &SocialAssistanceTerms::norm_couple},
    {"single_aow", Unit::euro_per_month, 0, 10'000, &SocialAssistanceTerms::norm_single_pension_age},
    {"couple_aow", Unit::euro_per_month, 0, 10'000, &SocialAssistanceTerms::norm_couple_pension_age},
    {"single_18_20", Unit::euro_per_month, 0, 10'000, &SocialAssistanceTerms::norm_single_18_to_20},
    {"couple_both_18_20_no_children", Unit::euro_per_month, 0, 10'000,
     &SocialAssistanceTerms::norm_couple_both_18_to_20},
    {"couple_both_18_20_children", Unit::euro_per_month, 0, 10'000,
     &SocialAssistanceTerms::norm_couple_both_18_to_20_with_children},
    {"couple_one_18_20_no_children", Unit::euro_per_month, 0, 10'000,
     &SocialAssistanceTerms::norm_couple_one_18_to_20},
    {"couple_one_18_20_children", Unit::euro_per_month, 0, 10'000,
     &SocialAssistanceTerms::norm_couple_one_18_to_20_with_children},
    {"institution_single", Unit::euro_per_month, 0, 10'000, &SocialAssistanceTerms::norm_institution_single},
    {"institution_couple", Unit::euro_per_month, 0, 10'000, &SocialAssistanceTerms::norm_institution_couple},
    {"holiday_share", Unit::share, 0, 1, &SocialAssistanceTerms::holiday_share},
    {"cost_sharer_min_age", Unit::years, 18, 100, &SocialAssistanceTerms::cost_sharer_lowest_age},
    {"cost_sharer_fixed", Unit::share, 0, 1, &SocialAssistanceTerms::cost_sharer_fixed_share},
    {"cost_sharer_per_person", Unit::share, 0, 1, &SocialAssistanceTerms::cost_sharer_share_per_person},
    {"wealth_limit_single", Unit::euro, 0, 1'000'000, &SocialAssistanceTerms::wealth_limit_single},
    {"wealth_limit_family", Unit::euro, 0, 1'000'000, &SocialAssistanceTerms::wealth_limit_family},
    {"home_equity_exemption", Unit::euro, 0, 10'000'000, &SocialAssistanceTerms::home_equity_exemption},
    {"earnings_exempt_min_age", Unit::years, 0, 100, &SocialAssistanceTerms::earnings_exempt_lowest_age},
    {"earnings_exempt_share", Unit::share, 0, 1, &SocialAssistanceTerms::earnings_exempt_share},
    {"earnings_exempt_max", Unit::euro_per_month, 0, 10'000, &SocialAssistanceTerms::earnings_exempt_highest},
    {"single_parent_exempt_share", Unit::share, 0, 1, &SocialAssistanceTerms::single_parent_exempt_share},
    {"single_parent_exempt_max", Unit::euro_per_month, 0, 10'000,
     &SocialAssistanceTerms::single_parent_exempt_highest},
    {"medical_hours_exempt_share", Unit::share, 0, 1, &SocialAssistanceTerms::medical_hours_exempt_share},
    {"medical_hours_exempt_max", Unit::euro_per_month, 0, 10'000,
     &SocialAssistanceTerms::medical_hours_exempt_highest},
    {"private_pension_exempt_single", Unit::euro_per_month, 0, 10'000,
     &SocialAssistanceTerms::pension_exempt_single},
    {"private_pension_exempt_couple", Unit::euro_per_month, 0, 10'000,
     &SocialAssistanceTerms::pension_exempt_couple},
    {"study_allowance_21_plus", Unit::euro_per_month, 0, 10'000,
     &SocialAssistanceTerms::study_supplement_21_and_older},
};

// The norm of the household's form and age, art. 20 (18 to 20), 21, 22 (from pension age), 23 (institution).
// A single parent has the norm of a single.
[[gnu::always_inline]] inline double form_norm_per_month(Household const& h, bool has_pensioner,
                                                         SocialAssistanceTerms const& terms)
{
    bool const claimant_is_young = h.claimant.age < 21;
    bool const partner_is_young = h.partner.age < 21;
    bool const has_children = children(h) > 0;
    if (h.lives_in_institution) {
        return h.is_couple ? terms.norm_institution_couple : terms.norm_institution_single;
    }
    if (has_pensioner) {
        return h.is_couple ? terms.norm_couple_pension_age : terms.norm_single_pension_age;
    }
    if (!h.is_couple) {
        return claimant_is_young ? terms.norm_single_18_to_20 : terms.norm_single;
    }
    if (claimant_is_young & partner_is_young) {
        return has_children ? terms.norm_couple_both_18_to_20_with_children : terms.norm_couple_both_18_to_20;
    }
    if (claimant_is_young | partner_is_young) {
        return has_children ? terms.norm_couple_one_18_to_20_with_children : terms.norm_couple_one_18_to_20;
    }
    return terms.norm_couple;
}

// Cost-sharer norm (kostendelersnorm) of one of the counted persons, art. 22a.
inline double cost_sharer_norm_per_month(double couple_norm_per_month, double counted_persons,
                                         SocialAssistanceTerms const& terms)
{
    double const together =
        terms.cost_sharer_fixed_share + terms.cost_sharer_share_per_person * counted_persons;
    return together / counted_persons * couple_norm_per_month;
}

// The norm the assistance is paid by: that of the form, unless others share the costs. A couple has two
// shares. Below 21 the norms of art. 20 stand (they are lower), but not beside a pensioner, where they do not
// apply.
[[gnu::always_inline]] inline double assistance_norm_per_month(Household const& h, bool has_pensioner,
                                                               SocialAssistanceTerms const& terms)
{
    double const form_norm = form_norm_per_month(h, has_pensioner, terms);
    bool const is_young = (h.claimant.age < 21) | (h.is_couple & (h.partner.age < 21));
    bool const has_norm_of_the_young = is_young & !has_pensioner;
    if ((h.cost_sharing_co_residents == 0) | h.lives_in_institution | has_norm_of_the_young) {
        return form_norm;
    }
    double const couple_norm = has_pensioner ? terms.norm_couple_pension_age : terms.norm_couple;
    double const counted_persons = adults(h) + h.cost_sharing_co_residents;
    return adults(h) * cost_sharer_norm_per_month(couple_norm, counted_persons, terms);
}

// The part of a norm that is paid every month; the rest is holiday allowance, art. 19 paragraph 3.
inline double without_holiday_allowance(double norm_per_month, SocialAssistanceTerms const& terms)
{
    return norm_per_month * (1 - terms.holiday_share);
}

// Art. 34. Equity of the own home counts above its exemption; a car in ordinary use is not counted.
inline double assistance_wealth(Household const& h, SocialAssistanceTerms const& terms)
{
    return h.liquid_assets + at_least_zero(h.home_equity - terms.home_equity_exemption);
}

inline bool is_family(Household const& h)
{
    return h.is_couple | (children(h) > 0);
}

inline double assistance_wealth_limit(Household const& h, SocialAssistanceTerms const& terms)
{
    return is_family(h) ? terms.wealth_limit_family : terms.wealth_limit_single;
}

inline bool passes_assistance_wealth_test(Household const& h, SocialAssistanceTerms const& terms)
{
    return assistance_wealth(h, terms) <= assistance_wealth_limit(h, terms) + rounding_slack;
}

// Older unemployed workers have the income supplement of the IOAW in place of assistance: the same net norm,
// no wealth test (IOAW art. 5 and 8).
inline bool has_older_unemployed(Household const& h)
{
    return h.claimant.is_older_unemployed | (h.is_couple & h.partner.is_older_unemployed);
}

// Who studies has study finance before assistance, art. 13 paragraph 2 and 15; of a couple the other keeps
// the right.
inline bool is_excluded_as_student(Household const& h)
{
    return h.claimant.is_student & (!h.is_couple | h.partner.is_student);
}

// Art. 19: the norm less what counts as income. Less than half a cent is nothing.
inline double social_assistance_per_month(double norm_per_month, double counted_income_per_month)
{
    double const lacking = norm_per_month - counted_income_per_month;
    return lacking < 0.005 ? 0 : lacking;
}

// The same with the tests of wealth and study before it.
[[gnu::always_inline]] inline Amount social_assistance_of(Household const& h, double passes_wealth_test,
                                                          double norm_per_month,
                                                          double counted_income_per_month,
                                                          SocialAssistanceTerms const& terms)
{
    if (is_excluded_as_student(h)) {
        return refused(Reason::is_student);
    }
    if ((passes_wealth_test < 0.5) & !has_older_unemployed(h)) {
        return refused(Reason::wealth_above_limit, assistance_wealth(h, terms),
                       assistance_wealth_limit(h, terms));
    }
    double const assistance = social_assistance_per_month(norm_per_month, counted_income_per_month);
    if (assistance <= 0) {
        return refused(Reason::income_above_norm, counted_income_per_month, norm_per_month);
    }
    return granted(assistance);
}

// Assistance is paid net; the payer's tax on it belongs to the assessment income. The gross amount is what
// leaves this net amount on top of the person's other income, in the first bracket and with the credits they
// have.
[[gnu::always_inline]] inline double gross_assistance_per_year(double net_per_year,
                                                               double other_income_per_year,
                                                               double credits_per_year,
                                                               double first_bracket_rate)
{
    if (net_per_year <= 0) {
        return 0;
    }
    double const tax_on_other = at_least_zero(first_bracket_rate * other_income_per_year - credits_per_year);
    double const net_in_all = other_income_per_year - tax_on_other + net_per_year;
    bool const is_below_tax = first_bracket_rate * net_in_all <= credits_per_year;
    double const gross_in_all =
        is_below_tax ? net_in_all : (net_in_all - credits_per_year) / (1 - first_bracket_rate);
    return gross_in_all - other_income_per_year;
}

}  // namespace minimasim::rules
