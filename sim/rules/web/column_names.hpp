#pragma once

#include <array>
#include <cstddef>

#include "sim/rules/columns.hpp"
#include "sim/rules/municipal/evaluate.hpp"

// The names of columns, for callers who know no C++. A test compares them with the fields themselves.
namespace minimasim::rules {

struct ColumnName {
    char text[48] = {};
};

namespace detail {

inline constexpr char const* amounts_of_person[] = {
    "wage_per_year",
    "profit_per_year",
    "pension_per_year",
    "unemployment_benefit_per_year",
    "disability_benefit_per_year",
    "state_pension_build_up",
};

inline constexpr char const* counts_of_person[] = {
    "age",
    "birth_year",
    "receives_state_pension",
    "is_student",
    "is_young_disabled",
    "is_medically_limited",
    "is_older_unemployed",
    "has_first_months_exemption",
    "has_single_parent_exemption",
};

inline constexpr char const* amounts_of_household[] = {
    "co_residents_income_per_year",
    "rent_per_month",
    "service_costs_per_month",
    "mortgage_per_month",
    "mortgage_interest_per_year",
    "woz_value",
    "energy_per_month",
    "water_per_month",
    "local_taxes_per_year",
    "health_premium_per_month",
    "alimony_paid_per_month",
    "childcare_first_child_per_month",
    "childcare_next_children_per_month",
    "liquid_assets",
    "home_equity",
    "car_value",
};

inline constexpr char const* counts_of_household[] = {
    "is_couple",
    "children_under_6",
    "children_6_to_11",
    "children_12_to_15",
    "children_16_to_17",
    "children_of_12",
    "co_residents",
    "cost_sharing_co_residents",
    "oldest_co_resident_age",
    "is_owner",
    "adapted_dwelling",
    "lives_in_institution",
    "claims.social_assistance",
    "claims.supplementary_benefit",
    "claims.health_care_allowance",
    "claims.rent_allowance",
    "claims.child_budget",
    "claims.child_benefit",
    "claims.childcare_allowance",
    "claims.study_supplement",
};

class NameList {
  public:
    template <std::size_t n>
    constexpr void add(char const* prefix, char const* const (&names)[n])
    {
        for (auto const* name : names) {
            std::size_t length = 0;
            for (auto const* part : {prefix, name}) {
                for (; *part != '\0'; ++part) {
                    all[count].text[length++] = *part;
                }
            }
            ++count;
        }
    }

    std::array<ColumnName, household_column_count> all{};
    std::size_t count = 0;
};

}  // namespace detail

// In the order of for_each_amount and for_each_count: "claimant.wage_per_year", ...,
// "claims.study_supplement".
inline constexpr std::array<ColumnName, household_column_count> household_column_names = [] {
    detail::NameList list;
    list.add("claimant.", detail::amounts_of_person);
    list.add("partner.", detail::amounts_of_person);
    list.add("", detail::amounts_of_household);
    list.add("claimant.", detail::counts_of_person);
    list.add("partner.", detail::counts_of_person);
    list.add("", detail::counts_of_household);
    return list.all;
}();
static_assert(household_column_names.back().text[0] == 'c');

// In the order of municipal_fields.
inline constexpr char const* municipal_field_names[] = {
    "norm_cents_per_month",
    "income_cents_per_month",
    "disposable_cents_per_month",
    "cash_support_cents_per_year",
    "liquid_assets_cents",
    "car_value_cents",
    "housing_costs_cents_per_month",
    "net_rent_cents_per_month",
    "net_health_premium_cents_per_month",
    "alimony_cents_per_month",
    "net_childcare_cents_per_month",
    "local_taxes_cents_per_year",
    "net_state_pension_norm_cents_per_month",
    "given_expenses_cents_per_month",
    "special_need_cents_per_year",
    "goods_need_cents_per_year",
    "crisis_need_cents_per_year",
    "adults",
    "children",
    "years_on_low_income",
    "youngest_adult_age",
    "is_couple",
    "is_single_parent",
    "has_pensioner",
    "is_student",
    "is_owner",
    "is_entrepreneur",
    "expects_improvement",
    "lives_in_institution",
};
static_assert(sizeof(municipal_field_names) / sizeof(municipal_field_names[0]) == municipal_field_count);

}  // namespace minimasim::rules
