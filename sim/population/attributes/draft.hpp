#pragma once

#include <array>
#include <cstdint>
#include <functional>

#include "sim/population/population.hpp"

namespace minimasim::population {

inline constexpr int largest_household = 12;

// A person while the household is being built. Amounts in euro a year at the base date.
struct PersonDraft {
    int age = 0;
    Sex sex = Sex::man;
    Role role = Role::claimant;
    Education education = Education::low;
    Source source = Source::none;
    double wage_per_year = 0;
    double profit_per_year = 0;
    double pension_per_year = 0;  // occupational, without the state pension
    double unemployment_benefit_per_year = 0;
    double disability_benefit_per_year = 0;
    double state_pension_build_up = 1;  // share of a full state pension, 0..1
};

// A household while it is being built: what a measure of income may look at.
struct HouseholdDraft {
    std::array<PersonDraft, largest_household> persons{};
    int count_persons = 0;
    HouseholdType type = HouseholdType::one_person;
    Tenure tenure = Tenure::owner;
    Source main_source = Source::none;
    IncomeClass income_class = IncomeClass::up_to_100;
    int neighbourhood = 0;
    double rent_per_month = 0;      // bare rent, tenants
    double mortgage_per_month = 0;  // owners, interest and repayment
    double energy_per_month = 0;
    double woz_value = 0;      // euro
    double liquid_assets = 0;  // euro
    int years_on_low_income = 0;
    bool expects_improvement = false;
    bool receives_social_assistance = false;

    bool has_partner() const
    {
        return type == HouseholdType::couple_without_children || type == HouseholdType::couple_with_children;
    }
};

// What the national statistical office would measure of a household.
struct IncomeMeasure {
    double share_of_cbs_minimum = 0;
    double standardised_income_per_year = 0;  // euro, disposable income over the equivalence factor
};

// The rules of tax and benefit, given by the caller: this layer knows no law.
using MeasureIncome = std::function<IncomeMeasure(HouseholdDraft const&)>;

}  // namespace minimasim::population
