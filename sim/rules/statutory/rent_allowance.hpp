#pragma once

#include "sim/base/date.hpp"
#include "sim/rules/because.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// Rent allowance (huurtoeslag), Wet op de huurtoeslag art. 7 and 13-21. These terms are in both forms of the
// law.
struct RentAllowanceTerms {
    double highest_rent = 0;
    double quality_limit = 0;
    double cap_1_or_2_persons = 0;
    double cap_3_or_more_persons = 0;
    double share_below_quality_limit = 0;
    double share_to_cap = 0;
    double share_above_cap = 0;
    double wealth_limit_per_person = 0;
    double child_income_exemption_under_23 = 0;  // of a child who lives in; applied where a household is read
};

inline constexpr TermField<RentAllowanceTerms> rent_allowance_fields[] = {
    {"max_rent", Unit::euro_per_month, 0, 10'000, &RentAllowanceTerms::highest_rent},
    {"quality_limit", Unit::euro_per_month, 0, 10'000, &RentAllowanceTerms::quality_limit},
    {"cap_1_2_persons", Unit::euro_per_month, 0, 10'000, &RentAllowanceTerms::cap_1_or_2_persons},
    {"cap_3_plus_persons", Unit::euro_per_month, 0, 10'000, &RentAllowanceTerms::cap_3_or_more_persons},
    {"pct_below_quality", Unit::share, 0, 1, &RentAllowanceTerms::share_below_quality_limit},
    {"pct_quality_to_cap", Unit::share, 0, 1, &RentAllowanceTerms::share_to_cap},
    {"pct_above_cap", Unit::share, 0, 1, &RentAllowanceTerms::share_above_cap},
    {"wealth_limit_per_person", Unit::euro, 0, 10'000'000, &RentAllowanceTerms::wealth_limit_per_person},
    {"child_income_exemption_under_23", Unit::euro_per_year, 0, 1'000'000,
     &RentAllowanceTerms::child_income_exemption_under_23},
};

// Only in the form until 2025: the norm rent is a x income^2 + b x income above the income point.
struct RentAllowanceUntil2025Terms {
    double highest_rent_under_23 = 0;
    double base_rent_reduction = 0;
    double highest_service_cost = 0;  // of each of four kinds
    double one_person_a = 0;
    double one_person_b = 0;
    double one_person_income_point = 0;
    double one_person_lowest_norm_rent = 0;
    double more_persons_a = 0;
    double more_persons_b = 0;
    double more_persons_income_point = 0;
    double more_persons_lowest_norm_rent = 0;
    double one_pensioner_a = 0;
    double one_pensioner_b = 0;
    double one_pensioner_income_point = 0;
    double one_pensioner_lowest_norm_rent = 0;
    double more_persons_pensioner_a = 0;
    double more_persons_pensioner_b = 0;
    double more_persons_pensioner_income_point = 0;
    double more_persons_pensioner_lowest_norm_rent = 0;
};

inline constexpr TermField<RentAllowanceUntil2025Terms> rent_allowance_until_2025_fields[] = {
    {"max_rent_under_23", Unit::euro_per_month, 0, 10'000,
     &RentAllowanceUntil2025Terms::highest_rent_under_23},
    {"base_rent_reduction", Unit::euro_per_month, 0, 1'000,
     &RentAllowanceUntil2025Terms::base_rent_reduction},
    {"service_cost_cap_each", Unit::euro_per_month, 0, 1'000,
     &RentAllowanceUntil2025Terms::highest_service_cost},
    {"one_person_a", Unit::euro_per_month_per_euro_squared, 0, 1, &RentAllowanceUntil2025Terms::one_person_a},
    {"one_person_b", Unit::euro_per_month_per_euro, -1, 1, &RentAllowanceUntil2025Terms::one_person_b},
    {"one_person_income_point", Unit::euro_per_year, 0, 1'000'000,
     &RentAllowanceUntil2025Terms::one_person_income_point},
    {"one_person_min_norm_rent", Unit::euro_per_month, 0, 10'000,
     &RentAllowanceUntil2025Terms::one_person_lowest_norm_rent},
    {"multi_person_a", Unit::euro_per_month_per_euro_squared, 0, 1,
     &RentAllowanceUntil2025Terms::more_persons_a},
    {"multi_person_b", Unit::euro_per_month_per_euro, -1, 1, &RentAllowanceUntil2025Terms::more_persons_b},
    {"multi_person_income_point", Unit::euro_per_year, 0, 1'000'000,
     &RentAllowanceUntil2025Terms::more_persons_income_point},
    {"multi_person_min_norm_rent", Unit::euro_per_month, 0, 10'000,
     &RentAllowanceUntil2025Terms::more_persons_lowest_norm_rent},
    {"one_person_aow_a", Unit::euro_per_month_per_euro_squared, 0, 1,
     &RentAllowanceUntil2025Terms::one_pensioner_a},
    {"one_person_aow_b", Unit::euro_per_month_per_euro, -1, 1, &RentAllowanceUntil2025Terms::one_pensioner_b},
    {"one_person_aow_income_point", Unit::euro_per_year, 0, 1'000'000,
     &RentAllowanceUntil2025Terms::one_pensioner_income_point},
    {"one_person_aow_min_norm_rent", Unit::euro_per_month, 0, 10'000,
     &RentAllowanceUntil2025Terms::one_pensioner_lowest_norm_rent},
    {"multi_person_aow_a", Unit::euro_per_month_per_euro_squared, 0, 1,
     &RentAllowanceUntil2025Terms::more_persons_pensioner_a},
    {"multi_person_aow_b", Unit::euro_per_month_per_euro, -1, 1,
     &RentAllowanceUntil2025Terms::more_persons_pensioner_b},
    {"multi_person_aow_income_point", Unit::euro_per_year, 0, 1'000'000,
     &RentAllowanceUntil2025Terms::more_persons_pensioner_income_point},
    {"multi_person_aow_min_norm_rent", Unit::euro_per_month, 0, 10'000,
     &RentAllowanceUntil2025Terms::more_persons_pensioner_lowest_norm_rent},
};

// Only in the form from 2026.
struct RentAllowance2026Terms {
    double highest_rent_under_21 = 0;
    double base_rent_one_person = 0;
    double base_rent_more_persons = 0;
    double income_point_one_person = 0;
    double income_point_more_persons = 0;
    double taper_one_person = 0;
    double taper_more_persons = 0;
};

inline constexpr TermField<RentAllowance2026Terms> rent_allowance_2026_fields[] = {
    {"max_rent_under_21", Unit::euro_per_month, 0, 10'000, &RentAllowance2026Terms::highest_rent_under_21},
    {"base_rent_one_person", Unit::euro_per_month, 0, 10'000, &RentAllowance2026Terms::base_rent_one_person},
    {"base_rent_multi_person", Unit::euro_per_month, 0, 10'000,
     &RentAllowance2026Terms::base_rent_more_persons},
    {"income_point_one_person", Unit::euro_per_year, 0, 1'000'000,
     &RentAllowance2026Terms::income_point_one_person},
    {"income_point_multi_person", Unit::euro_per_year, 0, 1'000'000,
     &RentAllowance2026Terms::income_point_more_persons},
    {"taper_one_person", Unit::share, 0, 1, &RentAllowance2026Terms::taper_one_person},
    {"taper_multi_person", Unit::share, 0, 1, &RentAllowance2026Terms::taper_more_persons},
};

inline constexpr Date rent_allowance_2026_first_date{2026, 1, 1};

// A rented home as this law sees it. Income is joint with co-residents.
struct RentedHome {
    double rent_per_month = 0;
    double service_costs_per_month = 0;
    double income_per_year = 0;
    Count persons = 1;
    bool has_pensioner = false;  // claimant or partner
    bool has_resident_of_pension_age = false;
    bool is_adapted = false;
    bool is_young = false;  // all under 23 (under 21 from 2026), no child, no handicap
};

inline bool is_young_household(Household const& h, Count age)
{
    bool const has_child_or_adaptation = (children(h) > 0) | h.adapted_dwelling;
    return (h.claimant.age < age) & (!h.is_couple | (h.partner.age < age)) &
           (h.oldest_co_resident_age < age) & !has_child_or_adaptation;
}

// Whole euros a month, straight from the unrounded month; nothing when the year is below the smallest payment
// of an allowance (Awir art. 14 paragraphs 4 and 5).
inline double rent_allowance_payable_per_month(double unrounded_per_month, double smallest_payment_per_year)
{
    double const year = nearest_euro(12 * at_least_zero(unrounded_per_month));
    return year < smallest_payment_per_year ? 0 : floor_euro(at_least_zero(unrounded_per_month));
}

// The household's own part of the rent until 2025, art. 16-18.
[[gnu::always_inline]] inline double base_rent_until_2025(RentedHome const& home,
                                                          RentAllowanceUntil2025Terms const& terms)
{
    bool const alone = home.persons == 1;
    double const a = home.has_pensioner ? (alone ? terms.one_pensioner_a : terms.more_persons_pensioner_a)
                                        : (alone ? terms.one_person_a : terms.more_persons_a);
    double const b = home.has_pensioner ? (alone ? terms.one_pensioner_b : terms.more_persons_pensioner_b)
                                        : (alone ? terms.one_person_b : terms.more_persons_b);
    double const income_point =
        home.has_pensioner
            ? (alone ? terms.one_pensioner_income_point : terms.more_persons_pensioner_income_point)
            : (alone ? terms.one_person_income_point : terms.more_persons_income_point);
    double const lowest =
        home.has_pensioner
            ? (alone ? terms.one_pensioner_lowest_norm_rent : terms.more_persons_pensioner_lowest_norm_rent)
            : (alone ? terms.one_person_lowest_norm_rent : terms.more_persons_lowest_norm_rent);
    double const income = home.income_per_year;
    double const norm_rent = income <= income_point ? lowest : (a * income + b) * income;
    return norm_rent - terms.base_rent_reduction;
}

// Until 2025, art. 5: bare rent and service costs of four kinds, each up to its own limit.
inline double rent_with_service_costs(RentedHome const& home, RentAllowanceUntil2025Terms const& terms)
{
    return home.rent_per_month + smaller(home.service_costs_per_month, 4 * terms.highest_service_cost);
}

// Until 2025, art. 13: above it there is no right.
inline double highest_rent_until_2025(RentedHome const& home, RentAllowanceTerms const& limits,
                                      RentAllowanceUntil2025Terms const& terms)
{
    return home.is_young ? terms.highest_rent_under_23 : limits.highest_rent;
}

// 760.07 and 47.99 are not above 808.06, whatever their binary sum.
inline bool is_rent_above(double rent, double highest_rent)
{
    return rent > highest_rent + rounding_slack;
}

// Until 2025, art. 13 and 21. Unrounded.
[[gnu::always_inline]] inline double rent_allowance_until_2025(RentedHome const& home,
                                                               RentAllowanceTerms const& limits,
                                                               RentAllowanceUntil2025Terms const& terms)
{
    double const rent = rent_with_service_costs(home, terms);
    if (is_rent_above(rent, highest_rent_until_2025(home, limits, terms))) {
        return 0;
    }
    double const base = base_rent_until_2025(home, terms);
    double const quality = limits.quality_limit;
    double const cap = home.persons <= 2 ? limits.cap_1_or_2_persons : limits.cap_3_or_more_persons;
    bool const has_part_above_cap = (home.persons == 1) | home.has_resident_of_pension_age | home.is_adapted;

    double const below_quality = at_least_zero(smaller(rent, quality) - base);
    double const to_cap = at_least_zero(smaller(rent, cap) - larger(quality, base));
    double const above_cap = has_part_above_cap ? at_least_zero(rent - larger(cap, base)) : 0;
    return limits.share_below_quality_limit * below_quality + limits.share_to_cap * to_cap +
           limits.share_above_cap * above_cap;
}

// From 2026-01-01, art. 13, 16, 17, 20 and 21: the highest rent is a cap, service costs no longer count,
// everyone has the part above the cap, and the allowance falls with income above one point.
[[gnu::always_inline]] inline double rent_allowance_2026(RentedHome const& home,
                                                         RentAllowanceTerms const& limits,
                                                         RentAllowance2026Terms const& terms)
{
    bool const alone = home.persons == 1;
    double const highest = home.is_young ? terms.highest_rent_under_21 : limits.highest_rent;
    double const rent = smaller(home.rent_per_month, highest);
    double const base = alone ? terms.base_rent_one_person : terms.base_rent_more_persons;
    double const quality = limits.quality_limit;
    double const cap = home.persons <= 2 ? limits.cap_1_or_2_persons : limits.cap_3_or_more_persons;

    double const below_quality = at_least_zero(smaller(rent, quality) - base);
    double const to_cap = at_least_zero(smaller(rent, cap) - quality);
    double const above_cap = at_least_zero(rent - cap);
    double const income_point = alone ? terms.income_point_one_person : terms.income_point_more_persons;
    double const taper = alone ? terms.taper_one_person : terms.taper_more_persons;
    double const allowance = limits.share_below_quality_limit * below_quality + limits.share_to_cap * to_cap +
                             limits.share_above_cap * above_cap;
    return at_least_zero(allowance - taper * at_least_zero(home.income_per_year - income_point) / 12);
}

}  // namespace minimasim::rules
