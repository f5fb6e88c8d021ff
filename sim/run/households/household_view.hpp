#pragma once

#include "sim/population/attributes/draft.hpp"
#include "sim/population/population.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/law.hpp"
#include "sim/rules/municipal/local_charges.hpp"

namespace minimasim::run {

// What the rules see of a household that is being built or that stands in a population: copied, never worked
// out. `year` is the calendar year of the law; it settles who has reached pension age.
rules::Household view_of(population::HouseholdDraft const& draft, rules::Law const& law, int year);

rules::Household view_of(population::Population const& population, std::size_t household,
                         rules::Law const& law, int year);

// Adds what every household pays: health premium and water.
void add_household_costs(rules::Household& household, rules::HouseholdCostsTerms const& costs);

}  // namespace minimasim::run
