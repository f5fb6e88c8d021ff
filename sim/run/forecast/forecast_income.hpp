#pragma once

#include <vector>

#include "sim/forecast/replicate.hpp"
#include "sim/run/forecast/forecast_packages.hpp"
#include "sim/run/members/ensemble.hpp"

namespace minimasim::run {

// What the schemes of every package give every household, and what it leaves unused, as `minimasim run`
// decides it on the policy date. Members are worked out a few at a time: they are large.
class SchemesOfPackages {
  public:
    // Everything has to outlive this.
    SchemesOfPackages(Workspace const& workspace, RunOptions const& options, Ensemble const& ensemble,
                      ForecastPackages const& packages);

    // Works out so many members from the first on, in place of those before.
    void prepare(std::uint32_t first, std::uint32_t count);

    // The packages to run with their households filled in for a replicate of a member that is prepared.
    std::vector<forecast::Package> packages_in(std::uint32_t member, std::uint32_t replicate) const;

  private:
    Workspace const& workspace_;
    RunOptions const& options_;
    Ensemble const& ensemble_;
    ForecastPackages const& packages_;
    Setting setting_;
    std::uint32_t first_ = 0;
    std::vector<Member> members_;
};

}  // namespace minimasim::run
