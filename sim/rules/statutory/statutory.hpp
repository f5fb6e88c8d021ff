#pragma once

#include "sim/rules/household.hpp"
#include "sim/rules/law.hpp"
#include "sim/rules/statutory/rounding.hpp"
#include "sim/rules/statutory/standardised_income.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// What national law makes of a household: one member a step, in the order of statutory_income. Sums over
// claimant and partner. Entitlements hold whether claimed or not; what is claimed stands in the members named
// received.
struct StatutoryIncome {
    double state_pension_per_year = 0;       // gross, holiday allowance included
    double state_pension_net_per_month = 0;  // as published: with the tax credit, holiday allowance apart
    double gross_income_per_year = 0;        // wage, profit, benefits and pensions
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
    double disposable_income_per_month = 0;
    double standardised_income_per_year =
        0;  // disposable less health premium, over the equivalence factor (CBS)
    double share_of_norm = 0;
    double share_of_cbs_minimum = 0;
    double housing_costs_per_month = 0;  // rent or mortgage, energy and water, before rent allowance
    bool passes_assistance_wealth_test = false;
};

// Every step with its name in data and reports, its unit and where the law says it.
struct StatutoryStep {
    char const* name;
    Unit unit;
    char const* article;
    double StatutoryIncome::*member;
};

inline constexpr StatutoryStep statutory_steps[] = {
    {"state_pension_per_year", Unit::euro_per_year, "Algemene Ouderdomswet art. 9, 13, 29",
     &StatutoryIncome::state_pension_per_year},
    {"state_pension_net_per_month", Unit::euro_per_month, "Algemene Ouderdomswet art. 9",
     &StatutoryIncome::state_pension_net_per_month},
    {"gross_income_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 3.1",
     &StatutoryIncome::gross_income_per_year},
    {"general_tax_credit_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 8.10",
     &StatutoryIncome::general_tax_credit_per_year},
    {"labour_tax_credit_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 8.11",
     &StatutoryIncome::labour_tax_credit_per_year},
    {"combination_credit_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 8.14a",
     &StatutoryIncome::combination_credit_per_year},
    {"elderly_credit_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 8.17",
     &StatutoryIncome::elderly_credit_per_year},
    {"single_elderly_credit_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 8.18",
     &StatutoryIncome::single_elderly_credit_per_year},
    {"young_disabled_credit_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 8.16a",
     &StatutoryIncome::young_disabled_credit_per_year},
    {"income_tax_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 2.10, 2.10a, 8.8",
     &StatutoryIncome::income_tax_per_year},
    {"health_contribution_per_year", Unit::euro_per_year, "Zorgverzekeringswet art. 41-45",
     &StatutoryIncome::health_contribution_per_year},
    {"net_income_per_month", Unit::euro_per_month, "Participatiewet art. 32",
     &StatutoryIncome::net_income_per_month},
    {"form_norm_per_month", Unit::euro_per_month, "Participatiewet art. 20-23",
     &StatutoryIncome::form_norm_per_month},
    {"assistance_norm_per_month", Unit::euro_per_month, "Participatiewet art. 20-23",
     &StatutoryIncome::assistance_norm_per_month},
    {"social_assistance_per_month", Unit::euro_per_month, "Participatiewet art. 19, 34, 47a",
     &StatutoryIncome::social_assistance_per_month},
    {"social_assistance_received_per_month", Unit::euro_per_month, "Participatiewet art. 43",
     &StatutoryIncome::social_assistance_received_per_month},
    {"assessment_income_per_year", Unit::euro_per_year, "Awir art. 8",
     &StatutoryIncome::assessment_income_per_year},
    {"health_care_allowance_per_month", Unit::euro_per_month, "Wet op de zorgtoeslag art. 2, 3",
     &StatutoryIncome::health_care_allowance_per_month},
    {"health_care_allowance_received_per_month", Unit::euro_per_month, "Awir art. 15",
     &StatutoryIncome::health_care_allowance_received_per_month},
    {"rent_allowance_per_month", Unit::euro_per_month, "Wet op de huurtoeslag art. 7, 13-21",
     &StatutoryIncome::rent_allowance_per_month},
    {"rent_allowance_received_per_month", Unit::euro_per_month, "Awir art. 15",
     &StatutoryIncome::rent_allowance_received_per_month},
    {"child_benefit_per_quarter", Unit::euro_per_quarter, "Algemene Kinderbijslagwet art. 12",
     &StatutoryIncome::child_benefit_per_quarter},
    {"child_benefit_received_per_quarter", Unit::euro_per_quarter, "Algemene Kinderbijslagwet art. 14",
     &StatutoryIncome::child_benefit_received_per_quarter},
    {"child_budget_per_month", Unit::euro_per_month, "Wet op het kindgebonden budget art. 2",
     &StatutoryIncome::child_budget_per_month},
    {"child_budget_received_per_month", Unit::euro_per_month,
     "Wet op het kindgebonden budget art. 2; Awir art. 15",
     &StatutoryIncome::child_budget_received_per_month},
    {"disposable_income_per_month", Unit::euro_per_month, "", &StatutoryIncome::disposable_income_per_month},
    {"standardised_income_per_year", Unit::euro_per_year, "CBS, Materiële welvaart, annex A",
     &StatutoryIncome::standardised_income_per_year},
    {"share_of_norm", Unit::share, "", &StatutoryIncome::share_of_norm},
    {"share_of_cbs_minimum", Unit::share, "CBS, social minimum", &StatutoryIncome::share_of_cbs_minimum},
    {"housing_costs_per_month", Unit::euro_per_month, "", &StatutoryIncome::housing_costs_per_month},
};

// One person's year: income by the kinds that tax, credits and contribution tell apart.
struct PersonYear {
    double labour_income = 0;       // wage and profit
    double pension_and_profit = 0;  // bears the health contribution
    double wage_and_benefits = 0;   // the payer bears the levy
    double state_pension = 0;
    double gross_income = 0;
    double box_1_income = 0;
    double tax_before_credits = 0;
    TaxCredits credits;
};

inline PersonYear income_of(Person const& person, bool has_partner, StatePensionTerms const& terms)
{
    PersonYear year;
    double const benefits = person.unemployment_benefit_per_year + person.disability_benefit_per_year;
    year.state_pension = state_pension_gross_per_year(person, has_partner, terms);
    year.labour_income = person.wage_per_year + person.profit_per_year;
    year.pension_and_profit = person.pension_per_year + year.state_pension + person.profit_per_year;
    year.wage_and_benefits = person.wage_per_year + benefits;
    year.gross_income = year.pension_and_profit + year.wage_and_benefits;
    year.box_1_income = year.gross_income;
    return year;
}

// has_combination_credit: single or earning least of two, with a child under 12.
inline void settle_tax(PersonYear& year, Person const& person, bool has_partner, bool has_combination_credit,
                       Law const& law)
{
    bool const pension_age = has_pension_age(person, law.state_pension);
    bool const born_before_1946 = person.birth_year > 0 && person.birth_year < 1946;
    year.tax_before_credits =
        tax_before_credits_per_year(year.box_1_income, pension_age, born_before_1946, law.income_tax);
    year.credits.general = general_tax_credit_per_year(year.box_1_income, pension_age, law.tax_credits);
    year.credits.labour = labour_tax_credit_per_year(year.labour_income, pension_age, law.tax_credits);
    year.credits.combination =
        has_combination_credit ? combination_credit_per_year(year.labour_income, law.tax_credits) : 0;
    year.credits.elderly = pension_age ? elderly_credit_per_year(year.box_1_income, law.tax_credits) : 0;
    year.credits.single_elderly = pension_age && !has_partner ? law.tax_credits.single_elderly : 0;
    year.credits.young_disabled =
        person.is_young_disabled && !pension_age ? law.tax_credits.young_disabled : 0;
}

// The part of the young disabled credit that brought tax down; as income for assistance it does not count
// (Participatiewet art. 31 paragraph 2).
inline double used_young_disabled_credit(PersonYear const& year)
{
    double const all = sum(year.credits);
    return tax_after_credits(year.tax_before_credits, all - year.credits.young_disabled) -
           tax_after_credits(year.tax_before_credits, all);
}

inline double gross_assistance_of(PersonYear const& year, Person const& person, double net_per_year,
                                  Law const& law)
{
    bool const pension_age = has_pension_age(person, law.state_pension);
    return gross_assistance_per_year(net_per_year, year.box_1_income, sum(year.credits),
                                     first_bracket_rate(pension_age, law.income_tax));
}

inline RentedHome rented_home(Household const& h, double assessment_income_per_year, Law const& law)
{
    int const young_below = law.rent_allowance_has_2026_form ? 21 : 23;
    return {h.rent_per_month,
            h.service_costs_per_month,
            assessment_income_per_year + h.co_residents_income_per_year,
            persons(h),
            has_pensioner(h, law.state_pension),
            h.adapted_dwelling,
            is_young_household(h, young_below)};
}

inline double rent_allowance_per_month(Household const& h, double assessment_income_per_year, Law const& law)
{
    if (h.tenure == Tenure::owner || h.lives_in_institution) {
        return 0;
    }
    if (!passes_rent_allowance_wealth_test(h.liquid_assets, adults(h), law.rent_allowance)) {
        return 0;
    }
    auto const home = rented_home(h, assessment_income_per_year, law);
    double const allowance =
        law.rent_allowance_has_2026_form
            ? rent_allowance_2026(home, law.rent_allowance, law.rent_allowance_2026)
            : rent_allowance_until_2025(home, law.rent_allowance, law.rent_allowance_until_2025);
    return rent_allowance_payable_per_month(allowance, law.health_care_allowance.smallest_payment);
}

inline double health_care_allowance_per_month(Household const& h, double assessment_income_per_year,
                                              Law const& law)
{
    if (!passes_allowance_wealth_test(h.liquid_assets, h.is_couple, law.health_care_allowance)) {
        return 0;
    }
    return health_care_allowance_per_month(assessment_income_per_year, h.is_couple, true,
                                           law.health_care_allowance);
}

inline double child_budget_per_month(Household const& h, double assessment_income_per_year, Law const& law)
{
    if (!passes_allowance_wealth_test(h.liquid_assets, h.is_couple, law.health_care_allowance)) {
        return 0;
    }
    return child_budget_payable_per_month(
        child_budget_per_year(h, assessment_income_per_year, law.child_budget),
        law.health_care_allowance.smallest_payment);
}

inline double housing_costs_per_month(Household const& h)
{
    double const home = h.tenure == Tenure::owner ? h.mortgage_per_month : h.rent_per_month;
    return home + h.energy_per_month + h.water_per_month;
}

// The social minimum of CBS: the norm with child benefit and the child budget at a low income. Rent and
// health care allowance stay out on both sides.
inline double cbs_minimum_per_month(Household const& h, double form_norm_per_month, Law const& law)
{
    double const child_budget = child_budget_payable_per_month(
        highest_child_budget_per_year(h, law.child_budget), law.health_care_allowance.smallest_payment);
    return form_norm_per_month + child_benefit_per_quarter(h, law.child_benefit) / 3 + child_budget;
}

inline double ratio(double value, double of)
{
    return of > 0 ? value / of : 0;
}

// What a step computed is what it is; a caller may put a given value in its place, or record it.
struct AsComputed {
    constexpr double operator()(double StatutoryIncome::*, double computed) const { return computed; }
};

// All steps in the order of the law. `settle(member, computed)` returns the value that the later steps use.
template <class Settle>
inline StatutoryIncome statutory_income(Household const& h, Law const& law, Settle const& settle)
{
    StatutoryIncome s;
    auto const step = [&](double StatutoryIncome::*member, double computed) {
        s.*member = settle(member, computed);
    };

    // Wages, benefits and pensions; the interest on the home is deducted by the partner with the higher
    // income.
    auto claimant = income_of(h.claimant, h.is_couple, law.state_pension);
    auto partner = h.is_couple ? income_of(h.partner, true, law.state_pension) : PersonYear{};
    double const deduction = own_home_deduction_per_year(h, law.income_tax);
    (claimant.box_1_income >= partner.box_1_income ? claimant : partner).box_1_income -= deduction;
    double const state_pension = claimant.state_pension + partner.state_pension;
    step(&StatutoryIncome::state_pension_per_year, state_pension);
    double net_state_pension = state_pension_net_of_contribution(
        state_pension_gross_per_month(h.claimant, h.is_couple, law.state_pension), law.health_contribution);
    if (h.is_couple) {
        net_state_pension += state_pension_net_of_contribution(
            state_pension_gross_per_month(h.partner, true, law.state_pension), law.health_contribution);
    }
    step(&StatutoryIncome::state_pension_net_per_month, net_state_pension);
    step(&StatutoryIncome::gross_income_per_year,
         claimant.gross_income + partner.gross_income + (s.state_pension_per_year - state_pension));

    // Tax, credits and health contribution.
    bool const child_under_12 = h.children_under_6 + h.children_6_to_11 > 0;
    bool const claimant_earns_least = !h.is_couple || claimant.labour_income <= partner.labour_income;
    settle_tax(claimant, h.claimant, h.is_couple, child_under_12 && claimant_earns_least, law);
    if (h.is_couple) {
        settle_tax(partner, h.partner, true, child_under_12 && !claimant_earns_least, law);
    }
    auto const& a = claimant.credits;
    auto const& b = partner.credits;
    step(&StatutoryIncome::general_tax_credit_per_year, a.general + b.general);
    step(&StatutoryIncome::labour_tax_credit_per_year, a.labour + b.labour);
    step(&StatutoryIncome::combination_credit_per_year, a.combination + b.combination);
    step(&StatutoryIncome::elderly_credit_per_year, a.elderly + b.elderly);
    step(&StatutoryIncome::single_elderly_credit_per_year, a.single_elderly + b.single_elderly);
    step(&StatutoryIncome::young_disabled_credit_per_year, a.young_disabled + b.young_disabled);
    double const given_credits = s.general_tax_credit_per_year + s.labour_tax_credit_per_year +
                                 s.combination_credit_per_year + s.elderly_credit_per_year +
                                 s.single_elderly_credit_per_year + s.young_disabled_credit_per_year -
                                 (sum(a) + sum(b));
    step(&StatutoryIncome::income_tax_per_year,
         tax_after_credits(claimant.tax_before_credits, sum(a) + given_credits) +
             tax_after_credits(partner.tax_before_credits, sum(b)));
    step(&StatutoryIncome::health_contribution_per_year,
         health_contribution_per_year(claimant.pension_and_profit, claimant.wage_and_benefits,
                                      law.health_contribution) +
             health_contribution_per_year(partner.pension_and_profit, partner.wage_and_benefits,
                                          law.health_contribution));
    step(&StatutoryIncome::net_income_per_month,
         (s.gross_income_per_year - s.income_tax_per_year - s.health_contribution_per_year) / 12);

    // Assistance up to the norm.
    bool const pensioner = has_pensioner(h, law.state_pension);
    step(&StatutoryIncome::form_norm_per_month, form_norm_per_month(h, pensioner, law.social_assistance));
    step(&StatutoryIncome::assistance_norm_per_month,
         assistance_norm_per_month(h, pensioner, law.social_assistance));
    s.passes_assistance_wealth_test =
        passes_assistance_wealth_test(h.liquid_assets, 0, is_family(h), law.social_assistance);
    double const counted_income =
        s.net_income_per_month -
        (used_young_disabled_credit(claimant) + used_young_disabled_credit(partner)) / 12;
    bool const has_right = s.passes_assistance_wealth_test && !is_excluded_as_student(h);
    step(&StatutoryIncome::social_assistance_per_month,
         has_right ? social_assistance_per_month(s.assistance_norm_per_month, counted_income) : 0);
    step(&StatutoryIncome::social_assistance_received_per_month,
         h.claims.social_assistance ? s.social_assistance_per_month : 0);

    // Assessment income; of a couple each has half of the assistance.
    double const assistance_each = 12 * s.social_assistance_received_per_month / adults(h);
    double assessment_income = floor_euro(at_least_zero(
        claimant.box_1_income + gross_assistance_of(claimant, h.claimant, assistance_each, law)));
    if (h.is_couple) {
        assessment_income += floor_euro(at_least_zero(
            partner.box_1_income + gross_assistance_of(partner, h.partner, assistance_each, law)));
    }
    step(&StatutoryIncome::assessment_income_per_year, assessment_income);

    // Allowances and child benefit.
    step(&StatutoryIncome::health_care_allowance_per_month,
         health_care_allowance_per_month(h, s.assessment_income_per_year, law));
    step(&StatutoryIncome::health_care_allowance_received_per_month,
         h.claims.health_care_allowance ? s.health_care_allowance_per_month : 0);
    step(&StatutoryIncome::rent_allowance_per_month,
         rent_allowance_per_month(h, s.assessment_income_per_year, law));
    step(&StatutoryIncome::rent_allowance_received_per_month,
         h.claims.rent_allowance ? s.rent_allowance_per_month : 0);
    step(&StatutoryIncome::child_benefit_per_quarter, child_benefit_per_quarter(h, law.child_benefit));
    step(&StatutoryIncome::child_benefit_received_per_quarter,
         h.claims.child_benefit ? s.child_benefit_per_quarter : 0);
    step(&StatutoryIncome::child_budget_per_month,
         child_budget_per_month(h, s.assessment_income_per_year, law));
    step(&StatutoryIncome::child_budget_received_per_month,
         h.claims.child_budget && h.claims.child_benefit ? s.child_budget_per_month : 0);

    // What there is to spend, and the measures made of it.
    double const net_with_assistance = s.net_income_per_month + s.social_assistance_received_per_month;
    double const child_income = s.child_budget_received_per_month + s.child_benefit_received_per_quarter / 3;
    step(&StatutoryIncome::disposable_income_per_month,
         net_with_assistance + s.health_care_allowance_received_per_month +
             s.rent_allowance_received_per_month + child_income);
    step(&StatutoryIncome::standardised_income_per_year,
         12 * (s.disposable_income_per_month - h.health_premium_per_month) / equivalence_factor(h));
    step(&StatutoryIncome::share_of_norm, ratio(net_with_assistance, s.form_norm_per_month));
    step(&StatutoryIncome::share_of_cbs_minimum,
         ratio(net_with_assistance + child_income, cbs_minimum_per_month(h, s.form_norm_per_month, law)));
    step(&StatutoryIncome::housing_costs_per_month, housing_costs_per_month(h));
    return s;
}

inline StatutoryIncome statutory_income(Household const& h, Law const& law)
{
    return statutory_income(h, law, AsComputed{});
}

}  // namespace minimasim::rules
