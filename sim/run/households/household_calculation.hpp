#pragma once

#include "sim/outcomes/poverty.hpp"
#include "sim/rules/municipal/view.hpp"
#include "sim/run/households/household_case.hpp"

namespace minimasim::run {

inline StepOutcome outcome_of(rules::Amount const& amount)
{
    return {amount.value, false, amount.reason, amount.compared, amount.limit};
}

inline StepOutcome outcome_of(rules::Entitlement const& entitlement)
{
    return {entitlement.cents_per_year / 100.0, entitlement.is_eligible != 0, entitlement.reason,
            static_cast<double>(entitlement.compared), static_cast<double>(entitlement.limit)};
}

inline constexpr double largest_amount = 1e7;

// What the schemes see of a household: the municipal view of the rules with what only the asker knows.
inline rules::MunicipalHousehold view_of(HouseholdCase const& one, rules::StatutoryIncome const& income,
                                         rules::Law const& law)
{
    auto m = rules::municipal_view(one.household, income, law);
    m.years_on_low_income = static_cast<std::int32_t>(one.years_on_low_income);
    m.expects_improvement = one.expects_improvement ? 1 : 0;
    m.special_need_cents_per_year = rules::narrow_cents(one.special_costs_per_year);
    m.goods_need_cents_per_year = rules::narrow_cents(one.goods_costs_per_year);
    m.given_expenses_cents_per_month = rules::narrow_cents(one.given_expenses_per_month.value_or(0));
    if (one.gives("share_of_norm")) {
        m.income_cents_per_month = rules::narrow_cents(income.share_of_norm * income.form_norm_per_month);
    }
    if (one.gives("passes_wealth_test")) {
        m.liquid_assets_cents = income.passes_wealth_test > 0.5 ? 0 : rules::narrow_cents(largest_amount);
    }
    return m;
}

// Every step of one household under one policy. `settle(step, outcome)` returns the outcome that later steps
// use.
template <class Settle>
void work_out(HouseholdCase const& one, rules::Policy const& policy, Settle const& settle)
{
    auto const& h = one.household;
    std::size_t next = 0;  // statutory_income settles its steps in their order
    auto const income = rules::statutory_income(
        h, policy.law, [&](double rules::StatutoryIncome::*, rules::Amount const& amount) {
            return settle(next++, outcome_of(amount)).value;
        });

    auto m = view_of(one, income, policy.law);
    bool const is_disposable_given = one.gives("disposable_income_per_month");  // then it is all there is
    std::int32_t cash_cents_per_year = 0;
    rules::for_each_scheme([&](auto scheme, auto index) {
        using Scheme = decltype(scheme);
        auto terms = rules::terms_of<Scheme>(policy.municipal);
        bool const is_asked_for = std::is_same_v<Scheme, rules::participation_budget::Scheme> &&
                                  one.given_expenses_per_month.has_value();
        bool const is_active = terms.is_active > 0.5;
        if (is_asked_for) {
            terms.is_active = 1;
        }
        m.cash_support_cents_per_year = is_disposable_given ? 0 : cash_cents_per_year;
        auto const decided = settle(first_scheme_step + index, outcome_of(Scheme::entitlement(m, terms)));
        if (Scheme::is_cash && (is_active || !is_asked_for) && one.claims[index]) {
            cash_cents_per_year += rules::narrow_cents(decided.value);
        }
    });

    auto const last = [&](LastStep step, double value) {
        return settle(place_of(step), outcome_of(rules::computed(value))).value;
    };
    double const disposable =
        last(LastStep::disposable_income, income.disposable_income_per_month + cash_cents_per_year / 1200.0);
    double const line =
        last(LastStep::poverty_line, rules::poverty_line_per_month(h, policy.law.poverty_line));
    // Childcare allowance pays a cost of the same size at least: it is not free to spend.
    double const free_income = disposable - income.childcare_allowance_received_per_month;
    auto const cents = [](double euro) { return rules::narrow_cents(euro); };
    bool const has_no_buffer = rules::passes_poverty_wealth_test(h, policy.law.poverty_line);
    bool const is_below = has_no_buffer && cents(free_income) < cents(line);
    bool const is_poor = last(LastStep::is_poor, is_below ? 1 : 0) > 0.5;
    bool const is_near =
        has_no_buffer && !is_poor && cents(free_income) < cents((1 + rules::near_poor_share) * line);
    last(LastStep::is_near_poor, is_near ? 1 : 0);
    last(LastStep::poverty_gap, is_poor && line > free_income ? line - free_income : 0);
}

}  // namespace minimasim::run
