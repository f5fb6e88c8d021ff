#pragma once

#include "sim/rules/policy.hpp"
#include "sim/rules/statutory/statutory.hpp"

namespace minimasim::rules {

// Whole cents in 32 bits: fortunes and incomes above 20 million euro stand at that ceiling, far above every
// limit. Halves away from zero.
inline std::int32_t narrow_cents(double euro)
{
    constexpr double ceiling = 2e9;
    double const cents = euro * 100;
    double const bounded = cents > ceiling ? ceiling : cents < -ceiling ? -ceiling : cents;
    return static_cast<std::int32_t>(bounded < 0 ? bounded - 0.5 : bounded + 0.5);
}

// Yes or no as 1 or 0, by way of an amount: all of a row stays in one kind of lane.
inline std::int32_t one_if(bool is_so)
{
    double const value = is_so ? 1.25 : 0.25;
    return static_cast<std::int32_t>(value);
}

// A full net state pension for this form of household, holiday allowance in, as incomes and norms have it.
inline double net_state_pension_norm(bool is_couple, Law const& law)
{
    auto const& pension = law.state_pension;
    double const gross = is_couple ? 2 * (pension.gross_partner + pension.holiday_partner)
                                   : pension.gross_single + pension.holiday_single;
    return state_pension_net_of_contribution(gross, law.health_contribution);
}

// What the municipal schemes see of a household after national law. Needs, years on a low income and
// prospects are added by who knows them.
[[gnu::always_inline]] inline MunicipalHousehold municipal_view(Household const& h,
                                                                StatutoryIncome const& income, Law const& law)
{
    bool const pensioner = has_pensioner(h, law.state_pension);
    bool const has_children = children(h) > 0;
    // Rent counts up to the highest that allowance is paid for (Uitvoeringsregeling Invorderingswet 1990 art.
    // 15).
    double const counted_rent = smaller(h.rent_per_month, law.rent_allowance.highest_rent);
    double const net_rent = counted_rent - income.rent_allowance_received_per_month;
    double const partner_age = h.is_couple ? h.partner.age : h.claimant.age;
    double const profit = h.claimant.profit_per_year + h.partner.profit_per_year;

    MunicipalHousehold m;
    m.norm_cents_per_month = narrow_cents(income.form_norm_per_month);
    m.income_cents_per_month =
        narrow_cents(income.net_income_per_month + income.social_assistance_received_per_month);
    // Childcare allowance pays a cost of the same size at least: it is not free to spend.
    m.disposable_cents_per_month =
        narrow_cents(income.disposable_income_per_month - income.childcare_allowance_received_per_month);
    m.liquid_assets_cents = narrow_cents(h.liquid_assets);
    m.car_value_cents = narrow_cents(h.car_value);
    m.housing_costs_cents_per_month = narrow_cents(income.housing_costs_per_month);
    m.net_rent_cents_per_month = narrow_cents(h.is_owner ? 0 : net_rent);
    m.net_health_premium_cents_per_month =
        narrow_cents(h.health_premium_per_month - income.health_care_allowance_received_per_month);
    m.alimony_cents_per_month = narrow_cents(h.alimony_paid_per_month);
    m.net_childcare_cents_per_month =
        narrow_cents(at_least_zero(h.childcare_first_child_per_month + h.childcare_next_children_per_month -
                                   income.childcare_allowance_received_per_month));
    m.local_taxes_cents_per_year = narrow_cents(h.local_taxes_per_year);
    m.net_state_pension_norm_cents_per_month =
        narrow_cents(pensioner ? net_state_pension_norm(h.is_couple, law) : 0);
    m.adults = static_cast<std::int32_t>(adults(h));
    m.children = static_cast<std::int32_t>(children(h));
    m.youngest_adult_age = static_cast<std::int32_t>(smaller(h.claimant.age, partner_age));
    m.is_couple = one_if(h.is_couple);
    m.is_single_parent = one_if(!h.is_couple & has_children);
    m.has_pensioner = one_if(pensioner);
    m.is_student = one_if(is_excluded_as_student(h));
    m.is_owner = one_if(h.is_owner);
    m.is_entrepreneur = one_if(profit > 0);
    m.lives_in_institution = one_if(h.lives_in_institution);
    return m;
}

}  // namespace minimasim::rules
