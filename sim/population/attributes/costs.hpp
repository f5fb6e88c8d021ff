#pragma once

#include <array>
#include <vector>

#include "sim/population/attributes/draft.hpp"
#include "sim/population/attributes/household_draws.hpp"
#include "sim/population/attributes/rank_copula.hpp"
#include "sim/population/evidence/assumptions.hpp"
#include "sim/population/evidence/evidence.hpp"

namespace minimasim::population {

// Rent, mortgage, WOZ value and energy of a household, at mid-2023.
class Costs {
  public:
    // `mean_income` is the mean place in the income distribution by tenure, as a standard normal score:
    // published mean rents and mortgages are those of the households of a tenure. `owners` is the share of
    // owners among households of one, two, up to five and more persons: published energy use is by size.
    Costs(Evidence const& evidence, AssumedValues const& assumed, RankCopula const& copula,
          std::array<double, 3> const& mean_income, std::array<double, 5> const& owners);

    // `scores` are the places of the household, on the same scale.
    void fill(HouseholdDraft& household, Scores const& scores, HouseholdDraws const& draws) const;

  private:
    double rent(HouseholdDraft const& household, double score) const;
    double mortgage(HouseholdDraft const& household, double income, HouseholdDraws const& draws) const;
    double energy(HouseholdDraft const& household, double score) const;

    AssumedValues const& assumed_;
    std::array<double, 3> mean_income_;
    double rent_with_income_;
    double woz_spread_;
    double energy_spread_;
    double energy_owner_factor_;
    double energy_tenant_factor_;
    std::vector<std::array<double, 3>> woz_mean_;  // neighbourhood x tenure
    std::array<double, 5> energy_by_persons_{};    // euro a month: of one person, up to five and more
};

}  // namespace minimasim::population
