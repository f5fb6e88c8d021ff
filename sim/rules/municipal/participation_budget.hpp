#pragma once

#include "sim/rules/municipal/scheme.hpp"

// Participation budget (Maatschappelijk Meedoenbudget), policy note "Asser aanpak armoede en schulden" (June
// 2025), chapter 4 and annex 1: reasonable expenses less income, when positive. Housing costs are the actual
// ones; the other expenses are reference amounts. What the note leaves open is a term here.
namespace minimasim::rules::participation_budget {

struct Terms {
    double is_active;
    double income_limit_share;
    double applies_wealth_test;
    double wealth_limit_single;
    double wealth_limit_family;
    double includes_students;
    double includes_pensioners;
    double counts_assistance_as_claimed;
    double housing_cost_cap_per_month;
    double minimum_payment_per_month;
    double months_per_year;
    double other_expenses_single;
    double other_expenses_couple;
    double other_expenses_per_child_single_parent;
    double other_expenses_per_child_couple;
    double health_costs_per_adult;
};

inline constexpr TermField<Terms> fields[] = {
    {"is_active", Unit::yes_no, 0, 1, &Terms::is_active, Effect::widens},
    {"income_limit_share", Unit::share, 0.5, 3.0, &Terms::income_limit_share, Effect::widens},
    {"applies_wealth_test", Unit::yes_no, 0, 1, &Terms::applies_wealth_test, Effect::narrows},
    {"wealth_limit_single", Unit::euro, 0, 1e6, &Terms::wealth_limit_single, Effect::widens},
    {"wealth_limit_family", Unit::euro, 0, 1e6, &Terms::wealth_limit_family, Effect::widens},
    {"includes_students", Unit::yes_no, 0, 1, &Terms::includes_students, Effect::widens},
    {"includes_pensioners", Unit::yes_no, 0, 1, &Terms::includes_pensioners, Effect::widens},
    {"counts_assistance_as_claimed", Unit::yes_no, 0, 1, &Terms::counts_assistance_as_claimed,
     Effect::narrows},
    {"housing_cost_cap_per_month", Unit::euro_per_month, 0, 1e5, &Terms::housing_cost_cap_per_month,
     Effect::widens},
    {"minimum_payment_per_month", Unit::euro_per_month, 0, 1'000, &Terms::minimum_payment_per_month,
     Effect::narrows},
    {"months_per_year", Unit::count, 1, 12, &Terms::months_per_year, Effect::widens},
    {"other_expenses_single", Unit::euro_per_month, 0, 1e4, &Terms::other_expenses_single, Effect::widens},
    {"other_expenses_couple", Unit::euro_per_month, 0, 1e4, &Terms::other_expenses_couple, Effect::widens},
    {"other_expenses_per_child_single_parent", Unit::euro_per_month, 0, 1e4,
     &Terms::other_expenses_per_child_single_parent, Effect::widens},
    {"other_expenses_per_child_couple", Unit::euro_per_month, 0, 1e4, &Terms::other_expenses_per_child_couple,
     Effect::widens},
    {"health_costs_per_adult", Unit::euro_per_month, 0, 1e4, &Terms::health_costs_per_adult, Effect::widens},
};

// Reasonable expenses, euro cents a month.
constexpr std::int32_t expenses_cents_per_month(MunicipalHousehold const& h, Terms const& terms)
{
    double const cap = 100.0 * terms.housing_cost_cap_per_month;
    double const housing = h.housing_costs_cents_per_month < cap ? h.housing_costs_cents_per_month : cap;
    double const for_adults = h.is_couple ? terms.other_expenses_couple : terms.other_expenses_single;
    double const for_a_child =
        h.is_couple ? terms.other_expenses_per_child_couple : terms.other_expenses_per_child_single_parent;
    double const others = for_adults + h.children * for_a_child + h.adults * terms.health_costs_per_adult;
    return static_cast<std::int32_t>(housing + 100.0 * others + 0.5);
}

// Budget a month from income and expenses a month, both in cents: never negative.
constexpr std::int32_t budget_cents_per_month(std::int32_t income, std::int32_t expenses)
{
    return expenses > income ? expenses - income : 0;
}

constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
{
    if (terms.is_active < 0.5) {
        return not_entitled(Reason::is_inactive);
    }
    if (h.is_student && terms.includes_students < 0.5) {
        return not_entitled(Reason::is_student);
    }
    if (h.has_pensioner && terms.includes_pensioners < 0.5) {
        return not_entitled(Reason::has_pensioner);
    }
    std::int32_t const income_limit = income_limit_cents(terms.income_limit_share, h);
    if (h.income_cents_per_month > income_limit) {
        return not_entitled(Reason::income_above_limit, h.income_cents_per_month, income_limit);
    }
    std::int32_t const wealth_limit =
        wealth_limit_cents(terms.wealth_limit_single, terms.wealth_limit_family, h);
    if (terms.applies_wealth_test > 0.5 && h.liquid_assets_cents > wealth_limit) {
        return not_entitled(Reason::wealth_above_limit, h.liquid_assets_cents, wealth_limit);
    }
    // Assistance goes before municipal policy: who does not claim it is counted as having it.
    std::int32_t const below_norm = h.norm_cents_per_month - h.income_cents_per_month;
    bool const is_topped_up = terms.counts_assistance_as_claimed > 0.5 && below_norm > 0;
    std::int32_t const income =
        h.disposable_cents_per_month + (is_topped_up ? below_norm : 0) + h.cash_support_cents_per_year / 12;
    std::int32_t const expenses = h.given_expenses_cents_per_month > 0 ? h.given_expenses_cents_per_month
                                                                       : expenses_cents_per_month(h, terms);
    std::int32_t const budget = budget_cents_per_month(income, expenses);
    if (budget == 0) {
        return not_entitled(Reason::expenses_covered, income, expenses);
    }
    std::int32_t const smallest = cents_of(terms.minimum_payment_per_month);
    if (budget < smallest) {
        return not_entitled(Reason::below_smallest, budget, smallest);
    }
    return entitled(budget * static_cast<std::int32_t>(terms.months_per_year));
}

struct Scheme : SchemeFacts {
    using Terms = participation_budget::Terms;
    static constexpr char const* key = "participation_budget";
    static constexpr char const* dutch_name = "Meedoenbudget";
    static constexpr char const* english_name = "Participation budget";
    static constexpr char const* article = "nota Asser aanpak armoede en schulden, hoofdstuk 4 en bijlage 1";
    static constexpr char const* how_dutch = "redelijke uitgaven min inkomen, als dat meer dan nul is";
    static constexpr char const* how_english =
        "reasonable expenses less income, where that is more than zero";
    static constexpr bool is_cash = true;
    static constexpr EarlierCash earlier_cash = EarlierCash::narrows;
    static constexpr std::array reads{&MunicipalHousehold::norm_cents_per_month,
                                      &MunicipalHousehold::income_cents_per_month,
                                      &MunicipalHousehold::disposable_cents_per_month,
                                      &MunicipalHousehold::cash_support_cents_per_year,
                                      &MunicipalHousehold::liquid_assets_cents,
                                      &MunicipalHousehold::housing_costs_cents_per_month,
                                      &MunicipalHousehold::given_expenses_cents_per_month,
                                      &MunicipalHousehold::adults,
                                      &MunicipalHousehold::children,
                                      &MunicipalHousehold::is_couple,
                                      &MunicipalHousehold::is_single_parent,
                                      &MunicipalHousehold::has_pensioner,
                                      &MunicipalHousehold::is_student};
    static constexpr auto const& fields = participation_budget::fields;
    static constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
    {
        return participation_budget::entitlement(h, terms);
    }
};

}  // namespace minimasim::rules::participation_budget
