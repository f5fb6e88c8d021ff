#pragma once

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "sim/run/packages/decided_scheme.hpp"

namespace minimasim::run {

// Runs many packages over one member as differences from its baseline. Exactly what run_block counts, to the
// cent: a scheme is decided only where a package changes its terms or claims, only for households that some
// package reaches, once for all packages in which it is the same; and only households to whom something
// happens are counted.
class PackageRunner {
  public:
    // Whether a package can be run so: under the law and with the needs and charges of the baseline, where
    // no one claims less when given more.
    static bool can_run(Pass const& package, Pass const& baseline, takeup::Behaviour const& behaviour);

    // `baseline` with what it counted, and every package that is going to be run, which must outlive this.
    PackageRunner(Member const& member, Pass const& baseline, outcomes::Tally const& baseline_tally,
                  std::vector<Pass const*> const& packages, Propensities& propensities);

    // The tallies of the packages, in their order: every cell of that of the baseline.
    std::vector<outcomes::Tally> run();

  private:
    // What the schemes do in one package, nothing where it is what they do in the baseline.
    using Changes = std::array<SchemeChange const*, rules::scheme_count>;

    // Households that gain or lose, and what.
    struct OfGain {
        std::int64_t households = 0;
        std::int64_t cents_per_year = 0;
    };

    std::vector<Changes> decide(std::size_t first, std::size_t last);
    DecidedScheme& scheme(std::size_t scheme);
    // What a scheme pays in the baseline.
    std::vector<CashChange> const& paid_in_baseline(std::size_t scheme);
    // Gives back the memory of a scheme that no package will ask any more.
    void close(std::size_t scheme);
    std::vector<std::int32_t> baseline_cash(std::size_t schemes);
    void add_package(Changes const& changes, outcomes::Tally& tally);
    void add_events(Changes const& changes, outcomes::Tally& tally);
    void add_events_to_cells(Changes const& changes, outcomes::Tally& tally);
    void add_poverty(Changes const& changes, outcomes::Tally& tally);
    void add_support(Changes const& changes, outcomes::Tally& tally);

    Member const& member_;
    Pass const& baseline_;
    outcomes::Tally const& baseline_tally_;
    std::vector<Pass const*> packages_;
    std::vector<rules::MunicipalTerms const*> terms_;  // of the baseline and every package
    Propensities& propensities_;
    HouseholdSizes sizes_;
    std::array<std::unique_ptr<DecidedScheme>, rules::scheme_count> schemes_;       // those that change
    std::array<std::optional<std::vector<CashChange>>, rules::scheme_count> paid_;  // once asked for
    std::deque<SchemeChange> changes_;  // of the packages at hand, then free to use again
    std::size_t changes_used_ = 0;
    std::vector<std::int32_t> baseline_cash_;     // of every household, once asked for
    std::vector<std::uint8_t> events_;            // of every household in the package at hand
    std::vector<std::int64_t> in_cells_;          // households by cell and events
    std::vector<std::int32_t> cash_change_;       // likewise
    std::vector<std::uint32_t> cash_households_;  // whose cash may change
    std::vector<std::int32_t> grant_change_;      // of every household, where cells are counted
    std::vector<std::int8_t> received_change_;    // likewise, in schemes
    std::vector<OfGain> gains_in_cells_;          // by cell and whether it is a loss
};

}  // namespace minimasim::run
