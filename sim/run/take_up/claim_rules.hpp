#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/run/packages/pass.hpp"
#include "sim/run/setting.hpp"
#include "sim/takeup/propensity.hpp"
#include "sim/takeup/threshold.hpp"

namespace minimasim::run {

// The threshold at which the users of a scheme come nearest to a number.
using ThresholdFor = std::function<takeup::Threshold(std::size_t scheme, std::int64_t users)>;

// The claims of the baseline that come nearest to the published users. Schemes without published users get
// the share of the assumptions, as if their entitled had the profiles of those on a low income.
ClaimRule claims_of_users(Setting const& setting, ThresholdFor const& threshold_for,
                          takeup::Behaviour const& behaviour, takeup::PropensitySpread const& spread,
                          std::vector<takeup::Threshold>& thresholds);

// How schemes are used in the baseline at the policy date.
struct BaselineUse {
    std::array<std::int64_t, rules::scheme_count> entitled{};  // in the unit of users, with the need
    std::array<std::int64_t, rules::scheme_count> users{};
    ThresholdFor threshold_for;
};

// The claim rule of a package: that of the baseline, with its what-ifs on behaviour.
ClaimRule claims_of(Setting const& setting, Package const& package, ClaimRule const& baseline,
                    BaselineUse const& use, takeup::Behaviour const& behaviour,
                    takeup::PropensitySpread const& spread);

}  // namespace minimasim::run
