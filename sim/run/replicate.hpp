#pragma once

#include <cstdint>
#include <vector>

#include "sim/outcomes/tally.hpp"
#include "sim/run/setting.hpp"
#include "sim/takeup/threshold.hpp"

namespace minimasim::run {

// The outcome of one replicate: exact totals for every package, and how take-up was calibrated.
struct ReplicateResult {
    std::vector<outcomes::Tally> packages;
    outcomes::Tally calibration;                // the baseline at the calibration date
    std::vector<takeup::Threshold> thresholds;  // per scheme
    // Recipients of the income supplement over the households below pension age that live on at most 120 % of
    // the norm for at least one and four years: the two published definitions of its reach.
    double supplement_reach_one_year = 0;
    double supplement_reach_four_years = 0;
};

// Runs all packages for one replicate of one member. Serial and deterministic; the same for any block size.
ReplicateResult run_replicate(Setting const& setting, Member const& member, std::uint32_t replicate);

}  // namespace minimasim::run
