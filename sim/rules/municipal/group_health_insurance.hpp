#pragma once

#include "sim/rules/municipal/scheme.hpp"

// Group health insurance (collectieve zorgverzekering, gemeentepolis), Participation Act art. 35.3: the
// municipality pays part of the premium of a supplementary policy and of the own risk.
namespace minimasim::rules::group_health_insurance {

struct Terms {
    double is_active;
    double income_limit_share;
    double contribution;
};

inline constexpr TermField<Terms> fields[] = {
    {"is_active", Unit::yes_no, 0, 1, &Terms::is_active, Effect::widens},
    {"income_limit_share", Unit::share, 0.5, 3.0, &Terms::income_limit_share, Effect::widens},
    {"contribution", Unit::euro_per_year, 0, 10'000, &Terms::contribution, Effect::widens},
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
    return entitled(cents_of(terms.contribution));
}

struct Scheme : SchemeFacts {
    using Terms = group_health_insurance::Terms;
    static constexpr char const* key = "group_health_insurance";
    static constexpr char const* dutch_name = "Collectieve zorgverzekering";
    static constexpr char const* english_name = "Group health insurance";
    static constexpr char const* article = "Participatiewet art. 35 lid 3";
    static constexpr char const* how_dutch = "bijdrage aan de premie van de gemeentepolis";
    static constexpr char const* how_english = "a contribution to the premium of the municipal policy";
    static constexpr EarlierCash earlier_cash = EarlierCash::not_read;
    static constexpr std::array reads{&MunicipalHousehold::norm_cents_per_month,
                                      &MunicipalHousehold::income_cents_per_month,
                                      &MunicipalHousehold::is_student};
    static constexpr auto const& fields = group_health_insurance::fields;
    static constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
    {
        return group_health_insurance::entitlement(h, terms);
    }
};

}  // namespace minimasim::rules::group_health_insurance
