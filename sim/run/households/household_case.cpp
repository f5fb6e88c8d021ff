#include "sim/run/households/household_case.hpp"

#include <algorithm>
#include <cmath>

#include "sim/rules/members.hpp"
#include "sim/run/law_and_policy/read_law.hpp"

namespace minimasim::run {

namespace {

rules::Person person_of(input::PersonRecord const& record, Date date, rules::Law const& law)
{
    rules::Person person;
    person.wage_per_year = record.wage_per_year;
    person.profit_per_year = record.profit_per_year;
    person.pension_per_year = record.pension_per_year;
    person.unemployment_benefit_per_year = record.unemployment_benefit_per_year;
    person.disability_benefit_per_year = record.disability_benefit_per_year;
    person.state_pension_build_up = record.state_pension_build_up;
    person.age = record.age;
    person.birth_year = record.birth_year.value_or(date.year - record.age);
    person.receives_state_pension =
        record.receives_state_pension.value_or(record.age >= law.state_pension.pension_age);
    person.is_student = record.is_student;
    person.is_young_disabled = record.is_young_disabled;
    person.is_medically_limited = record.is_medically_limited;
    person.is_older_unemployed = record.is_older_unemployed;
    person.has_first_months_exemption = record.earnings_exemption == input::EarningsExemption::first_months;
    person.has_single_parent_exemption = record.earnings_exemption == input::EarningsExemption::single_parent;
    return person;
}

rules::ChildcareType type_of(input::ChildcareType type)
{
    switch (type) {
        case input::ChildcareType::daycare:
            return rules::ChildcareType::daycare;
        case input::ChildcareType::after_school:
            return rules::ChildcareType::after_school;
        case input::ChildcareType::childminder:
            break;
    }
    return rules::ChildcareType::childminder;
}

// The child with most hours is the first child of the law; of equals the one with the highest costs.
void add_childcare(rules::Household& h, input::HouseholdRecord const& record, rules::Law const& law)
{
    double most_hours = 0;
    for (auto const& person : record.persons) {
        double const costs = rules::eligible_childcare_costs_per_month(
            type_of(person.childcare_type), person.childcare_hours_per_month, person.childcare_rate_per_hour,
            law.childcare);
        if (costs <= 0) {
            continue;
        }
        bool const is_first =
            person.childcare_hours_per_month > most_hours ||
            (person.childcare_hours_per_month == most_hours && costs > h.childcare_first_child_per_month);
        if (is_first) {
            h.childcare_next_children_per_month += h.childcare_first_child_per_month;
            h.childcare_first_child_per_month = costs;
            most_hours = person.childcare_hours_per_month;
        } else {
            h.childcare_next_children_per_month += costs;
        }
    }
}

rules::StatutoryClaims claims_of(input::TakeUpRecord const& take_up)
{
    rules::StatutoryClaims claims;
    claims.social_assistance = take_up.takes_up("social_assistance");
    claims.supplementary_benefit = take_up.takes_up("supplementary_benefit");
    claims.health_care_allowance = take_up.takes_up("health_care_allowance");
    claims.rent_allowance = take_up.takes_up("rent_allowance");
    claims.child_budget = take_up.takes_up("child_budget");
    claims.child_benefit = take_up.takes_up("child_benefit");
    claims.childcare_allowance = take_up.takes_up("childcare_allowance");
    claims.study_supplement = take_up.takes_up("study_supplement");
    return claims;
}

void copy_home(rules::Household& h, input::HouseholdRecord const& record)
{
    h.is_owner = record.tenure == input::Tenure::owner;
    h.rent_per_month = record.rent_per_month;
    h.service_costs_per_month = record.service_costs_per_month;
    h.mortgage_per_month = record.mortgage_per_month;
    h.mortgage_interest_per_year = record.mortgage_interest_per_year;
    h.woz_value = record.woz_value;
    h.energy_per_month = record.energy_per_month;
    h.water_per_month = record.water_per_month;
    h.local_taxes_per_year = record.local_taxes_per_year;
    h.health_premium_per_month = record.health_premium_per_month;
    h.alimony_paid_per_month = record.alimony_paid_per_month;
    h.liquid_assets = record.liquid_assets;
    h.home_equity = record.home_equity;
    h.car_value = record.car_value;
    h.adapted_dwelling = record.adapted_dwelling;
    h.lives_in_institution = record.lives_in_institution;
}

}  // namespace

bool HouseholdCase::gives(std::string_view name) const
{
    return std::any_of(given.begin(), given.end(),
                       [&](GivenOutcome const& one) { return one.value->name == name; });
}

std::vector<std::string> const& claim_names()
{
    static std::vector<std::string> const names = [] {
        std::vector<std::string> all{"social_assistance",   "supplementary_benefit", "health_care_allowance",
                                     "rent_allowance",      "child_budget",          "child_benefit",
                                     "childcare_allowance", "study_supplement"};
        for (auto const& scheme : rules::schemes) {
            all.emplace_back(scheme.key);
        }
        return all;
    }();
    return names;
}

input::HouseholdLimits household_limits(input::TermTable const& terms)
{
    input::HouseholdLimits limits;
    limits.first = law_known_from;
    limits.last = law_known_until;
    for (auto const& row : terms.rows()) {
        if (row.scheme == "state_pension" && row.term == "aow_age_years" && row.value) {
            limits.state_pension_ages.push_back({row.valid_from, *row.value});
        }
    }
    for (auto const& value : answer_values()) {
        limits.value_names.push_back(value.name);
    }
    limits.value_names.emplace_back(expenses_name);
    limits.claim_names = claim_names();
    return limits;
}

HouseholdCase case_of(input::HouseholdRecord const& record, rules::Law const& law)
{
    HouseholdCase one;
    auto& h = one.household;
    for (std::size_t i = 0; i < record.persons.size(); ++i) {
        auto const& person = record.persons[i];
        if (i == 0) {
            h.claimant = person_of(person, record.date, law);
        } else if (i == 1 && record.is_couple) {
            h.partner = person_of(person, record.date, law);
            h.is_couple = true;
        } else if (person.age < 18) {
            rules::add_child(h, person.age);
        } else {
            // A young housemate is taken to be a child of the household: a file does not tell.
            rules::add_co_resident(h, person_of(person, record.date, law), true, law);
        }
    }
    copy_home(h, record);
    add_childcare(h, record, law);
    h.claims = claims_of(record.take_up);
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        one.claims[k] = record.take_up.takes_up(rules::schemes[k].key);
    }
    one.years_on_low_income = record.years_on_low_income;
    one.expects_improvement = record.expects_improvement;
    one.special_costs_per_year = record.special_costs_per_year;
    one.goods_costs_per_year = record.goods_costs_per_year;
    for (auto const& given : record.given) {
        if (given.name == expenses_name) {
            one.given_expenses_per_month = given.value;
        } else if (auto const* value = find_answer_value(given.name)) {
            one.given.push_back({value, given.value});
        }
    }
    return one;
}

}  // namespace minimasim::run
