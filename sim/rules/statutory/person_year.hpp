#pragma once

#include "sim/rules/household.hpp"
#include "sim/rules/law.hpp"

namespace minimasim::rules {

// One person's year by the kinds of income that tax, credits and contribution tell apart.
struct PersonIncome {
    double labour = 0;              // wage and profit
    double pension_and_profit = 0;  // bears the health contribution
    double wage_and_benefits = 0;   // the payer bears the levy
    double gross = 0;
};

[[gnu::always_inline]] inline PersonIncome income_of(Person const& person, double state_pension_per_year,
                                                     double supplementary_benefit_per_year)
{
    double const pension_and_profit =
        person.pension_per_year + state_pension_per_year + person.profit_per_year;
    double const wage_and_benefits = person.wage_per_year + person.unemployment_benefit_per_year +
                                     person.disability_benefit_per_year + supplementary_benefit_per_year;
    return {person.wage_per_year + person.profit_per_year, pension_and_profit, wage_and_benefits,
            pension_and_profit + wage_and_benefits};
}

// Tax before credits and the credits of one person; box 1 income is gross income less the deduction for the
// own home. A partner who is not there (`exists` false) has nothing.
struct PersonTax {
    double box_1_income = 0;
    double before_credits = 0;
    TaxCredits credits;
};

[[gnu::always_inline]] inline PersonTax tax_of(Person const& person, PersonIncome const& income,
                                               double box_1_income, bool exists, bool has_partner,
                                               bool has_combination_credit, Law const& law)
{
    bool const pension_age = has_pension_age(person, law.state_pension);
    bool const born_before_1946 = (person.birth_year > 0) & (person.birth_year < 1946);
    auto const& terms = law.tax_credits;
    double const combination = has_combination_credit ? combination_credit_per_year(income.labour, terms) : 0;
    double const elderly = pension_age ? elderly_credit_per_year(box_1_income, terms) : 0;
    double const single_elderly = pension_age & !has_partner ? terms.single_elderly : 0;
    double const young_disabled = person.is_young_disabled & !pension_age ? terms.young_disabled : 0;
    return {box_1_income,
            tax_before_credits_per_year(box_1_income, pension_age, born_before_1946, law.income_tax),
            {exists ? general_tax_credit_per_year(box_1_income, pension_age, terms) : 0,
             labour_tax_credit_per_year(income.labour, pension_age, terms), combination, exists ? elderly : 0,
             exists ? single_elderly : 0, exists ? young_disabled : 0}};
}

// What is paid to this person of the general credit that goes unused, out of the partner's tax.
inline double general_credit_payout_of(PersonTax const& tax, Person const& person,
                                       double partner_tax_after_credits, bool has_partner,
                                       TaxCreditTerms const& terms)
{
    bool const is_old_enough =
        (person.birth_year > 0) & (person.birth_year < terms.general_payout_born_before);
    double const payout = general_credit_payout(tax.before_credits, tax.credits, partner_tax_after_credits);
    return is_old_enough & has_partner ? payout : 0;
}

// The part of the young disabled credit that brought tax down; as income for assistance it does not count
// (Participatiewet art. 31 paragraph 2).
[[gnu::always_inline]] inline double used_young_disabled_credit(PersonTax const& tax)
{
    double const all = sum(tax.credits);
    return tax_after_credits(tax.before_credits, all - tax.credits.young_disabled) -
           tax_after_credits(tax.before_credits, all);
}

// Gross amount of the net assistance this person has on top of other income.
[[gnu::always_inline]] inline double gross_assistance_of(PersonTax const& tax, Person const& person,
                                                         double net_per_year, Law const& law)
{
    bool const pension_age = has_pension_age(person, law.state_pension);
    return gross_assistance_per_year(net_per_year, tax.box_1_income, sum(tax.credits),
                                     first_bracket_rate(pension_age, law.income_tax));
}

}  // namespace minimasim::rules
