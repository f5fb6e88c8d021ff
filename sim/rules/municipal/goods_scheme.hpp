#pragma once

#include "sim/rules/municipal/scheme.hpp"

// Goods scheme (maatwerkregeling gebruiksgoederen), municipal policy: household goods that are broken or
// missing and for which the household could not save.
namespace minimasim::rules::goods_scheme {

struct Terms {
    double is_active;
    double income_limit_share;
    double savings_limit;
    double need_share;
    double mean_grant;
};

inline constexpr TermField<Terms> fields[] = {
    {"is_active", Unit::yes_no, 0, 1, &Terms::is_active, Effect::widens},
    {"income_limit_share", Unit::share, 0.5, 3.0, &Terms::income_limit_share, Effect::widens},
    {"savings_limit", Unit::euro, 0, 1e6, &Terms::savings_limit, Effect::widens},
    {"need_share", Unit::share, 0, 1, &Terms::need_share, Effect::widens},
    {"mean_grant", Unit::euro_per_year, 0, 10'000, &Terms::mean_grant, Effect::widens},
};

constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
{
    if (terms.is_active < 0.5) {
        return not_entitled(Reason::is_inactive);
    }
    if (h.is_student) {
        return not_entitled(Reason::is_student);
    }
    std::int32_t const income_limit = income_limit_cents(terms.income_limit_share, h);
    if (h.income_cents_per_month > income_limit) {
        return not_entitled(Reason::income_above_limit, h.income_cents_per_month, income_limit);
    }
    std::int32_t const savings_limit = cents_of(terms.savings_limit);
    if (h.liquid_assets_cents > savings_limit) {
        return not_entitled(Reason::wealth_above_limit, h.liquid_assets_cents, savings_limit);
    }
    return entitled_if_needed(h.goods_need_cents_per_year);
}

struct Scheme : SchemeFacts {
    using Terms = goods_scheme::Terms;
    static constexpr char const* key = "goods_scheme";
    static constexpr char const* dutch_name = "Maatwerkregeling gebruiksgoederen";
    static constexpr char const* english_name = "Goods scheme";
    static constexpr char const* article = "gemeentelijk beleid";
    static constexpr char const* how_dutch =
        "spullen in huis die stuk zijn of ontbreken en waarvoor niet te sparen was";
    static constexpr char const* how_english =
        "household goods that are broken or missing and could not be saved for";
    static constexpr bool is_need_driven = true;
    static constexpr EarlierCash earlier_cash = EarlierCash::not_read;
    static constexpr std::array reads{
        &MunicipalHousehold::norm_cents_per_month, &MunicipalHousehold::income_cents_per_month,
        &MunicipalHousehold::liquid_assets_cents, &MunicipalHousehold::goods_need_cents_per_year,
        &MunicipalHousehold::is_student};
    static constexpr auto const& fields = goods_scheme::fields;
    static constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
    {
        return goods_scheme::entitlement(h, terms);
    }
};

}  // namespace minimasim::rules::goods_scheme
