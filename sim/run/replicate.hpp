#pragma once

#include <cstdint>
#include <vector>

#include "sim/outcomes/tally.hpp"
#include "sim/run/pass.hpp"
#include "sim/run/setting.hpp"
#include "sim/run/take_up_checks.hpp"
#include "sim/takeup/threshold.hpp"

namespace minimasim::run {

// The outcome of one replicate: exact totals for every package, and how take-up was calibrated.
struct ReplicateResult {
    std::vector<outcomes::Tally> packages;
    outcomes::Tally calibration;                // the baseline at the calibration date
    std::vector<takeup::Threshold> thresholds;  // per scheme
    TakeUpChecks checks;                        // at the calibration date
};

// Runs all packages for one replicate of one member. Serial and deterministic; the same for any block size.
// `marks` is filled, when given, with what every household has under every package.
ReplicateResult run_replicate(Setting const& setting, Member const& member, std::uint32_t replicate,
                              std::vector<Marks>* marks = nullptr);

}  // namespace minimasim::run
