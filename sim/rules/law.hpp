#pragma once

#include "sim/rules/statutory/child_benefit.hpp"
#include "sim/rules/statutory/child_budget.hpp"
#include "sim/rules/statutory/childcare_allowance.hpp"
#include "sim/rules/statutory/health_care_allowance.hpp"
#include "sim/rules/statutory/health_contribution.hpp"
#include "sim/rules/statutory/income_tax.hpp"
#include "sim/rules/statutory/minimum_wage.hpp"
#include "sim/rules/statutory/poverty_line.hpp"
#include "sim/rules/statutory/rent_allowance.hpp"
#include "sim/rules/statutory/social_assistance.hpp"
#include "sim/rules/statutory/state_pension.hpp"
#include "sim/rules/statutory/tax_credits.hpp"

namespace minimasim::rules {

// The values of national law on one date.
struct Law {
    SocialAssistanceTerms social_assistance;
    StatePensionTerms state_pension;
    MinimumWageTerms minimum_wage;
    IncomeTaxTerms income_tax;
    TaxCreditTerms tax_credits;
    HealthContributionTerms health_contribution;
    HealthCareAllowanceTerms health_care_allowance;
    RentAllowanceTerms rent_allowance;
    RentAllowanceUntil2025Terms rent_allowance_until_2025;
    RentAllowance2026Terms rent_allowance_2026;
    ChildBudgetTerms child_budget;
    ChildBenefitTerms child_benefit;
    ChildcareTerms childcare;
    PovertyLineTerms poverty_line;
    bool rent_allowance_has_2026_form = false;
};

// Calls visit(section, terms, fields) for every section that is in force, in a fixed order. A law of two
// forms has one section name and is visited for what both share and for the form in force.
template <class AnyLaw, class Visit>
constexpr void for_each_section(AnyLaw& law, Visit&& visit)
{
    visit("social_assistance", law.social_assistance, social_assistance_fields);
    visit("state_pension", law.state_pension, state_pension_fields);
    visit("minimum_wage", law.minimum_wage, minimum_wage_fields);
    visit("income_tax", law.income_tax, income_tax_fields);
    visit("tax_credits", law.tax_credits, tax_credits_fields);
    visit("health_contribution", law.health_contribution, health_contribution_fields);
    visit("health_care_allowance", law.health_care_allowance, health_care_allowance_fields);
    visit("rent_allowance", law.rent_allowance, rent_allowance_fields);
    if (law.rent_allowance_has_2026_form) {
        visit("rent_allowance", law.rent_allowance_2026, rent_allowance_2026_fields);
    } else {
        visit("rent_allowance", law.rent_allowance_until_2025, rent_allowance_until_2025_fields);
    }
    visit("child_budget", law.child_budget, child_budget_fields);
    visit("child_benefit", law.child_benefit, child_benefit_fields);
    visit("childcare", law.childcare, childcare_fields);
    visit("poverty_line", law.poverty_line, poverty_line_fields);
}

}  // namespace minimasim::rules
