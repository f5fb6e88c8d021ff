#pragma once

#include "sim/rules/municipal/scheme.hpp"

// Adult sport and culture fund (Volwassenenfonds Sport en Cultuur), municipal policy: the actual cost of a
// membership or voucher for each adult, to a maximum a year.
namespace minimasim::rules::adult_fund {

struct Terms {
    double is_active;
    double income_limit_share;
    double maximum_per_person;
    double mean_cost_per_person;
};

inline constexpr TermField<Terms> fields[] = {
    {"is_active", Unit::yes_no, 0, 1, &Terms::is_active, Effect::widens},
    {"income_limit_share", Unit::share, 0.5, 3.0, &Terms::income_limit_share, Effect::widens},
    {"maximum_per_person", Unit::euro_per_year, 0, 10'000, &Terms::maximum_per_person, Effect::widens},
    {"mean_cost_per_person", Unit::euro_per_year, 0, 10'000, &Terms::mean_cost_per_person, Effect::widens},
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
    double const cost = terms.mean_cost_per_person < terms.maximum_per_person ? terms.mean_cost_per_person
                                                                              : terms.maximum_per_person;
    return entitled(h.adults * cents_of(cost));
}

struct Scheme : SchemeFacts {
    using Terms = adult_fund::Terms;
    static constexpr char const* key = "adult_fund";
    static constexpr char const* dutch_name = "Volwassenenfonds Sport en Cultuur";
    static constexpr char const* english_name = "Adult sport and culture fund";
    static constexpr char const* article = "gemeentelijk beleid";
    static constexpr char const* how_dutch = "kosten van sport en cultuur per volwassene, tot het maximum";
    static constexpr char const* how_english = "costs of sport and culture per adult, up to the maximum";
    static constexpr CountedIn counted_in = CountedIn::persons;
    static constexpr EarlierCash earlier_cash = EarlierCash::not_read;
    static constexpr std::array reads{&MunicipalHousehold::norm_cents_per_month,
                                      &MunicipalHousehold::income_cents_per_month,
                                      &MunicipalHousehold::adults, &MunicipalHousehold::is_student};
    static constexpr auto const& fields = adult_fund::fields;
    static constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
    {
        return adult_fund::entitlement(h, terms);
    }
};

}  // namespace minimasim::rules::adult_fund
