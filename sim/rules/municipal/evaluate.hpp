#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "sim/base/loop_rows.hpp"
#include "sim/rules/municipal/household.hpp"

namespace minimasim::rules {

// The fields of MunicipalHousehold in the order of the columns.
inline constexpr std::int32_t MunicipalHousehold::*municipal_fields[] = {
    &MunicipalHousehold::norm_cents_per_month,
    &MunicipalHousehold::income_cents_per_month,
    &MunicipalHousehold::disposable_cents_per_month,
    &MunicipalHousehold::cash_support_cents_per_year,
    &MunicipalHousehold::liquid_assets_cents,
    &MunicipalHousehold::car_value_cents,
    &MunicipalHousehold::housing_costs_cents_per_month,
    &MunicipalHousehold::net_rent_cents_per_month,
    &MunicipalHousehold::net_health_premium_cents_per_month,
    &MunicipalHousehold::alimony_cents_per_month,
    &MunicipalHousehold::net_childcare_cents_per_month,
    &MunicipalHousehold::local_taxes_cents_per_year,
    &MunicipalHousehold::net_state_pension_norm_cents_per_month,
    &MunicipalHousehold::given_expenses_cents_per_month,
    &MunicipalHousehold::special_need_cents_per_year,
    &MunicipalHousehold::goods_need_cents_per_year,
    &MunicipalHousehold::crisis_need_cents_per_year,
    &MunicipalHousehold::adults,
    &MunicipalHousehold::children,
    &MunicipalHousehold::years_on_low_income,
    &MunicipalHousehold::youngest_adult_age,
    &MunicipalHousehold::is_couple,
    &MunicipalHousehold::is_single_parent,
    &MunicipalHousehold::has_pensioner,
    &MunicipalHousehold::is_student,
    &MunicipalHousehold::is_owner,
    &MunicipalHousehold::is_entrepreneur,
    &MunicipalHousehold::expects_improvement,
    &MunicipalHousehold::lives_in_institution,
};
inline constexpr std::size_t municipal_field_count = sizeof(municipal_fields) / sizeof(municipal_fields[0]);

// Where the columns of a block of households stand, one per field of MunicipalHousehold.
using MunicipalColumns = std::array<std::int32_t const*, municipal_field_count>;

// The household in one row of the columns.
template <std::size_t... k>
[[gnu::always_inline]] constexpr MunicipalHousehold household_at(MunicipalColumns const& columns,
                                                                 std::size_t row, std::index_sequence<k...>)
{
    MunicipalHousehold household;
    ((household.*municipal_fields[k] = columns[k][row]), ...);
    return household;
}

[[gnu::always_inline]] constexpr MunicipalHousehold household_at(MunicipalColumns const& columns,
                                                                 std::size_t row)
{
    return household_at(columns, row, std::make_index_sequence<municipal_field_count>{});
}

// Decides one scheme for `count` households: writes eligibility (0 or 1) and cents a year, one row each.
template <class Scheme>
void evaluate(MunicipalColumns const& columns, std::size_t count, typename Scheme::Terms const& terms,
              std::int32_t* __restrict eligible, std::int32_t* __restrict cents_per_year)
{
    auto const columns_of_block = columns;
    auto const terms_of_scheme = terms;
    for_each_row(
        count, [=](std::size_t row) __attribute__((always_inline)) {
            auto const decided = Scheme::entitlement(household_at(columns_of_block, row), terms_of_scheme);
            eligible[row] = decided.is_eligible;
            cents_per_year[row] = decided.cents_per_year;
        });
}

}  // namespace minimasim::rules
