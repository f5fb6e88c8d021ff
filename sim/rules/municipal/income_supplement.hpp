#pragma once

#include "sim/rules/municipal/scheme.hpp"

// Individual income supplement (individuele inkomenstoeslag), Participation Act art. 36: once a year for
// those between 21 and pension age who have lived on a low income for years, without wealth or prospect of
// improvement.
namespace minimasim::rules::income_supplement {

struct Terms {
    double is_active;
    double income_limit_share;
    double years_on_low_income;
    double minimum_age;
    double wealth_limit_single;
    double wealth_limit_family;
    double requires_no_prospect;
    double amount_single;
    double amount_single_parent;
    double amount_couple;
};

inline constexpr TermField<Terms> fields[] = {
    {"is_active", Unit::yes_no, 0, 1, &Terms::is_active, Effect::widens},
    {"income_limit_share", Unit::share, 0.5, 3.0, &Terms::income_limit_share, Effect::widens},
    {"years_on_low_income", Unit::years, 0, 10, &Terms::years_on_low_income, Effect::narrows},
    {"minimum_age", Unit::years, 18, 67, &Terms::minimum_age, Effect::narrows},
    {"wealth_limit_single", Unit::euro, 0, 1e6, &Terms::wealth_limit_single, Effect::widens},
    {"wealth_limit_family", Unit::euro, 0, 1e6, &Terms::wealth_limit_family, Effect::widens},
    {"requires_no_prospect", Unit::yes_no, 0, 1, &Terms::requires_no_prospect, Effect::narrows},
    {"amount_single", Unit::euro_per_year, 0, 10'000, &Terms::amount_single, Effect::widens},
    {"amount_single_parent", Unit::euro_per_year, 0, 10'000, &Terms::amount_single_parent, Effect::widens},
    {"amount_couple", Unit::euro_per_year, 0, 10'000, &Terms::amount_couple, Effect::widens},
};

constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
{
    if (terms.is_active < 0.5) {
        return not_entitled(Reason::is_inactive);
    }
    if (h.youngest_adult_age < terms.minimum_age) {
        return not_entitled(Reason::below_age, h.youngest_adult_age,
                            static_cast<std::int32_t>(terms.minimum_age));
    }
    if (h.has_pensioner) {
        return not_entitled(Reason::has_pensioner);
    }
    std::int32_t const income_limit = income_limit_cents(terms.income_limit_share, h);
    if (h.income_cents_per_month > income_limit) {
        return not_entitled(Reason::income_above_limit, h.income_cents_per_month, income_limit);
    }
    if (h.years_on_low_income < terms.years_on_low_income) {
        return not_entitled(Reason::years_too_short, h.years_on_low_income,
                            static_cast<std::int32_t>(terms.years_on_low_income));
    }
    std::int32_t const wealth_limit =
        wealth_limit_cents(terms.wealth_limit_single, terms.wealth_limit_family, h);
    if (h.liquid_assets_cents > wealth_limit) {
        return not_entitled(Reason::wealth_above_limit, h.liquid_assets_cents, wealth_limit);
    }
    if (h.is_student) {
        return not_entitled(Reason::is_student);
    }
    if (h.expects_improvement && terms.requires_no_prospect > 0.5) {
        return not_entitled(Reason::expects_improvement);
    }
    double const amount = h.is_couple          ? terms.amount_couple
                          : h.is_single_parent ? terms.amount_single_parent
                                               : terms.amount_single;
    return entitled(cents_of(amount));
}

struct Scheme : SchemeFacts {
    using Terms = income_supplement::Terms;
    static constexpr char const* key = "income_supplement";
    static constexpr char const* dutch_name = "Individuele inkomenstoeslag";
    static constexpr char const* english_name = "Individual income supplement";
    static constexpr char const* article = "Participatiewet art. 36";
    static constexpr char const* how_dutch = "vast bedrag per jaar voor wie lang een laag inkomen heeft";
    static constexpr char const* how_english =
        "a fixed amount a year for people who have had a low income for long";
    static constexpr bool is_cash = true;
    static constexpr EarlierCash earlier_cash = EarlierCash::not_read;
    static constexpr std::array reads{
        &MunicipalHousehold::norm_cents_per_month, &MunicipalHousehold::income_cents_per_month,
        &MunicipalHousehold::liquid_assets_cents,  &MunicipalHousehold::years_on_low_income,
        &MunicipalHousehold::youngest_adult_age,   &MunicipalHousehold::is_couple,
        &MunicipalHousehold::is_single_parent,     &MunicipalHousehold::has_pensioner,
        &MunicipalHousehold::is_student,           &MunicipalHousehold::expects_improvement};
    static constexpr auto const& fields = income_supplement::fields;
    static constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
    {
        return income_supplement::entitlement(h, terms);
    }
};

}  // namespace minimasim::rules::income_supplement
