#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "sim/run/packages/pass.hpp"
#include "sim/run/take_up/calibration_pass.hpp"
#include "sim/run/take_up/claim_rules.hpp"
#include "sim/run/take_up/take_up_checks.hpp"
#include "sim/run/uncertainty/term_factors.hpp"

namespace minimasim::run {

// What one replicate holds for every part of the population: what was drawn, and what was found so far.
struct ReplicateTerms {
    ReplicateTerms(Setting const& setting, std::uint32_t replicate,
                   takeup::HouseholdsByShift const& on_low_income);

    Setting const& setting;
    std::uint32_t replicate;
    takeup::Behaviour behaviour;
    takeup::PropensitySpread spread;
    TermFactors factors;
    rules::Policy then;                   // at the calibration date
    std::vector<rules::Policy> policies;  // of every package at the policy date
    std::array<Amounts, rules::scheme_count> amounts_then{};
    ClaimRule baseline_claims;
    std::vector<ClaimRule> claims;  // of every package
    takeup::CapsOfPass caps_then;
    std::vector<takeup::CapsOfPass> caps;  // of every package
};

// One part of the population in one replicate, with the facts of its households. The steps come in this
// order; each needs of ReplicateTerms what its passes over all parts have found, and of a part that is kept
// from pass to pass is done once.
class PartOfReplicate {
  public:
    PartOfReplicate(ReplicateTerms const& terms, Member const& part);

    // Who is entitled at the calibration date, before amounts count.
    Candidates const& entitled_then();
    // Takes the mean amounts of those of all parts.
    void settle_calibration();
    // The baseline at the calibration date with its claims; adds who uses what to `checks`.
    outcomes::Tally calibrated(TakeUpChecks& checks);
    // The baseline at the policy date, and who is entitled in it.
    outcomes::Tally const& baseline();
    Candidates const& entitled_now() const { return entitled_now_; }
    // Every other package: the tally of package p at [p - 1].
    std::vector<outcomes::Tally> packages();

    // Claims on the capped schemes at the calibration date, in the baseline (package 0) or in another
    // package, by the number of the household: each before its step above.
    Candidates claims_under_caps_then();
    Candidates claims_under_caps(std::size_t package);

  private:
    Pass& prepare_package(std::size_t package);

    ReplicateTerms const& terms_;
    Member const& part_;
    Propensities propensities_;
    takeup::NeedDraws needs_;
    Overlay overlay_then_;
    CalibrationPass then_;
    Candidates entitled_then_;
    std::vector<std::unique_ptr<Overlay>> overlays_;
    std::vector<Pass> passes_;
    Marks marks_;
    Candidates entitled_now_;
    bool knows_entitled_then_ = false;
    bool has_settled_calibration_ = false;
    bool has_run_baseline_ = false;
    outcomes::Tally baseline_tally_;
};

}  // namespace minimasim::run
