#pragma once

#include "sim/population/attributes/draft.hpp"
#include "sim/population/attributes/household_draws.hpp"
#include "sim/population/evidence/assumptions.hpp"
#include "sim/population/evidence/evidence.hpp"

namespace minimasim::population {

// Years on low income and prospects of a household.
class Circumstances {
  public:
    Circumstances(Evidence const& evidence, AssumedValues const& assumed)
        : national_(evidence.national), assumed_(assumed)
    {
    }

    void fill(HouseholdDraft& household, HouseholdDraws const& draws, double improvement) const;

  private:
    int years_on_low_income(HouseholdDraft const& household, double u) const;
    double prospect(HouseholdDraft const& household) const;

    NationalTables const& national_;
    AssumedValues const& assumed_;
};

}  // namespace minimasim::population
