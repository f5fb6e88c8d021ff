#pragma once

#include <map>
#include <string>
#include <vector>

// A second reading of the law, written from the text of the law alone and kept apart from the rules of the
// engine, so that the two can be compared on random households. Plain on purpose.
namespace minimasim::second_reading {

// Amounts in euro per year, taxable and gross, holiday money included.
struct Adult {
    int age = 40;
    int birth_year = 0;  // 0: year of the law less age
    double wage = 0;
    double profit = 0;
    double pension = 0;
    double unemployment_benefit = 0;
    double disability_benefit = 0;
    double state_pension_build_up = 1;  // share of the full state pension, 0 to 1
    bool receives_state_pension = false;
    bool is_student = false;
    bool is_young_disabled = false;
    bool is_medically_limited = false;
};

struct Child {
    int age = 0;
    double childcare_hours_per_month = 0;
    std::string childcare_type = "daycare";  // daycare, after_school or childminder
    double childcare_rate_per_hour = 0;
};

struct Household {
    std::vector<Adult> adults;  // the claimant, then the partner when there are two
    std::vector<Child> children;
    std::vector<Adult> co_residents;
    std::string tenure = "rent_social";  // rent_social, rent_private or owner
    double rent_per_month = 0;
    double service_costs_per_month = 0;
    double woz_value = 0;
    double mortgage_per_month = 0;
    double mortgage_interest_per_year = 0;
    double energy_per_month = 0;
    double water_per_month = 0;
    double health_premium_per_month = 0;
    double liquid_assets = 0;
    double home_equity = 0;
    bool adapted_dwelling = false;
    bool lives_in_institution = false;
    bool claims_supplementary_benefit = true;  // Supplementary Benefits Act (Toeslagenwet)
};

// Sums over the claimant and the partner.
struct Answers {
    // Credits as computed, before the cap at the tax due.
    double general_tax_credit_per_year = 0;
    double labour_tax_credit_per_year = 0;
    double combination_credit_per_year = 0;
    double elderly_credit_per_year = 0;
    double single_elderly_credit_per_year = 0;
    double young_disabled_credit_per_year = 0;
    double income_tax_per_year = 0;  // tax and premiums after credits
    double health_contribution_per_year = 0;
    double net_income_per_month = 0;
    double state_pension_net_per_month = 0;
    double assistance_norm_per_month = 0;
    double social_assistance_per_month = 0;
    double assessment_income_per_year = 0;
    double health_care_allowance_per_month = 0;
    double rent_allowance_per_month = 0;
    double child_budget_per_month = 0;
    double child_benefit_per_quarter = 0;
    double childcare_allowance_per_month = 0;
    double supplementary_benefit_per_year = 0;
    double disposable_income_per_month = 0;
    double poverty_line_per_month = 0;
    bool is_poor = false;
};

// The values of law on one date: "section.term", the elements of an array as "section.term.1" and so on.
using Values = std::map<std::string, double>;

Answers answers(Household const& household, Values const& values, int year);

}  // namespace minimasim::second_reading
