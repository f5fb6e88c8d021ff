#pragma once

#include "sim/base/date.hpp"
#include "sim/population/evidence/evidence.hpp"
#include "sim/population/population.hpp"

namespace minimasim::population {

// What each kind of amount is multiplied by between two dates.
struct UpratingFactors {
    double wage = 1;
    double profit = 1;
    double pension = 1;  // occupational
    double unemployment_benefit = 1;
    double disability_benefit = 1;
    double rent_social = 1;
    double rent_private = 1;
    double mortgage = 1;
    double energy = 1;
    double woz_value = 1;
    double liquid_assets = 1;
};

// Factors from the price level of `base` (the population is stated at that of mid-2023) to that of `to`, from
// the index series of data/dynamics, and from data/assumptions (section uprating) where no index exists or
// none yet. Dates within a year take the level of their first of July; earlier dates than base give factors
// below one. Throws ModelError for a year without index and without assumption.
UpratingFactors factors_between(Evidence const& evidence, Date base, Date to);

// The same population with every amount multiplied and rounded to cents; incomes keep their class label.
Population uprated(Population const& population, UpratingFactors const& factors);

}  // namespace minimasim::population
