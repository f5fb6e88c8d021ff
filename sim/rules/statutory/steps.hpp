#pragma once

#include <cstddef>

#include "sim/rules/statutory/statutory.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// A step of statutory_income: its name in data and reports, its unit, where the law says it, the sections of
// law whose terms it may use (separated by spaces; a test holds it to that), and how it is worked out, for
// people.
struct StatutoryStep {
    char const* name;
    Unit unit;
    char const* article;
    char const* sections;
    char const* how_dutch;
    char const* how_english;
    double StatutoryIncome::*member;
};

inline constexpr StatutoryStep statutory_steps[] = {
    {"state_pension_per_year", Unit::euro_per_year, "Algemene Ouderdomswet art. 9, 13, 29", "state_pension",
     "AOW voor wie de AOW-leeftijd heeft, met vakantiegeld",
     "state pension for people who have reached its age, holiday allowance included",
     &StatutoryIncome::state_pension_per_year},
    {"state_pension_net_per_month", Unit::euro_per_month, "Algemene Ouderdomswet art. 9; Zvw art. 43",
     "state_pension health_contribution", "AOW zonder vakantiegeld, na de bijdrage Zvw",
     "state pension without holiday allowance, after the health contribution",
     &StatutoryIncome::state_pension_net_per_month},
    {"supplementary_benefit_per_year", Unit::euro_per_year, "Toeslagenwet art. 2, 8",
     "minimum_wage state_pension", "aanvulling van een UWV-uitkering tot het bruto sociaal minimum",
     "tops a benefit of UWV up to the gross social minimum",
     &StatutoryIncome::supplementary_benefit_per_year},
    {"gross_income_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 3.1", "",
     "loon, winst, uitkeringen en pensioenen samen", "wage, profit, benefits and pensions together",
     &StatutoryIncome::gross_income_per_year},
    {"general_tax_credit_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 8.10",
     "tax_credits income_tax state_pension", "korting voor iedereen, lager bij een hoger inkomen",
     "a credit for everybody, lower at a higher income", &StatutoryIncome::general_tax_credit_per_year},
    {"labour_tax_credit_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 8.11",
     "tax_credits state_pension", "korting voor wie werkt", "a credit for people who work",
     &StatutoryIncome::labour_tax_credit_per_year},
    {"combination_credit_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 8.14a",
     "tax_credits", "korting voor werk met een kind onder 12, voor de partner die het minst verdient",
     "a credit for work with a child under 12, for the partner who earns least",
     &StatutoryIncome::combination_credit_per_year},
    {"elderly_credit_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 8.17",
     "tax_credits income_tax state_pension", "korting vanaf de AOW-leeftijd", "a credit from pension age",
     &StatutoryIncome::elderly_credit_per_year},
    {"single_elderly_credit_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 8.18",
     "tax_credits state_pension", "korting vanaf de AOW-leeftijd voor wie alleen is",
     "a credit from pension age for singles", &StatutoryIncome::single_elderly_credit_per_year},
    {"young_disabled_credit_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 8.16a",
     "tax_credits state_pension", "korting voor jonggehandicapten", "a credit for the young disabled",
     &StatutoryIncome::young_disabled_credit_per_year},
    {"income_tax_per_year", Unit::euro_per_year, "Wet inkomstenbelasting 2001 art. 2.10, 2.10a, 8.8, 8.9",
     "income_tax state_pension tax_credits",
     "belasting en premies per schijf, min de kortingen, nooit minder dan nul",
     "tax and premiums by bracket, less the credits, never below zero",
     &StatutoryIncome::income_tax_per_year},
    {"health_contribution_per_year", Unit::euro_per_year, "Zorgverzekeringswet art. 41-45",
     "health_contribution state_pension", "lage bijdrage Zvw over pensioen, AOW en winst",
     "low contribution over pension, state pension and profit",
     &StatutoryIncome::health_contribution_per_year},
    {"net_income_per_month", Unit::euro_per_month, "Participatiewet art. 31, 32", "",
     "bruto inkomen min belasting en bijdrage, gedeeld door 12",
     "gross income less tax and contribution, over 12", &StatutoryIncome::net_income_per_month},
    {"form_norm_per_month", Unit::euro_per_month, "Participatiewet art. 20-23",
     "social_assistance state_pension",
     "bijstandsnorm van dit huishouden: daarvan zijn de grenzen van de gemeente een percentage",
     "assistance norm of this household: municipal limits are a share of it",
     &StatutoryIncome::form_norm_per_month},
    {"assistance_norm_per_month", Unit::euro_per_month, "Participatiewet art. 20-23, 22a",
     "social_assistance state_pension", "norm waarnaar bijstand wordt betaald, met kostendelers lager",
     "norm that assistance is paid by, lower with cost sharers", &StatutoryIncome::assistance_norm_per_month},
    {"counted_income_per_month", Unit::euro_per_month, "Participatiewet art. 31 lid 2, 33 lid 5",
     "social_assistance state_pension tax_credits income_tax health_contribution",
     "netto inkomen min wat voor de bijstand niet meetelt",
     "net income less what assistance leaves out of account", &StatutoryIncome::counted_income_per_month},
    {"passes_wealth_test", Unit::yes_no, "Participatiewet art. 34", "social_assistance",
     "spaargeld, en overwaarde van de woning boven de vrijstelling, tot en met de vermogensgrens",
     "savings, and home equity above its exemption, up to and including the wealth limit",
     &StatutoryIncome::passes_wealth_test},
    {"social_assistance_per_month", Unit::euro_per_month, "Participatiewet art. 13, 19, 34, 47a; IOAW art. 5",
     "social_assistance", "de norm min het inkomen dat meetelt", "the norm less the income that counts",
     &StatutoryIncome::social_assistance_per_month},
    {"social_assistance_received_per_month", Unit::euro_per_month, "Participatiewet art. 43", "",
     "het recht wordt gebruikt", "the right is used", &StatutoryIncome::social_assistance_received_per_month},
    {"assessment_income_per_year", Unit::euro_per_year, "Awir art. 8", "income_tax state_pension tax_credits",
     "inkomen voor de toeslagen: belastbaar inkomen met bruto bijstand, van beide partners",
     "income for the allowances: taxable income with gross assistance, of both partners",
     &StatutoryIncome::assessment_income_per_year},
    {"health_care_allowance_per_month", Unit::euro_per_month, "Wet op de zorgtoeslag art. 2, 3",
     "health_care_allowance", "standaardpremie min de normpremie, die stijgt met het inkomen",
     "standard premium less the norm premium, which rises with income",
     &StatutoryIncome::health_care_allowance_per_month},
    {"health_care_allowance_received_per_month", Unit::euro_per_month, "Awir art. 15", "",
     "het recht wordt gebruikt", "the right is used",
     &StatutoryIncome::health_care_allowance_received_per_month},
    {"rent_allowance_per_month", Unit::euro_per_month, "Wet op de huurtoeslag art. 5, 7, 13-21",
     "rent_allowance health_care_allowance state_pension",
     "delen van de huur boven de eigen bijdrage, die stijgt met het inkomen",
     "parts of the rent above the own contribution, which rises with income",
     &StatutoryIncome::rent_allowance_per_month},
    {"rent_allowance_received_per_month", Unit::euro_per_month, "Awir art. 15", "",
     "het recht wordt gebruikt", "the right is used", &StatutoryIncome::rent_allowance_received_per_month},
    {"child_benefit_per_quarter", Unit::euro_per_quarter, "Algemene Kinderbijslagwet art. 12",
     "child_benefit", "bedrag per kind naar leeftijd, los van het inkomen",
     "an amount per child by age, whatever the income", &StatutoryIncome::child_benefit_per_quarter},
    {"child_benefit_received_per_quarter", Unit::euro_per_quarter, "Algemene Kinderbijslagwet art. 14", "",
     "het recht wordt gebruikt", "the right is used", &StatutoryIncome::child_benefit_received_per_quarter},
    {"child_budget_per_month", Unit::euro_per_month, "Wet op het kindgebonden budget art. 2",
     "child_budget health_care_allowance", "bedrag per kind, lager bij een hoger inkomen",
     "an amount per child, lower at a higher income", &StatutoryIncome::child_budget_per_month},
    {"child_budget_received_per_month", Unit::euro_per_month,
     "Wet op het kindgebonden budget art. 2; Awir art. 15", "", "het recht wordt gebruikt",
     "the right is used", &StatutoryIncome::child_budget_received_per_month},
    {"childcare_allowance_per_month", Unit::euro_per_month, "Wet kinderopvang art. 1.5-1.9",
     "childcare health_care_allowance", "een deel van de kosten van opvang, kleiner bij een hoger inkomen",
     "a share of the costs of childcare, smaller at a higher income",
     &StatutoryIncome::childcare_allowance_per_month},
    {"childcare_allowance_received_per_month", Unit::euro_per_month, "Awir art. 15", "",
     "het recht wordt gebruikt", "the right is used",
     &StatutoryIncome::childcare_allowance_received_per_month},
    {"study_supplement_per_month", Unit::euro_per_month, "Participatiewet art. 36b",
     "social_assistance minimum_wage", "vast bedrag voor studenten met een medische beperking",
     "a fixed amount for students with a medical limitation", &StatutoryIncome::study_supplement_per_month},
    {"study_supplement_received_per_month", Unit::euro_per_month, "Participatiewet art. 36b", "",
     "het recht wordt gebruikt", "the right is used", &StatutoryIncome::study_supplement_received_per_month},
    {"disposable_before_schemes_per_month", Unit::euro_per_month, "", "",
     "netto inkomen, bijstand, toeslagen en kinderbijslag samen",
     "net income, assistance, allowances and child benefit together",
     &StatutoryIncome::disposable_income_per_month},
    {"standardised_income_per_year", Unit::euro_per_year, "CBS, Materiële welvaart, annex A", "",
     "besteedbaar inkomen na de zorgpremie, gecorrigeerd voor de grootte van het huishouden",
     "disposable income after the health premium, corrected for the size of the household",
     &StatutoryIncome::standardised_income_per_year},
    {"share_of_norm", Unit::share, "", "", "netto inkomen met bijstand, gedeeld door de norm",
     "net income with assistance, over the norm", &StatutoryIncome::share_of_norm},
    {"share_of_cbs_minimum", Unit::share, "CBS, sociaal minimum",
     "child_budget child_benefit health_care_allowance",
     "netto inkomen met kinderbijslag en kindgebonden budget, gedeeld door het sociaal minimum van het CBS",
     "net income with child benefit and child budget, over the social minimum of CBS",
     &StatutoryIncome::share_of_cbs_minimum},
    {"housing_costs_per_month", Unit::euro_per_month, "", "", "huur of hypotheek, energie en water",
     "rent or mortgage, energy and water", &StatutoryIncome::housing_costs_per_month},
};

inline constexpr std::size_t statutory_step_count = sizeof(statutory_steps) / sizeof(statutory_steps[0]);

// The place of a step in statutory_steps.
constexpr std::size_t step_index(double StatutoryIncome::*member)
{
    std::size_t k = 0;
    while (k < statutory_step_count && statutory_steps[k].member != member) {
        ++k;
    }
    return k;
}

}  // namespace minimasim::rules
