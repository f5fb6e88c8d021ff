#pragma once

#include <cstdint>
#include <vector>

#include "sim/outcomes/tally.hpp"
#include "sim/run/packages/pass.hpp"
#include "sim/run/setting.hpp"
#include "sim/run/take_up/propensities.hpp"
#include "sim/run/take_up/take_up_checks.hpp"
#include "sim/run/uncertainty/term_factors.hpp"
#include "sim/takeup/propensity.hpp"
#include "sim/takeup/threshold.hpp"

namespace minimasim::run {

// Take-up of one replicate, settled at the calibration date.
struct Calibration {
    ClaimRule claims;                           // of the baseline, on every date
    outcomes::Tally tally;                      // the baseline at the calibration date, with those claims
    std::vector<takeup::Threshold> thresholds;  // per scheme
    TakeUpChecks checks;
};

// Runs the baseline at the calibration date: first who is entitled, then with the claims that reach the
// published users. Settles the propensities of who is entitled there.
Calibration calibrate(Setting const& setting, Member const& member, MemberFacts const& facts,
                      takeup::Behaviour const& behaviour, takeup::PropensitySpread const& spread,
                      TermFactors const& factors, takeup::NeedDraws const& needs, Propensities& propensities);

}  // namespace minimasim::run
