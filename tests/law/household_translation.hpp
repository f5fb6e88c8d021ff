#pragma once

#include "sim/input/household_record.hpp"
#include "sim/run/households/household_case.hpp"
#include "tests/law/second_reading/answers.hpp"

// A household of the second reading as a user would write it down, so that the engine reads it as any other.
namespace minimasim::test {

inline input::PersonRecord record_of(second_reading::Adult const& adult)
{
    input::PersonRecord person;
    person.age = adult.age;
    if (adult.birth_year != 0) {
        person.birth_year = adult.birth_year;
    }
    person.wage_per_year = adult.wage;
    person.profit_per_year = adult.profit;
    person.pension_per_year = adult.pension;
    person.unemployment_benefit_per_year = adult.unemployment_benefit;
    person.disability_benefit_per_year = adult.disability_benefit;
    person.receives_state_pension = adult.receives_state_pension;
    person.state_pension_build_up = adult.state_pension_build_up;
    person.is_student = adult.is_student;
    person.is_young_disabled = adult.is_young_disabled;
    person.is_medically_limited = adult.is_medically_limited;
    return person;
}

inline input::PersonRecord record_of(second_reading::Child const& child)
{
    input::PersonRecord person;
    person.age = child.age;
    person.childcare_hours_per_month = child.childcare_hours_per_month;
    person.childcare_rate_per_hour = child.childcare_rate_per_hour;
    person.childcare_type = child.childcare_type == "daycare"        ? input::ChildcareType::daycare
                            : child.childcare_type == "after_school" ? input::ChildcareType::after_school
                                                                     : input::ChildcareType::childminder;
    return person;
}

inline input::HouseholdRecord record_of(second_reading::Household const& household, Date date)
{
    input::HouseholdRecord record;
    record.date = date;
    record.is_couple = household.adults.size() == 2;
    for (auto const* const adults : {&household.adults, &household.co_residents}) {
        for (auto const& adult : *adults) {
            record.persons.push_back(record_of(adult));
        }
    }
    for (auto const& child : household.children) {
        record.persons.push_back(record_of(child));
    }
    record.tenure = household.tenure == "owner"         ? input::Tenure::owner
                    : household.tenure == "rent_social" ? input::Tenure::rent_social
                                                        : input::Tenure::rent_private;
    record.rent_per_month = household.rent_per_month;
    record.service_costs_per_month = household.service_costs_per_month;
    record.adapted_dwelling = household.adapted_dwelling;
    record.lives_in_institution = household.lives_in_institution;
    record.woz_value = household.woz_value;
    record.mortgage_per_month = household.mortgage_per_month;
    record.mortgage_interest_per_year = household.mortgage_interest_per_year;
    record.energy_per_month = household.energy_per_month;
    record.water_per_month = household.water_per_month;
    record.health_premium_per_month = household.health_premium_per_month;
    record.liquid_assets = household.liquid_assets;
    record.home_equity = household.home_equity;
    if (!household.claims_supplementary_benefit) {
        record.take_up.not_taken_up = {"supplementary_benefit"};
    }
    return record;
}

}  // namespace minimasim::test
