#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "sim/run/packages/scheme_change.hpp"
#include "sim/run/packages/scheme_rows.hpp"
#include "sim/run/take_up/claim_limits.hpp"

namespace minimasim::run {

// One scheme over the households that it can reach, ready to be decided again and again.
class DecidedScheme {
  public:
    // `cash_before` is what every household has of earlier schemes in the baseline; empty when the scheme
    // does not read it.
    DecidedScheme(std::size_t scheme, Member const& member, HouseholdSizes const& sizes, Pass const& baseline,
                  SchemeRows rows, std::vector<std::int32_t> const& cash_before, Propensities& propensities);

    // What the scheme does under these terms and claims, and with these changes of earlier cash.
    // `cells`: 1 counts the total alone.
    void find_change(rules::MunicipalTerms const& terms, ClaimRule const& claims,
                     std::vector<SchemeChange const*> const& earlier, std::size_t cells,
                     SchemeChange& change);

    // What households receive in the baseline.
    std::vector<CashChange> paid_in_baseline() const;

  private:
    ClaimLimits* limits_for(ClaimRule const& claims);
    void decide(Block block, rules::MunicipalTerms const& terms, ClaimRule const& claims,
                ClaimLimits* limits);
    void ask_claims(Block block, ClaimRule const& claims);
    void serve_under_cap(rules::MunicipalTerms const& terms, ClaimRule const& claims);
    void settle_all(rules::MunicipalTerms const& terms, ClaimRule const& claims, StandingSums& sums,
                    SchemeChange* change);
    void count_differences(Block block, SchemeChange& change);
    void add_earlier_cash(std::vector<SchemeChange const*> const& earlier, std::int32_t sign);

    std::size_t scheme_;
    Member const& member_;
    MemberColumns const& member_columns_;
    std::vector<std::int32_t> persons_;   // of each row
    std::vector<std::int32_t> children_;  // likewise
    std::vector<std::int32_t> users_;     // in the unit of the scheme
    StandingSums baseline_sums_;
    SchemeRows rows_;
    Propensities& propensities_;
    std::vector<std::int32_t> cash_;         // of each row; empty when not read
    std::vector<std::int32_t> row_of_;       // of each household, -1 for none; empty when cash is not read
    std::vector<Standing> baseline_;         // of each row
    std::vector<std::int32_t> served_from_;  // of each row of a capped scheme: 0 when served
    std::map<std::pair<double, bool>, ClaimLimits> limits_;  // by threshold and whether ex officio
    DecidedBlock decided_;
    std::vector<std::int32_t> claims_from_;  // of a block whose limits are not kept
    std::size_t most_events_ = 0;            // of a change yet
    std::size_t most_cash_ = 0;              // likewise
    std::size_t most_in_kind_ = 0;           // likewise
    std::vector<std::uint32_t> unknown_;     // rows of a block whose limits are to be found
    std::vector<Standing> standings_;        // of a block
    std::vector<std::uint32_t> differing_;   // of a block
    std::vector<std::uint32_t> events_;      // of a block
    std::vector<CashChange> cash_changes_;   // of a block
};

}  // namespace minimasim::run
