#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/outcomes/tally.hpp"
#include "sim/takeup/needs.hpp"
#include "sim/what_if/claims.hpp"
#include "sim/what_if/package.hpp"
#include "sim/what_if/payload.hpp"
#include "sim/what_if/scheme_table.hpp"

namespace minimasim::what_if {

// What all replicates of a payload share: who a scheme can reach and what each of them counts for.
struct Reach {
    explicit Reach(Payload const& payload);

    std::vector<std::uint32_t> numbers;  // of the households among the draws
    std::vector<SchemeTable> tables;     // per scheme
    std::array<RowFacts, scheme_count> facts;
};

// One replicate of the embedded households: its draws, the baseline, and from there any package.
class Replicate {
  public:
    Replicate(Payload const& payload, Reach& reach, ReplicateInputs const& inputs);

    // The baseline, with the poverty of the households outside.
    outcomes::Tally const& baseline() const { return baseline_; }

    // A package: what differs from the baseline is decided anew.
    outcomes::Tally run(Package const& package) const;

    // How many of a scheme's entitled users use it in the baseline.
    double share_of_users(std::size_t scheme) const;

  private:
    Inclinations draw_inclinations(std::size_t scheme, std::vector<double> const& own) const;
    void settle_calibration(std::size_t scheme, NeedColumns const& needs_then);
    void decide_baseline();
    NeedColumns needs_under(rules::MunicipalTerms const& terms) const;
    double threshold_under(std::size_t scheme, TakeUpChange const& change) const;
    void recount_poverty(std::vector<std::int32_t> const& cash, outcomes::Tally& tally) const;

    Payload const& payload_;
    Reach& reach_;
    ReplicateInputs const& inputs_;
    takeup::NeedDraws need_draws_;
    NeedColumns needs_;  // of the baseline
    std::array<Inclinations, scheme_count> inclinations_;
    std::array<Decision, scheme_count> decisions_;                         // of the baseline
    std::array<std::vector<takeup::Candidate>, scheme_count> candidates_;  // there, most inclined first
    std::array<std::int64_t, scheme_count> entitled_users_{};              // the users they count for
    std::vector<std::int32_t> cash_;  // of the baseline, by embedded household, a year
    outcomes::Tally baseline_{1};
};

}  // namespace minimasim::what_if
