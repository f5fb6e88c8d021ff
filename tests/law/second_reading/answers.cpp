#include "tests/law/second_reading/answers.hpp"

#include <cmath>

#include "tests/law/second_reading/allowances.hpp"
#include "tests/law/second_reading/assistance.hpp"
#include "tests/law/second_reading/common.hpp"
#include "tests/law/second_reading/tax.hpp"

namespace minimasim::second_reading {

namespace {

// ---- Supplementary Benefits Act (Toeslagenwet)

// Tops up the gross income to the gross social minimum.
// Assumed, because the text gives the basics only:
// - all gross income of claimant and partner counts in full: benefits, wage, profit, pension, state pension
//   (no exemption of earnings, Algemeen inkomensbesluit);
// - the single share of 70 % holds for single parents, for persons of 18 to 20 and for cost sharers alike;
// - the supplement may exceed the wage lost, and a partner born after 1971 without young children does not
//   bar it (Toeslagenwet art. 2 and 8 are not in the text);
// - no wealth test, no upper age, no exception for an institution.
double supplementary_benefit_per_year(Household const& household, Values const& values)
{
    if (!household.claims_supplementary_benefit) {
        return 0;
    }
    bool somebody_has_benefit = false;
    double income = 0;
    for (Adult const& adult : household.adults) {
        somebody_has_benefit = somebody_has_benefit || has_employee_benefit(adult);
        income += gross_income(adult, is_couple(household), values);
    }
    if (!somebody_has_benefit) {
        return 0;
    }
    double const share = is_couple(household) ? 1.0 : 0.7;
    double const minimum = 12 * 1.08 * share * values.at("minimum_wage.reference_month");
    return not_below_zero(minimum - income);
}

// ---- Poverty line (armoedegrens of CBS, SCP and Nibud)

// What the household needs a month beyond one adult. Co-residents have an own line.
double increments_of_needs(Household const& household, Values const& values)
{
    double increments = is_couple(household) ? values.at("poverty_line.increment_second_adult") : 0;
    for (Child const& child : household.children) {
        increments += values.at(child.age <= 12 ? "poverty_line.increment_child_0_12"
                                                : "poverty_line.increment_child_13_17");
    }
    return increments;
}

// Whether the other needs hold the health premium is not known; it is not added.
double poverty_line(Household const& household, Values const& values)
{
    double const housing =
        household.tenure == "owner" ? household.mortgage_per_month : household.rent_per_month;
    return values.at("poverty_line.single_other_needs") + increments_of_needs(household, values) + housing +
           household.energy_per_month;
}

bool passes_poverty_wealth_test(Household const& household, Values const& values)
{
    double const single = values.at("poverty_line.wealth_test_single");
    double const family = values.at("poverty_line.wealth_test_couple_2_children");
    double const increments_of_family =
        values.at("poverty_line.increment_second_adult") + 2 * values.at("poverty_line.increment_child_0_12");
    double const limit =
        single + (family - single) * increments_of_needs(household, values) / increments_of_family;
    return household.liquid_assets <= limit + 1e-6;
}

}  // namespace

Answers answers(Household const& household, Values const& values, int year)
{
    Answers a;
    bool const couple = is_couple(household);
    a.supplementary_benefit_per_year = supplementary_benefit_per_year(household, values);
    std::vector<TaxReturn> const returns =
        tax_returns(household, a.supplementary_benefit_per_year, values, year);
    for (TaxReturn const& r : returns) {
        a.general_tax_credit_per_year += r.general_credit;
        a.labour_tax_credit_per_year += r.labour_credit;
        a.combination_credit_per_year += r.combination_credit;
        a.elderly_credit_per_year += r.elderly_credit;
        a.single_elderly_credit_per_year += r.single_elderly_credit;
        a.young_disabled_credit_per_year += r.young_disabled_credit;
        a.income_tax_per_year += r.after_credits;
        a.health_contribution_per_year += r.health_contribution;
        a.net_income_per_month += r.net / 12;
    }
    for (Adult const& adult : household.adults) {
        a.state_pension_net_per_month += state_pension_net_per_month(adult, couple, values);
    }

    a.assistance_norm_per_month = assistance_norm(household, values);
    a.social_assistance_per_month =
        social_assistance(household, returns, a.assistance_norm_per_month, values);
    a.assessment_income_per_year =
        assessment_income(household, returns, a.social_assistance_per_month, values);

    double const income = a.assessment_income_per_year;
    a.health_care_allowance_per_month = health_care_allowance(household, income, values);
    a.rent_allowance_per_month = rent_allowance(household, income, values, year);
    a.child_budget_per_month = child_budget(household, income, values);
    a.child_benefit_per_quarter = child_benefit(household, values);
    a.childcare_allowance_per_month = childcare_allowance(household, income, values);

    a.disposable_income_per_month = a.net_income_per_month + a.social_assistance_per_month +
                                    a.health_care_allowance_per_month + a.rent_allowance_per_month +
                                    a.child_budget_per_month + a.childcare_allowance_per_month +
                                    a.child_benefit_per_quarter / 3;
    a.poverty_line_per_month = poverty_line(household, values);
    bool const below_line =
        std::llround(100 * a.disposable_income_per_month) < std::llround(100 * a.poverty_line_per_month);
    a.is_poor = below_line && passes_poverty_wealth_test(household, values);
    return a;
}

}  // namespace minimasim::second_reading
