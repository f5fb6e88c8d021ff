#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/outcomes/tally.hpp"
#include "sim/run/member_columns.hpp"
#include "sim/run/municipality.hpp"
#include "sim/takeup/threshold.hpp"

namespace minimasim::run {

// A package as the engine runs it.
struct Package {
    std::string id;
    DatedPolicy policy;
    std::vector<input::TakeUpChange> take_up;
    std::vector<std::string> ex_officio;
    std::size_t law_index = 0;  // which of the member's columns it reads: 0 = baseline law of the policy date
};

// One member of the ensemble, worked out under every law that is needed.
struct Member {
    std::uint32_t number = 0;
    population::Population population;
    MemberColumns calibration;           // at the calibration date
    std::vector<MemberColumns> by_law;   // at the policy date; [0] is the law in force
};

// What holds for the whole run.
struct Setting {
    std::uint64_t seed = 1;
    std::size_t block_size = 2048;
    Municipality municipality;
    DatedPolicy calibration_policy;
    std::vector<Package> packages;  // [0] is the baseline
    takeup::Assumptions behaviour;
    outcomes::Cells cells;
};

// The outcome of one replicate: exact totals for every package, and how take-up was calibrated.
struct ReplicateResult {
    std::vector<outcomes::Tally> packages;
    outcomes::Tally calibration;                    // the baseline at the calibration date
    std::vector<takeup::Threshold> thresholds;      // per scheme
    // Recipients of the income supplement over the households below pension age that live on at most 120 % of the
    // norm for at least one and four years: the two published definitions of its reach.
    double supplement_reach_one_year = 0;
    double supplement_reach_four_years = 0;
};

// Runs all packages for one replicate of one member. Serial and deterministic; the same for any block size.
ReplicateResult run_replicate(Setting const& setting, Member const& member, std::uint32_t replicate);

}  // namespace minimasim::run
