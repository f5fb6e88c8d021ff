#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/run/packages/pass.hpp"

namespace minimasim::run {

// The baseline of a member at the calibration date: first who is entitled, then, once it is known who of them
// claims, everything that run_pass counts.
class CalibrationPass {
  public:
    // Who is eligible for one scheme and what it grants them a year when they claim, in household order.
    struct Eligible {
        std::vector<std::uint32_t> households;
        std::vector<std::int32_t> cents;
    };
    using EligibleForSchemes = std::array<Eligible, rules::scheme_count>;

    // `policy` at the calibration date, `overlay` of its needs and charges; all must outlive this.
    CalibrationPass(Setting const& setting, Member const& member, MemberFacts const& facts,
                    rules::Policy const& policy, Overlay const& overlay, Propensities& propensities);

    // Everybody who claims a capped scheme there; households by their number.
    Candidates claims_under_caps();

    // Who is entitled, with the propensities as they are now. `caps`: of part of a population.
    Candidates find_entitled(std::optional<takeup::CapsOfPass> const& caps);

    // The tally with these claims, of whom find_entitled found.
    outcomes::Tally count(Candidates const& entitled, ClaimRule const& claims);

  private:
    Setting const& setting_;
    Member const& member_;
    MemberFacts const& facts_;
    Propensities& propensities_;
    bool is_simple_;  // every scheme stands alone: only who is eligible is looked at
    EligibleForSchemes eligible_;
    Pass pass_;
};

}  // namespace minimasim::run
