#include "sim/run/households/household_view.hpp"

#include "sim/population/attributes/archetype.hpp"
#include "sim/rules/members.hpp"

namespace minimasim::run {

namespace {

// The same facts whichever way a person is kept.
struct PersonFacts {
    int age = 0;
    population::Role role = population::Role::claimant;
    population::Source source = population::Source::none;
    double wage = 0;
    double profit = 0;
    double pension = 0;
    double unemployment = 0;
    double disability = 0;
    double build_up = 1;
};

PersonFacts facts_of(population::PersonDraft const& p)
{
    return {p.age,
            p.role,
            p.source,
            p.wage_per_year,
            p.profit_per_year,
            p.pension_per_year,
            p.unemployment_benefit_per_year,
            p.disability_benefit_per_year,
            p.state_pension_build_up};
}

PersonFacts facts_of(population::Persons const& persons, std::size_t i)
{
    return {persons.age[i],
            persons.role[i],
            persons.source[i],
            persons.wage_cents_per_year[i] / 100.0,
            persons.profit_cents_per_year[i] / 100.0,
            persons.pension_cents_per_year[i] / 100.0,
            persons.unemployment_benefit_cents_per_year[i] / 100.0,
            persons.disability_benefit_cents_per_year[i] / 100.0,
            persons.state_pension_build_up_percent[i] / 100.0};
}

// In the year in which the state pension age lies between birthdays, some of 67 still wait for it: those
// whose income is no pension yet.
bool receives_state_pension(PersonFacts const& facts, rules::Law const& law)
{
    if (facts.age < population::pension_age) {
        return facts.age >= law.state_pension.pension_age;
    }
    return facts.age > population::pension_age || facts.source == population::Source::pension;
}

rules::Person adult_of(PersonFacts const& facts, rules::Law const& law, int year)
{
    rules::Person person;
    person.wage_per_year = facts.wage;
    person.profit_per_year = facts.profit;
    person.pension_per_year = facts.pension;
    person.unemployment_benefit_per_year = facts.unemployment;
    person.disability_benefit_per_year = facts.disability;
    person.state_pension_build_up = facts.build_up;
    person.age = facts.age;
    person.birth_year = year - facts.age;
    person.receives_state_pension = receives_state_pension(facts, law);
    person.is_student = facts.source == population::Source::student;
    return person;
}

void add_person(rules::Household& h, PersonFacts const& facts, rules::Law const& law, int year)
{
    if (facts.role == population::Role::claimant) {
        h.claimant = adult_of(facts, law, year);
    } else if (facts.role == population::Role::partner) {
        h.partner = adult_of(facts, law, year);
        h.is_couple = true;
    } else if (facts.age < 18) {
        rules::add_child(h, facts.age);
    } else {
        rules::add_co_resident(h, adult_of(facts, law, year), facts.role == population::Role::child, law);
    }
}

}  // namespace

rules::Household view_of(population::HouseholdDraft const& draft, rules::Law const& law, int year)
{
    rules::Household h;
    for (int i = 0; i < draft.count_persons; ++i) {
        add_person(h, facts_of(draft.persons[static_cast<std::size_t>(i)]), law, year);
    }
    h.is_owner = draft.tenure == population::Tenure::owner;
    h.rent_per_month = draft.rent_per_month;
    h.mortgage_per_month = draft.mortgage_per_month;
    h.woz_value = draft.woz_value;
    h.energy_per_month = draft.energy_per_month;
    h.liquid_assets = draft.liquid_assets;
    h.claims.social_assistance = draft.receives_social_assistance;
    h.claims.supplementary_benefit = false;  // in the benefit that was drawn
    return h;
}

rules::Household view_of(population::Population const& population, std::size_t household,
                         rules::Law const& law, int year)
{
    rules::Household h;
    for (std::size_t i = population.person_begin[household]; i < population.person_begin[household + 1];
         ++i) {
        add_person(h, facts_of(population.persons, i), law, year);
    }
    h.is_owner = population.tenure[household] == population::Tenure::owner;
    h.rent_per_month = population.rent_cents_per_month[household] / 100.0;
    h.mortgage_per_month = population.mortgage_cents_per_month[household] / 100.0;
    h.woz_value = population.woz_value_euro[household];
    h.energy_per_month = population.energy_cents_per_month[household] / 100.0;
    h.liquid_assets = population.liquid_assets_cents[household] / 100.0;
    h.claims.social_assistance = population.receives_social_assistance[household] != 0;
    h.claims.supplementary_benefit = false;
    return h;
}

void add_household_costs(rules::Household& household, rules::HouseholdCostsTerms const& costs)
{
    double const insured = rules::adults(household);
    household.health_premium_per_month = insured * costs.health_premium_per_adult;
    household.water_per_month =
        costs.water_first_person + (rules::persons(household) - 1) * costs.water_next_person;
}

}  // namespace minimasim::run
