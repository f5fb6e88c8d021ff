#pragma once

#include <cstdint>
#include <vector>

#include "sim/run/packages/standing.hpp"
#include "sim/run/take_up/propensities.hpp"

namespace minimasim::run {

// The smallest grant at which a household claims a scheme: whoever asks with a grant gets the answer of
// `propensities.of(...) >= threshold`. That never falls when the grant rises, for a slope of the amount that
// is not negative: two amounts in whole cents lie further apart than a logarithm is rounded.
std::int32_t claims_from_cents(Propensities const& propensities, Propensities::Inclination const& inclination,
                               double threshold);

// These limits of one scheme for some households, found when first asked for.
class ClaimLimits {
  public:
    // `ex_officio`: recipients of assistance claim whatever they are given.
    ClaimLimits(population::Population const& population, std::vector<std::uint32_t> const& households,
                std::size_t scheme, double threshold, bool ex_officio);

    // The limits from a row on; some may be unknown.
    std::int32_t const* at(std::size_t row) const { return cents_.data() + row; }

    // Finds the limits of these rows, of which `households` tells whose each row is.
    void find(Propensities& propensities, std::vector<std::uint32_t> const& rows,
              std::vector<std::uint32_t> const& households);

    // Likewise of every row, where it is still unknown.
    void find_all(Propensities& propensities, std::vector<std::uint32_t> const& households);

  private:
    std::size_t scheme_;
    double threshold_;
    std::vector<std::int32_t> cents_;
    std::vector<std::uint32_t> asked_;  // households
    std::vector<Propensities::Inclination> inclinations_;
};

}  // namespace minimasim::run
