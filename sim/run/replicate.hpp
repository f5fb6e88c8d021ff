#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "sim/outcomes/tally.hpp"
#include "sim/run/packages/pass.hpp"
#include "sim/run/setting.hpp"
#include "sim/run/take_up/take_up_checks.hpp"
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

// One replicate of one member, settled at the calibration date: what the years of a budget have in common.
class CalibratedReplicate {
  public:
    // `setting` with its packages left unread. Both must outlive this.
    CalibratedReplicate(Setting const& setting, Member const& member, std::uint32_t replicate);
    ~CalibratedReplicate();

    // The totals of the packages of a year. `member`: its households in that year, with the numbers that
    // those among them had at the calibration date; take-up is theirs from then, and drawn for others. With
    // the member and the packages of a run exactly what run_replicate counts.
    std::vector<outcomes::Tally> run(Setting const& year, Member const& member) const;

    // The packages of the setting itself: what run_replicate gives.
    ReplicateResult run_at_policy_date(std::vector<Marks>* marks) &&;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace minimasim::run
