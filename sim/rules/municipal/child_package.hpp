#pragma once

#include "sim/rules/municipal/scheme.hpp"

// Child package (Kindpakket), municipal policy: school, sport and culture in kind for every child under 18.
namespace minimasim::rules::child_package {

struct Terms {
    double is_active;
    double income_limit_share;
    double amount_per_child;
};

inline constexpr TermField<Terms> fields[] = {
    {"is_active", Unit::yes_no, 0, 1, &Terms::is_active, Effect::widens},
    {"income_limit_share", Unit::share, 0.5, 3.0, &Terms::income_limit_share, Effect::widens},
    {"amount_per_child", Unit::euro_per_year, 0, 10'000, &Terms::amount_per_child, Effect::widens},
};

constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
{
    if (terms.is_active < 0.5) {
        return not_entitled(Reason::is_inactive);
    }
    if (h.children == 0) {
        return not_entitled(Reason::no_children);
    }
    std::int32_t const income_limit = income_limit_cents(terms.income_limit_share, h);
    if (h.income_cents_per_month > income_limit) {
        return not_entitled(Reason::income_above_limit, h.income_cents_per_month, income_limit);
    }
    return entitled(h.children * cents_of(terms.amount_per_child));
}

struct Scheme : SchemeFacts {
    using Terms = child_package::Terms;
    static constexpr char const* key = "child_package";
    static constexpr char const* dutch_name = "Kindpakket";
    static constexpr char const* english_name = "Child package";
    static constexpr char const* article = "gemeentelijk beleid";
    static constexpr char const* how_dutch = "bedrag in natura voor elk kind onder 18";
    static constexpr char const* how_english = "an amount in kind for every child under 18";
    static constexpr CountedIn counted_in = CountedIn::children;
    static constexpr EarlierCash earlier_cash = EarlierCash::not_read;
    static constexpr std::array reads{&MunicipalHousehold::norm_cents_per_month,
                                      &MunicipalHousehold::income_cents_per_month,
                                      &MunicipalHousehold::children};
    static constexpr auto const& fields = child_package::fields;
    static constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
    {
        return child_package::entitlement(h, terms);
    }
};

}  // namespace minimasim::rules::child_package
