#pragma once

#include "sim/base/money.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// Poverty line of CBS, SCP and Nibud (2024): poor is who, after the actual cost of housing, energy and health
// insurance, has less left than the other basic needs, and whose liquid wealth is below a year of the line.
// The increments are a fit through the four household types that were published.
struct PovertyLineTerms {
    double other_needs_single = 0;
    double increment_second_adult = 0;
    double increment_child_0_to_12 = 0;
    double increment_child_13_to_17 = 0;
    double example_rent = 0;  // of the published example of a single person
    double example_energy = 0;
    double wealth_limit_single = 0;
    double wealth_limit_couple_2_children = 0;
    // An assumption, because the publication does not say: 1 = the other needs hold a standard health
    // premium, and the premium paid is not deducted again; 0 = they do not, and it is. Results are shown
    // under both.
    double other_needs_include_health_premium = 1;
};

inline constexpr TermField<PovertyLineTerms> poverty_line_fields[] = {
    {"single_other_needs", Unit::euro_per_month, 0, 10'000, &PovertyLineTerms::other_needs_single},
    {"increment_second_adult", Unit::euro_per_month, 0, 10'000, &PovertyLineTerms::increment_second_adult},
    {"increment_child_0_12", Unit::euro_per_month, 0, 10'000, &PovertyLineTerms::increment_child_0_to_12},
    {"increment_child_13_17", Unit::euro_per_month, 0, 10'000, &PovertyLineTerms::increment_child_13_to_17},
    {"single_rent", Unit::euro_per_month, 0, 10'000, &PovertyLineTerms::example_rent},
    {"single_energy", Unit::euro_per_month, 0, 10'000, &PovertyLineTerms::example_energy},
    {"wealth_test_single", Unit::euro, 0, 1'000'000, &PovertyLineTerms::wealth_limit_single},
    {"wealth_test_couple_2_children", Unit::euro, 0, 1'000'000,
     &PovertyLineTerms::wealth_limit_couple_2_children},
    {"other_needs_include_health_premium", Unit::yes_no, 0, 1,
     &PovertyLineTerms::other_needs_include_health_premium},
};

// A household within this share above the line, without a wealth buffer, is nearly poor (CBS).
inline constexpr double near_poor_share = 0.25;

// What the other needs of a household exceed those of a single person by. A child of 12 counts with the
// younger ones. Co-residents have needs and income of their own and are left out.
inline double other_needs_increment_per_month(Household const& h, PovertyLineTerms const& terms)
{
    return (h.is_couple ? terms.increment_second_adult : 0) +
           (h.children_under_6 + h.children_6_to_11 + h.children_of_12) * terms.increment_child_0_to_12 +
           (h.children_12_to_15 - h.children_of_12 + h.children_16_to_17) * terms.increment_child_13_to_17;
}

inline double other_needs_per_month(Household const& h, PovertyLineTerms const& terms)
{
    return terms.other_needs_single + other_needs_increment_per_month(h, terms);
}

// As published: with the housing and energy cost of the example.
inline double published_poverty_line_per_month(Household const& h, PovertyLineTerms const& terms)
{
    return other_needs_per_month(h, terms) + terms.example_rent + terms.example_energy;
}

// The disposable income this household needs: other needs and its own cost of housing and energy. Water is
// among the other needs.
inline double poverty_line_per_month(Household const& h, PovertyLineTerms const& terms)
{
    double const housing = h.is_owner ? h.mortgage_per_month : h.rent_per_month;
    double const premium = terms.other_needs_include_health_premium > 0 ? 0 : h.health_premium_per_month;
    return other_needs_per_month(h, terms) + housing + h.energy_per_month + premium;
}

// A year of the published line. Two types are published; the others follow in proportion to the other needs.
inline double poverty_wealth_limit(Household const& h, PovertyLineTerms const& terms)
{
    double const published_increment = terms.increment_second_adult + 2 * terms.increment_child_0_to_12;
    if (published_increment <= 0) {
        return terms.wealth_limit_single;
    }
    double const published_difference = terms.wealth_limit_couple_2_children - terms.wealth_limit_single;
    return terms.wealth_limit_single +
           published_difference * (other_needs_increment_per_month(h, terms) / published_increment);
}

inline bool passes_poverty_wealth_test(Household const& h, PovertyLineTerms const& terms)
{
    return to_cents(h.liquid_assets) <= to_cents(poverty_wealth_limit(h, terms));
}

inline bool is_poor(Household const& h, double disposable_income_per_month, PovertyLineTerms const& terms)
{
    return passes_poverty_wealth_test(h, terms) &&
           to_cents(disposable_income_per_month) < to_cents(poverty_line_per_month(h, terms));
}

inline bool is_near_poor(Household const& h, double disposable_income_per_month,
                         PovertyLineTerms const& terms)
{
    if (!passes_poverty_wealth_test(h, terms) || is_poor(h, disposable_income_per_month, terms)) {
        return false;
    }
    double const line = poverty_line_per_month(h, terms);
    return to_cents(disposable_income_per_month) < to_cents((1 + near_poor_share) * line);
}

// 0 for who is not poor.
inline double poverty_gap_per_month(Household const& h, double disposable_income_per_month,
                                    PovertyLineTerms const& terms)
{
    if (!is_poor(h, disposable_income_per_month, terms)) {
        return 0;
    }
    return poverty_line_per_month(h, terms) - disposable_income_per_month;
}

}  // namespace minimasim::rules
