#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/run/replicate.hpp"

namespace minimasim::run {

// The calibration of one scheme over the replicates.
struct CalibrationRow {
    std::string scheme;
    std::int64_t target = 0;  // published users, 0 when none were published
    double users = 0;         // of the model, mean over the replicates
    double entitled = 0;      // in the same unit
    double take_up = 0;       // recipients over households entitled apart from need
    double take_up_low = 0;   // 5th and 95th percentile
    double take_up_high = 0;
    double conflicts = 0;      // share of the replicates in which the target exceeds the entitled
    double benefits_euro = 0;  // at the calibration date, mean
};

// Every scheme, in the order of rules::schemes.
std::vector<CalibrationRow> calibration_of(std::vector<ReplicateResult> const& replicates);

}  // namespace minimasim::run
