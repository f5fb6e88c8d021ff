#include "sim/run/uncertainty/term_direction.hpp"

#include <algorithm>
#include <string>

#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::run {

namespace {

// Terms whose rise never lessens a grant, whatever the scheme.
constexpr std::string_view improving[] = {
    "is_active",
    "income_limit_share",
    "wealth_limit_single",
    "wealth_limit_family",
    "savings_limit",
    "amount",
    "amount_single",
    "amount_single_parent",
    "amount_couple",
    "amount_per_child",
    "contribution",
    "maximum_per_person",
    "mean_cost_per_person",
    "mean_grant",
    "general_cost",
    "administration_cost",
    "budget_cap",
    "uses_net_state_pension_norm",
    "base_balance_single",
    "base_balance_single_parent",
    "base_balance_couple",
    "extra_exemption_single",
    "extra_exemption_single_parent",
    "extra_exemption_couple",
    "includes_entrepreneurs",
    "deducts_childcare_costs",
    "car_value_exempt",
    "includes_students",
    "includes_pensioners",
    "housing_cost_cap_per_month",
    "months_per_year",
    "other_expenses_single",
    "other_expenses_couple",
    "other_expenses_per_child_single_parent",
    "other_expenses_per_child_couple",
    "health_costs_per_adult",
};

constexpr std::string_view restricting[] = {
    "years_on_low_income",       "minimum_age",     "requires_no_prospect",    "own_contribution_share",
    "threshold_per_year",        "capacity_share",  "housing_floor_per_month", "care_norm_premium_single",
    "care_norm_premium_couple",  "excludes_owners", "applies_wealth_test",     "counts_assistance_as_claimed",
    "minimum_payment_per_month",
};

bool is_scheme(std::string_view key)
{
    return std::any_of(rules::schemes.begin(), rules::schemes.end(),
                       [key](auto const& scheme) { return key == scheme.key; });
}

bool holds(auto const& terms, std::string_view term)
{
    return std::find(std::begin(terms), std::end(terms), term) != std::end(terms);
}

}  // namespace

char const* to_text(Direction direction)
{
    return direction == Direction::improvement   ? "improvement"
           : direction == Direction::restriction ? "restriction"
                                                 : "unclear";
}

Direction direction_of_rise(std::string_view scheme, std::string_view term)
{
    if (!is_scheme(scheme)) {
        return Direction::unclear;
    }
    return holds(improving, term)     ? Direction::improvement
           : holds(restricting, term) ? Direction::restriction
                                      : Direction::unclear;
}

Direction direction_of_change(std::string_view scheme, std::string_view term, double from, double to)
{
    auto const rise = direction_of_rise(scheme, term);
    if (to > from || rise == Direction::unclear) {
        return rise;
    }
    return rise == Direction::improvement ? Direction::restriction : Direction::improvement;
}

}  // namespace minimasim::run
