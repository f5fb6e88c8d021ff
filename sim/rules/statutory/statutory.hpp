#pragma once

#include "sim/rules/because.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/law.hpp"
#include "sim/rules/statutory/earnings_exemption.hpp"
#include "sim/rules/statutory/person_year.hpp"
#include "sim/rules/statutory/rented_home.hpp"
#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/statutory/standardised_income.hpp"
#include "sim/rules/statutory/study_supplement.hpp"
#include "sim/rules/statutory/supplementary_benefit.hpp"

namespace minimasim::rules {

// What national law makes of a household: one member a step, in the order of statutory_income. Sums over
// claimant and partner. Entitlements hold whether claimed or not; what is claimed stands in the members named
// received.
struct StatutoryIncome {
    double state_pension_per_year = 0;          // gross, holiday allowance included
    double state_pension_net_per_month = 0;     // as published: with the tax credit, holiday allowance apart
    double supplementary_benefit_per_year = 0;  // gross
    double gross_income_per_year = 0;  // wage, profit, benefits (with the supplement received), pensions
    double general_tax_credit_per_year = 0;  // credits as computed, before the cap at the tax due
    double labour_tax_credit_per_year = 0;
    double combination_credit_per_year = 0;
    double elderly_credit_per_year = 0;
    double single_elderly_credit_per_year = 0;
    double young_disabled_credit_per_year = 0;
    double income_tax_per_year = 0;  // with premiums, after credits
    double health_contribution_per_year = 0;
    double net_income_per_month = 0;  // without assistance and allowances
    double form_norm_per_month = 0;   // of the household's form and age: what municipal limits are a share of
    double assistance_norm_per_month = 0;  // the same, or the cost-sharer norm
    double counted_income_per_month = 0;   // net income less what assistance leaves out of account
    double passes_wealth_test = 0;         // 1 or 0: the wealth test of assistance
    double social_assistance_per_month = 0;
    double social_assistance_received_per_month = 0;
    double assessment_income_per_year = 0;  // joint, gross assistance received included
    double health_care_allowance_per_month = 0;
    double health_care_allowance_received_per_month = 0;
    double rent_allowance_per_month = 0;
    double rent_allowance_received_per_month = 0;
    double child_benefit_per_quarter = 0;
    double child_benefit_received_per_quarter = 0;
    double child_budget_per_month = 0;
    double child_budget_received_per_month = 0;
    double childcare_allowance_per_month = 0;
    double childcare_allowance_received_per_month = 0;
    double study_supplement_per_month = 0;
    double study_supplement_received_per_month = 0;
    double disposable_income_per_month = 0;   // before cash of municipal schemes
    double standardised_income_per_year = 0;  // disposable less health premium, over the equivalence factor
    double share_of_norm = 0;
    double share_of_cbs_minimum = 0;
    double housing_costs_per_month = 0;  // rent or mortgage, energy and water, before rent allowance
};

// What assistance leaves out of a person's net income.
[[gnu::always_inline]] inline double exempt_earnings_per_month(Person const& person,
                                                               PersonIncome const& income,
                                                               PersonTax const& tax, Household const& h,
                                                               Law const& law)
{
    double const contribution = health_contribution_per_year(
        income.pension_and_profit, income.wage_and_benefits, law.health_contribution);
    double const net = income.gross - tax_after_credits(tax.before_credits, sum(tax.credits)) - contribution;
    double const labour_share = income.gross > 0 ? income.labour / income.gross : 0;
    bool const is_single_parent = !h.is_couple & (children(h) > 0);
    return earnings_exemption_per_month(person, has_pension_age(person, law.state_pension), is_single_parent,
                                        h.children_under_6 + h.children_6_to_11 > 0, labour_share * net / 12,
                                        law.social_assistance);
}

inline double housing_costs_per_month(Household const& h)
{
    double const home = h.is_owner ? h.mortgage_per_month : h.rent_per_month;
    return home + h.energy_per_month + h.water_per_month;
}

// The social minimum of CBS: the norm with child benefit and the child budget at a low income. Rent and
// health care allowance stay out on both sides.
[[gnu::always_inline]] inline double cbs_minimum_per_month(Household const& h, double form_norm_per_month,
                                                           Law const& law)
{
    double const child_budget = child_budget_payable_per_month(
        highest_child_budget_per_year(h, law.child_budget), law.health_care_allowance.smallest_payment);
    return form_norm_per_month + child_benefit_per_quarter(h, law.child_benefit) / 3 + child_budget;
}

inline double ratio(double value, double of)
{
    return of > 0 ? value / of : 0;
}

// What is received of a right.
[[gnu::always_inline]] inline Amount received(double right, bool is_claimed)
{
    if (right <= 0) {
        return refused(Reason::no_right_to_claim);
    }
    if (!is_claimed) {
        return refused(Reason::unclaimed, right);
    }
    return granted(right);
}

// What a step computed is what it is; a caller may put a given value in its place, or record it.
struct AsComputed {
    constexpr double operator()(double StatutoryIncome::*, Amount const& amount) const
    {
        return amount.value;
    }
};

// All steps in the order of the law. `settle(member, amount)` returns the value that the later steps use.
template <class Settle>
[[gnu::always_inline]] inline StatutoryIncome statutory_income(Household const& h, Law const& law,
                                                               Settle const& settle)
{
    StatutoryIncome s;
    using S = StatutoryIncome;
    auto const step = [&](double S::*member, Amount const& amount) { s.*member = settle(member, amount); };
    auto const compute = [&](double S::*member, double value) {
        s.*member = settle(member, computed(value));
    };
    bool const couple = h.is_couple;
    bool const pensioner = has_pensioner(h, law.state_pension);

    // State pension, and benefits topped up to the gross social minimum.
    double const claimant_pension = state_pension_gross_per_year(h.claimant, couple, law.state_pension);
    double const partner_pension =
        couple ? state_pension_gross_per_year(h.partner, true, law.state_pension) : 0;
    compute(&S::state_pension_per_year, claimant_pension + partner_pension);
    double const given_pension = s.state_pension_per_year - (claimant_pension + partner_pension);
    compute(
        &S::state_pension_net_per_month,
        state_pension_net_of_contribution(
            state_pension_gross_per_month(h.claimant, couple, law.state_pension), law.health_contribution) +
            (couple ? state_pension_net_of_contribution(
                          state_pension_gross_per_month(h.partner, true, law.state_pension),
                          law.health_contribution)
                    : 0));
    double const before_supplement = income_of(h.claimant, claimant_pension, 0).gross +
                                     income_of(h.partner, partner_pension, 0).gross + given_pension;
    step(&S::supplementary_benefit_per_year,
         supplementary_benefit_per_year(h, pensioner, before_supplement, law.minimum_wage));
    double const supplement = h.claims.supplementary_benefit ? s.supplementary_benefit_per_year : 0;
    bool const claimant_has_benefit =
        h.claimant.unemployment_benefit_per_year + h.claimant.disability_benefit_per_year > 0;
    auto const claimant = income_of(h.claimant, claimant_pension, claimant_has_benefit ? supplement : 0);
    auto const partner = income_of(h.partner, partner_pension, claimant_has_benefit ? 0 : supplement);
    compute(&S::gross_income_per_year, claimant.gross + partner.gross + given_pension);

    // Tax, credits and health contribution. The partner with the higher income deducts for the home; the one
    // who earns least has the combination credit.
    double const deduction = own_home_deduction_per_year(h, law.income_tax);
    bool const claimant_deducts = claimant.gross >= partner.gross;
    bool const child_under_12 = h.children_under_6 + h.children_6_to_11 > 0;
    bool const claimant_earns_least = !couple | (claimant.labour <= partner.labour);
    auto const a = tax_of(h.claimant, claimant, claimant.gross - (claimant_deducts ? deduction : 0), true,
                          couple, child_under_12 & claimant_earns_least, law);
    auto const b = tax_of(h.partner, partner, partner.gross - (claimant_deducts ? 0 : deduction), couple,
                          true, child_under_12 & !claimant_earns_least, law);
    compute(&S::general_tax_credit_per_year, a.credits.general + b.credits.general);
    compute(&S::labour_tax_credit_per_year, a.credits.labour + b.credits.labour);
    compute(&S::combination_credit_per_year, a.credits.combination + b.credits.combination);
    compute(&S::elderly_credit_per_year, a.credits.elderly + b.credits.elderly);
    compute(&S::single_elderly_credit_per_year, a.credits.single_elderly + b.credits.single_elderly);
    compute(&S::young_disabled_credit_per_year, a.credits.young_disabled + b.credits.young_disabled);
    double const given_credits = s.general_tax_credit_per_year + s.labour_tax_credit_per_year +
                                 s.combination_credit_per_year + s.elderly_credit_per_year +
                                 s.single_elderly_credit_per_year + s.young_disabled_credit_per_year -
                                 (sum(a.credits) + sum(b.credits));
    double const tax_a = tax_after_credits(a.before_credits, sum(a.credits) + given_credits);
    double const tax_b = tax_after_credits(b.before_credits, sum(b.credits));
    compute(&S::income_tax_per_year,
            tax_a + tax_b - general_credit_payout_of(a, h.claimant, tax_b, couple, law.tax_credits) -
                general_credit_payout_of(b, h.partner, tax_a, couple, law.tax_credits));
    compute(&S::health_contribution_per_year,
            health_contribution_per_year(claimant.pension_and_profit, claimant.wage_and_benefits,
                                         law.health_contribution) +
                health_contribution_per_year(partner.pension_and_profit, partner.wage_and_benefits,
                                             law.health_contribution));
    compute(&S::net_income_per_month,
            (s.gross_income_per_year - s.income_tax_per_year - s.health_contribution_per_year) / 12);

    // Assistance up to the norm.
    compute(&S::form_norm_per_month, form_norm_per_month(h, pensioner, law.social_assistance));
    compute(&S::assistance_norm_per_month, assistance_norm_per_month(h, pensioner, law.social_assistance));
    compute(&S::counted_income_per_month,
            s.net_income_per_month - (used_young_disabled_credit(a) + used_young_disabled_credit(b)) / 12 -
                exempt_earnings_per_month(h.claimant, claimant, a, h, law) -
                exempt_earnings_per_month(h.partner, partner, b, h, law) -
                pension_exemption_per_month(h, pensioner, law.social_assistance));
    compute(&S::passes_wealth_test, passes_assistance_wealth_test(h, law.social_assistance) ? 1 : 0);
    step(&S::social_assistance_per_month,
         social_assistance_of(h, s.passes_wealth_test, s.assistance_norm_per_month,
                              s.counted_income_per_month, law.social_assistance));
    step(&S::social_assistance_received_per_month,
         received(s.social_assistance_per_month, h.claims.social_assistance));

    // Assessment income; of a couple each has half of the assistance.
    double const assistance_each = 12 * s.social_assistance_received_per_month / adults(h);
    double const of_claimant =
        floor_euro(at_least_zero(a.box_1_income + gross_assistance_of(a, h.claimant, assistance_each, law)));
    double const of_partner =
        floor_euro(at_least_zero(b.box_1_income + gross_assistance_of(b, h.partner, assistance_each, law)));
    compute(&S::assessment_income_per_year, of_claimant + (couple ? of_partner : 0));

    // Allowances and child benefit.
    double const income = s.assessment_income_per_year;
    step(&S::health_care_allowance_per_month, health_care_allowance_of(h, income, law.health_care_allowance));
    step(&S::health_care_allowance_received_per_month,
         received(s.health_care_allowance_per_month, h.claims.health_care_allowance));
    step(&S::rent_allowance_per_month, rent_allowance_of(h, income, pensioner, law));
    step(&S::rent_allowance_received_per_month,
         received(s.rent_allowance_per_month, h.claims.rent_allowance));
    step(&S::child_benefit_per_quarter, child_benefit_of(h, law.child_benefit));
    step(&S::child_benefit_received_per_quarter,
         received(s.child_benefit_per_quarter, h.claims.child_benefit));
    step(&S::child_budget_per_month, child_budget_of(h, income, law.child_budget, law.health_care_allowance));
    step(&S::child_budget_received_per_month,
         received(s.child_budget_per_month, h.claims.child_budget & h.claims.child_benefit));
    step(&S::childcare_allowance_per_month,
         childcare_allowance_of(h, income, law.childcare, law.health_care_allowance.smallest_payment));
    step(&S::childcare_allowance_received_per_month,
         received(s.childcare_allowance_per_month, h.claims.childcare_allowance));
    step(&S::study_supplement_per_month, study_supplement_of(h, law.social_assistance, law.minimum_wage));
    step(&S::study_supplement_received_per_month,
         received(s.study_supplement_per_month, h.claims.study_supplement));

    // What there is to spend, and the measures made of it.
    double const net_with_assistance = s.net_income_per_month + s.social_assistance_received_per_month;
    double const child_income = s.child_budget_received_per_month + s.child_benefit_received_per_quarter / 3;
    compute(&S::disposable_income_per_month,
            net_with_assistance + s.health_care_allowance_received_per_month +
                s.rent_allowance_received_per_month + child_income +
                s.childcare_allowance_received_per_month + s.study_supplement_received_per_month);
    compute(&S::standardised_income_per_year,
            12 * (s.disposable_income_per_month - h.health_premium_per_month) / equivalence_factor(h));
    compute(&S::share_of_norm, ratio(net_with_assistance, s.form_norm_per_month));
    compute(&S::share_of_cbs_minimum,
            ratio(net_with_assistance + child_income, cbs_minimum_per_month(h, s.form_norm_per_month, law)));
    compute(&S::housing_costs_per_month, housing_costs_per_month(h));
    return s;
}

[[gnu::always_inline]] inline StatutoryIncome statutory_income(Household const& h, Law const& law)
{
    return statutory_income(h, law, AsComputed{});
}

}  // namespace minimasim::rules
