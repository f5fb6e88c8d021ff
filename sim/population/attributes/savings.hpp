#pragma once

#include <array>

#include "sim/population/attributes/draft.hpp"
#include "sim/population/attributes/quantile_function.hpp"
#include "sim/population/evidence/assumptions.hpp"
#include "sim/population/national.hpp"

namespace minimasim::population {

// Bank and savings balances: the published quartiles by household size, medians and means by type and by age
// of the first person.
class Savings {
  public:
    Savings(NationalTables const& national, AssumedValues const& assumed);

    // A first amount by the rank of its household (`score` standard normal): its place among others of its
    // type and age, moved by income, tenure and assistance.
    double first_amount(HouseholdDraft const& household, double score) const;

    // Moves the amounts of all households to the published medians and means, by type and by age in turn;
    // inside each group everybody keeps the place. Recipients of assistance stay below its limit.
    void calibrate(Population& population) const;

  private:
    double limit(HouseholdType type) const;

    NationalTables const& national_;
    std::array<QuantileFunction, 2> shape_;  // one person, more persons
    double low_income_factor_;
    double pensioner_factor_;
    double owner_factor_;
    double largest_;
    std::array<double, 2> limits_;  // of assistance: single persons, families
};

}  // namespace minimasim::population
