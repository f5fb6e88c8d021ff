#pragma once

#include <cstdint>
#include <vector>

#include "sim/run/setting.hpp"

namespace minimasim::run {

// The terms of one replicate: every uncertain term multiplied by the same drawn factor on every date and in
// every package that does not set it.
class TermFactors {
  public:
    TermFactors(Setting const& setting, std::uint32_t replicate);

    // The policy of a date or package with the terms of this replicate.
    rules::Policy applied(Setting const& setting, DatedPolicy const& dated) const;

  private:
    std::vector<double> factors_;
    std::vector<double> additions_;  // where the central value is zero and no factor can vary it
};

}  // namespace minimasim::run
