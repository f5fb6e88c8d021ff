#pragma once

#include "sim/population/attributes/household_draws.hpp"
#include "sim/population/attributes/income_class.hpp"

namespace minimasim::population {

// Whom the totals of benefit recipients still miss: those who have a benefit beside a wage.
struct SideBenefits {
    bool disability = false;
    bool unemployment = false;
};

// Gives the members of a household gross amounts, so that its measured income lands in its class.
class Incomes {
  public:
    Incomes(IncomeClasses const& classes, AssumedValues const& assumed, MeasureIncome const& measure)
        : classes_(classes), assumed_(assumed), measure_(measure)
    {
    }

    // Fills the amounts; `side` says which of the first two members have a benefit beside their wage. Returns
    // false when no amount put the household in its class; the amounts then are those that came nearest.
    bool fill(HouseholdDraft& household, HouseholdDraws const& draws,
              std::array<SideBenefits, 2> const& side) const;

  private:
    struct Path;
    void state_pensions(HouseholdDraft& household, HouseholdDraws const& draws) const;
    Path path_of(HouseholdDraft const& household, HouseholdDraws const& draws,
                 std::array<SideBenefits, 2> const& side) const;
    bool land(HouseholdDraft& household, Path const& path, double u) const;
    bool land_on_state_pension(HouseholdDraft& household, Path path, double u,
                               HouseholdDraws const& draws) const;

    IncomeClasses const& classes_;
    AssumedValues const& assumed_;
    MeasureIncome const& measure_;
};

}  // namespace minimasim::population
