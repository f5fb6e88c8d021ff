#pragma once

#include <array>
#include <cstddef>

#include "sim/rules/household.hpp"

namespace minimasim::rules {

// The fields of a household in the order of its columns: amounts, then whole numbers, yes or no and choices.
template <class AnyPerson, class Visit>
[[gnu::always_inline]] constexpr void for_each_amount_of_person(AnyPerson& p, Visit&& visit)
{
    visit(p.wage_per_year);
    visit(p.profit_per_year);
    visit(p.pension_per_year);
    visit(p.unemployment_benefit_per_year);
    visit(p.disability_benefit_per_year);
    visit(p.state_pension_build_up);
}

template <class AnyPerson, class Visit>
[[gnu::always_inline]] constexpr void for_each_count_of_person(AnyPerson& p, Visit&& visit)
{
    visit(p.age);
    visit(p.birth_year);
    visit(p.receives_state_pension);
    visit(p.is_student);
    visit(p.is_young_disabled);
    visit(p.is_medically_limited);
    visit(p.is_older_unemployed);
    visit(p.has_first_months_exemption);
    visit(p.has_single_parent_exemption);
}

template <class AnyHousehold, class Visit>
[[gnu::always_inline]] constexpr void for_each_amount(AnyHousehold& h, Visit&& visit)
{
    for_each_amount_of_person(h.claimant, visit);
    for_each_amount_of_person(h.partner, visit);
    visit(h.co_residents_income_per_year);
    visit(h.rent_per_month);
    visit(h.service_costs_per_month);
    visit(h.mortgage_per_month);
    visit(h.mortgage_interest_per_year);
    visit(h.woz_value);
    visit(h.energy_per_month);
    visit(h.water_per_month);
    visit(h.local_taxes_per_year);
    visit(h.health_premium_per_month);
    visit(h.alimony_paid_per_month);
    visit(h.childcare_first_child_per_month);
    visit(h.childcare_next_children_per_month);
    visit(h.liquid_assets);
    visit(h.home_equity);
    visit(h.car_value);
}

template <class AnyHousehold, class Visit>
[[gnu::always_inline]] constexpr void for_each_count(AnyHousehold& h, Visit&& visit)
{
    for_each_count_of_person(h.claimant, visit);
    for_each_count_of_person(h.partner, visit);
    visit(h.is_couple);
    visit(h.children_under_6);
    visit(h.children_6_to_11);
    visit(h.children_12_to_15);
    visit(h.children_16_to_17);
    visit(h.children_of_12);
    visit(h.co_residents);
    visit(h.cost_sharing_co_residents);
    visit(h.oldest_co_resident_age);
    visit(h.is_owner);
    visit(h.adapted_dwelling);
    visit(h.lives_in_institution);
    visit(h.claims.social_assistance);
    visit(h.claims.supplementary_benefit);
    visit(h.claims.health_care_allowance);
    visit(h.claims.rent_allowance);
    visit(h.claims.child_budget);
    visit(h.claims.child_benefit);
    visit(h.claims.childcare_allowance);
    visit(h.claims.study_supplement);
}

inline constexpr std::size_t household_amount_count = [] {
    std::size_t count = 0;
    Household h;
    for_each_amount(h, [&](double&) { ++count; });
    return count;
}();

inline constexpr std::size_t household_count_count = [] {
    std::size_t count = 0;
    Household h;
    for_each_count(h, [&](auto&) { ++count; });
    return count;
}();

// Where the columns of a block of households stand: amounts first, then counts.
inline constexpr std::size_t household_column_count = household_amount_count + household_count_count;
using HouseholdColumns = std::array<double const*, household_column_count>;

constexpr void set_field(Count& field, double value)
{
    field = value;
}
constexpr void set_field(bool& field, double value)
{
    field = value > 0;
}
// The household in one row.
[[gnu::always_inline]] inline Household household_at(HouseholdColumns const& columns, std::size_t row)
{
    Household h;
    std::size_t column = 0;
    auto const set = [&](auto& field) __attribute__((always_inline))
    {
        set_field(field, columns[column++][row]);
    };
    for_each_amount(h, set);
    for_each_count(h, set);
    return h;
}

// Writes a household into one row of columns.
inline void put_household(Household const& h, double* const* columns, std::size_t row)
{
    std::size_t column = 0;
    auto const put = [&](auto const& field) { columns[column++][row] = static_cast<double>(field); };
    for_each_amount(h, put);
    for_each_count(h, put);
}

}  // namespace minimasim::rules
