#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minimasim::population {

// How many households stand so near a legal limit that a small error of their amount decides on which side.
struct ThresholdRow {
    std::string name;
    std::int64_t households = 0;  // within the distance, on either side
    std::int64_t below = 0;       // of these at or below the limit
    double share = 0;             // of all households to whom the limit applies
};

// Eligibility rests on amounts within this part of the limit: net income and savings are estimated no better.
inline constexpr double near_a_threshold = 0.02;

// Counts over households: `amounts` and `limits` have a value each; a limit of zero or less does not apply to
// that household. This layer knows no law: the caller gives the limits (and shares of the norm as amounts).
ThresholdRow near_threshold(std::string const& name, std::vector<double> const& amounts,
                            std::vector<double> const& limits, double distance = near_a_threshold);

// The same with one limit for all.
ThresholdRow near_threshold(std::string const& name, std::vector<double> const& amounts, double limit,
                            double distance = near_a_threshold);

}  // namespace minimasim::population
