#pragma once

#include "sim/population/assumptions.hpp"
#include "sim/population/draft.hpp"
#include "sim/population/evidence.hpp"
#include "sim/population/household_draws.hpp"

namespace minimasim::population {

// Liquid assets, years on low income and prospects of a household.
class Circumstances {
  public:
    Circumstances(Evidence const& evidence, AssumedValues const& assumed)
        : national_(evidence.national), assumed_(assumed)
    {
    }

    // `income` is the place in the income distribution as a standard normal score.
    void fill(HouseholdDraft& household, double income, HouseholdDraws const& draws,
              double improvement) const;

  private:
    double liquid_assets(HouseholdDraft const& household, double income, double z) const;
    int years_on_low_income(HouseholdDraft const& household, double u) const;
    double prospect(HouseholdDraft const& household) const;

    NationalTables const& national_;
    AssumedValues const& assumed_;
};

}  // namespace minimasim::population
