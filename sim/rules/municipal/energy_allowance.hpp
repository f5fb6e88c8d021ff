#pragma once

#include "sim/rules/municipal/scheme.hpp"

// Energy allowance (energietoeslag), Participation Act art. 35.4: categorial special assistance of 2022 and
// 2023, without a wealth test; students and households of 18 to 20 excluded. Cash.
namespace minimasim::rules::energy_allowance {

struct Terms {
    double is_active;
    double income_limit_share;
    double amount;
};

inline constexpr TermField<Terms> fields[] = {
    {"is_active", Unit::yes_no, 0, 1, &Terms::is_active, Effect::widens},
    {"income_limit_share", Unit::share, 0.5, 3.0, &Terms::income_limit_share, Effect::widens},
    {"amount", Unit::euro, 0, 10'000, &Terms::amount, Effect::widens},
};

constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
{
    if (terms.is_active < 0.5) {
        return not_entitled(Reason::is_inactive);
    }
    if (h.is_student) {
        return not_entitled(Reason::is_student);
    }
    if (h.youngest_adult_age < 21) {
        return not_entitled(Reason::below_age, h.youngest_adult_age, 21);
    }
    std::int32_t const income_limit = income_limit_cents(terms.income_limit_share, h);
    if (h.income_cents_per_month > income_limit) {
        return not_entitled(Reason::income_above_limit, h.income_cents_per_month, income_limit);
    }
    return entitled(cents_of(terms.amount));
}

struct Scheme : SchemeFacts {
    using Terms = energy_allowance::Terms;
    static constexpr char const* key = "energy_allowance";
    static constexpr char const* dutch_name = "Energietoeslag";
    static constexpr char const* english_name = "Energy allowance";
    static constexpr char const* article = "Participatiewet art. 35 lid 4";
    static constexpr char const* how_dutch = "vast bedrag voor energie";
    static constexpr char const* how_english = "a fixed amount for energy";
    static constexpr bool is_cash = true;
    static constexpr EarlierCash earlier_cash = EarlierCash::not_read;
    static constexpr std::array reads{
        &MunicipalHousehold::norm_cents_per_month, &MunicipalHousehold::income_cents_per_month,
        &MunicipalHousehold::youngest_adult_age, &MunicipalHousehold::is_student};
    static constexpr auto const& fields = energy_allowance::fields;
    static constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
    {
        return energy_allowance::entitlement(h, terms);
    }
};

}  // namespace minimasim::rules::energy_allowance
