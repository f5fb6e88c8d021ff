#pragma once

#include "sim/rules/municipal/scheme.hpp"

// Tailored budget (Maatwerkbudget), policy note of Assen (June 2025), chapter 4: crisis spending that no
// other scheme fits. The budget is a ceiling: grants stop when it is spent.
namespace minimasim::rules::tailored_budget {

struct Terms {
    double is_active;
    double income_limit_share;
    double need_share;
    double mean_grant;
    double budget_cap;
};

inline constexpr TermField<Terms> fields[] = {
    {"is_active", Unit::yes_no, 0, 1, &Terms::is_active, Effect::widens},
    {"income_limit_share", Unit::share, 0.5, 3.0, &Terms::income_limit_share, Effect::widens},
    {"need_share", Unit::share, 0, 1, &Terms::need_share, Effect::widens},
    {"mean_grant", Unit::euro_per_year, 0, 1e5, &Terms::mean_grant, Effect::widens},
    {"budget_cap", Unit::euro_per_year, 0, 1e9, &Terms::budget_cap, Effect::widens},
};

constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
{
    if (terms.is_active < 0.5) {
        return not_entitled(Reason::is_inactive);
    }
    std::int32_t const income_limit = income_limit_cents(terms.income_limit_share, h);
    if (h.income_cents_per_month > income_limit) {
        return not_entitled(Reason::income_above_limit, h.income_cents_per_month, income_limit);
    }
    return entitled_if_needed(h.crisis_need_cents_per_year);
}

struct Scheme : SchemeFacts {
    using Terms = tailored_budget::Terms;
    static constexpr char const* key = "tailored_budget";
    static constexpr char const* dutch_name = "Maatwerkbudget";
    static constexpr char const* english_name = "Tailored budget";
    static constexpr char const* article = "gemeentelijk beleid";
    static constexpr char const* how_dutch = "uitgaven in een crisis waarvoor geen andere regeling is";
    static constexpr char const* how_english = "spending in a crisis that no other scheme answers";
    static constexpr bool is_need_driven = true;
    static constexpr bool is_capped = true;
    static constexpr EarlierCash earlier_cash = EarlierCash::not_read;
    static constexpr std::array reads{&MunicipalHousehold::norm_cents_per_month,
                                      &MunicipalHousehold::income_cents_per_month,
                                      &MunicipalHousehold::crisis_need_cents_per_year};
    static constexpr auto const& fields = tailored_budget::fields;
    static constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
    {
        return tailored_budget::entitlement(h, terms);
    }
};

}  // namespace minimasim::rules::tailored_budget
