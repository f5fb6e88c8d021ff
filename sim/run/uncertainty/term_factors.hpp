#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "sim/run/setting.hpp"

namespace minimasim::run {

// The terms of one replicate: every uncertain term multiplied by the same drawn factor on every date and in
// every package that does not set it.
class TermFactors {
  public:
    TermFactors(Setting const& setting, std::uint32_t replicate);

    // Every uncertain term at a place in its interval, from 0 at its low end to 1 at its high end; NaN: at
    // its central value.
    TermFactors(Setting const& setting, std::function<double(std::size_t term)> const& place);

    // The policy of a date or package with the terms of this replicate.
    rules::Policy applied(Setting const& setting, DatedPolicy const& dated) const;

  private:
    std::vector<double> factors_;
    std::vector<double> additions_;  // where the central value is zero and no factor can vary it
};

}  // namespace minimasim::run
