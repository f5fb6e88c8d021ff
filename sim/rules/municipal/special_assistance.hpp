#pragma once

#include "sim/rules/municipal/scheme.hpp"

// Special assistance (bijzondere bijstand), Participation Act art. 35.1: necessary costs from special
// circumstances. Full up to the income limit; above it part of a year's surplus is the household's own
// contribution.
namespace minimasim::rules::special_assistance {

struct Terms {
    double is_active;
    double income_limit_share;
    double own_contribution_share;
    double threshold_per_year;  // of the costs, art. 35 paragraph 2: a municipality may leave it at nothing
    double wealth_limit_single;
    double wealth_limit_family;
    double need_share;
    double administration_share;
    double administration_cost;
    double general_cost;
};

inline constexpr TermField<Terms> fields[] = {
    {"is_active", Unit::yes_no, 0, 1, &Terms::is_active, Effect::widens},
    {"income_limit_share", Unit::share, 0.5, 3.0, &Terms::income_limit_share, Effect::widens},
    {"own_contribution_share", Unit::share, 0, 1, &Terms::own_contribution_share, Effect::narrows},
    {"threshold_per_year", Unit::euro_per_year, 0, 1'000, &Terms::threshold_per_year, Effect::narrows},
    {"wealth_limit_single", Unit::euro, 0, 1e6, &Terms::wealth_limit_single, Effect::widens},
    {"wealth_limit_family", Unit::euro, 0, 1e6, &Terms::wealth_limit_family, Effect::widens},
    {"need_share", Unit::share, 0, 1, &Terms::need_share, Effect::widens},
    {"administration_share", Unit::share, 0, 1, &Terms::administration_share, Effect::widens},
    {"administration_cost", Unit::euro_per_year, 0, 1e5, &Terms::administration_cost, Effect::widens},
    {"general_cost", Unit::euro_per_year, 0, 1e5, &Terms::general_cost, Effect::widens},
};

constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
{
    double const limit = income_limit_cents(terms.income_limit_share, h);
    double const surplus = h.income_cents_per_month > limit ? h.income_cents_per_month - limit : 0;
    double const contribution = terms.own_contribution_share * 12 * surplus;
    double const wealth_limit = wealth_limit_cents(terms.wealth_limit_single, terms.wealth_limit_family, h);
    double const excess_wealth =
        h.liquid_assets_cents > wealth_limit ? h.liquid_assets_cents - wealth_limit : 0;
    double const shortfall =
        h.special_need_cents_per_year - 100.0 * terms.threshold_per_year - contribution - excess_wealth;
    double const grant = terms.is_active > 0.5 && shortfall > 0 ? shortfall : 0;
    auto const cents = static_cast<std::int32_t>(grant + 0.5);
    if (terms.is_active < 0.5) {
        return not_entitled(Reason::is_inactive);
    }
    if (cents > 0) {
        return entitled(cents);
    }
    if (excess_wealth > 0) {
        return not_entitled(Reason::wealth_above_limit, h.liquid_assets_cents,
                            static_cast<std::int32_t>(wealth_limit));
    }
    if (surplus > 0) {
        return not_entitled(Reason::income_above_limit, h.income_cents_per_month,
                            static_cast<std::int32_t>(limit));
    }
    return entitled_if_needed(0);
}

struct Scheme : SchemeFacts {
    using Terms = special_assistance::Terms;
    static constexpr char const* key = "special_assistance";
    static constexpr char const* dutch_name = "Bijzondere bijstand";
    static constexpr char const* english_name = "Special assistance";
    static constexpr char const* article = "Participatiewet art. 35 lid 1";
    static constexpr char const* how_dutch =
        "noodzakelijke kosten min de eigen bijdrage boven de inkomensgrens en het vermogen boven de grens";
    static constexpr char const* how_english =
        "necessary costs less the own contribution above the income limit and the wealth above its limit";
    static constexpr bool is_need_driven = true;
    static constexpr EarlierCash earlier_cash = EarlierCash::not_read;
    static constexpr std::array reads{&MunicipalHousehold::norm_cents_per_month,
                                      &MunicipalHousehold::income_cents_per_month,
                                      &MunicipalHousehold::liquid_assets_cents,
                                      &MunicipalHousehold::special_need_cents_per_year,
                                      &MunicipalHousehold::is_couple,
                                      &MunicipalHousehold::is_single_parent};
    static constexpr auto const& fields = special_assistance::fields;
    static constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
    {
        return special_assistance::entitlement(h, terms);
    }
};

}  // namespace minimasim::rules::special_assistance
