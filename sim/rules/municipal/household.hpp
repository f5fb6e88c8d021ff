#pragma once

#include <cstdint>

#include "sim/rules/because.hpp"

namespace minimasim::rules {

// A household as the municipal schemes see it: whole cents, period in the name. 32 bits hold 21 million euro,
// so that a row of a block fills a SIMD lane; the population keeps larger fortunes at that ceiling.
struct MunicipalHousehold {
    std::int32_t norm_cents_per_month = 0;         // applicable assistance norm, holiday allowance in
    std::int32_t income_cents_per_month = 0;       // net, holiday allowance and assistance in, allowances out
    std::int32_t disposable_cents_per_month = 0;   // with allowances and child benefit as received
    std::int32_t cash_support_cents_per_year = 0;  // cash of earlier schemes of the same package, as received
    std::int32_t liquid_assets_cents = 0;
    std::int32_t car_value_cents = 0;
    std::int32_t housing_costs_cents_per_month = 0;  // rent or mortgage, energy, water
    std::int32_t net_rent_cents_per_month = 0;  // rent up to the allowance's ceiling, less allowance received
    std::int32_t net_health_premium_cents_per_month = 0;  // premium less care allowance received
    std::int32_t alimony_cents_per_month = 0;             // paid
    std::int32_t net_childcare_cents_per_month = 0;       // costs less childcare allowance received
    std::int32_t local_taxes_cents_per_year = 0;          // what the municipality charges and may remit
    std::int32_t net_state_pension_norm_cents_per_month =
        0;  // net state pension for this form, pensioners only
    std::int32_t given_expenses_cents_per_month =
        0;                                         // reasonable expenses where the asker gives them, else 0
    std::int32_t special_need_cents_per_year = 0;  // drawn: necessary costs from special circumstances
    std::int32_t goods_need_cents_per_year = 0;    // drawn: broken or missing goods
    std::int32_t crisis_need_cents_per_year = 0;   // drawn: crisis spending that no other scheme fits
    std::int32_t adults = 1;                       // claimant and partner
    std::int32_t children = 0;                     // under 18
    std::int32_t years_on_low_income = 0;
    std::int32_t youngest_adult_age = 0;  // of claimant and partner
    std::int32_t is_couple = 0;
    std::int32_t is_single_parent = 0;
    std::int32_t has_pensioner = 0;
    std::int32_t is_student = 0;
    std::int32_t is_owner = 0;
    std::int32_t is_entrepreneur = 0;
    std::int32_t expects_improvement = 0;
    std::int32_t lives_in_institution = 0;
};

// What a scheme answers: whether every test except need is passed, and what is granted a year when claimed
// (0: nothing). A household without the need a scheme answers can be eligible and be granted nothing. With it
// goes the reason, and what was compared with which limit, in the unit of the reason (cents for amounts).
struct Entitlement {
    std::int32_t is_eligible = 0;
    std::int32_t cents_per_year = 0;
    Reason reason = Reason::is_inactive;
    std::int32_t compared = 0;
    std::int32_t limit = 0;
};

constexpr Entitlement not_entitled(Reason reason, std::int32_t compared = 0, std::int32_t limit = 0)
{
    return {0, 0, reason, compared, limit};
}

constexpr Entitlement entitled(std::int32_t cents_per_year)
{
    return {1, cents_per_year, Reason::granted, 0, 0};
}

// Of a scheme that answers a need: without the need nothing is granted.
constexpr Entitlement entitled_if_needed(std::int32_t cents_per_year)
{
    return {1, cents_per_year, cents_per_year > 0 ? Reason::granted : Reason::no_need, 0, 0};
}

// An amount in euro as whole cents (halves up); amount >= 0.
constexpr std::int32_t cents_of(double euro)
{
    return static_cast<std::int32_t>(euro * 100.0 + 0.5);
}

// A share of the norm as the limit the office applies: whole cents, because a cent over is over.
constexpr std::int32_t income_limit_cents(double share, MunicipalHousehold const& h)
{
    return static_cast<std::int32_t>(share * h.norm_cents_per_month + 0.5);
}

constexpr std::int32_t wealth_limit_cents(double single, double family, MunicipalHousehold const& h)
{
    return cents_of(h.is_couple | h.is_single_parent ? family : single);
}

}  // namespace minimasim::rules
