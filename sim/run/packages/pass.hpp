#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/base/loop.hpp"
#include "sim/outcomes/count.hpp"
#include "sim/outcomes/tally.hpp"
#include "sim/outcomes/unused.hpp"
#include "sim/run/packages/overlay.hpp"
#include "sim/run/take_up/propensities.hpp"
#include "sim/takeup/capped_budget.hpp"
#include "sim/takeup/threshold.hpp"

namespace minimasim::run {

using Candidates = std::array<std::vector<takeup::Candidate>, rules::scheme_count>;

// Who of the entitled claims, for one package.
struct ClaimRule {
    std::array<double, rules::scheme_count> threshold{};
    outcomes::SchemeMask ex_officio = 0;
    // Of part of a population: who capped budgets do not serve any more, found over the whole.
    std::optional<takeup::CapsOfPass> caps;
};

// What a pass over the households leaves behind.
struct Marks {
    std::vector<outcomes::SchemeMask> entitled;
    std::vector<outcomes::SchemeMask> received;
    std::vector<std::int32_t> granted_cents;  // a year, all schemes together; kept where it has room
    bool keeps_unused = false;
    std::vector<outcomes::UnusedGrant> unused = {};  // above nought, kept when asked for, in no order
};

// Everything one package needs while blocks go by.
struct Pass {
    rules::Policy const* policy = nullptr;
    Overlay const* overlay = nullptr;
    MemberColumns const* columns = nullptr;
    std::array<rules::CountedIn, rules::scheme_count> counted_in{};
    ClaimRule claims;
    Marks const* baseline = nullptr;   // nothing for the baseline itself
    Marks* marks = nullptr;            // filled when asked for, as of a baseline
    Candidates* candidates = nullptr;  // filled when asked for
    bool counts_support = false;       // who receives how many schemes, and who gains: in tallies with cells
    std::array<std::vector<std::uint8_t>, rules::scheme_count>
        granted_under_cap;  // of capped schemes: who is served
};

// Scratch space for one block.
struct BlockBuffers {
    std::vector<std::int32_t> eligible;
    std::vector<std::int32_t> cents;
    std::vector<std::int32_t> cash;
    std::vector<std::int32_t> granted;
    std::vector<outcomes::SchemeMask> entitled;
    std::vector<outcomes::SchemeMask> received;
    ColumnRoom room;
    rules::MunicipalColumns columns{};  // of the block

    void start(std::size_t rows)
    {
        eligible.resize(rows);
        cents.resize(rows);
        cash.assign(rows, 0);
        granted.assign(rows, 0);
        entitled.assign(rows, 0);
        received.assign(rows, 0);
    }
};

// Runs one package over one block: every scheme in order, then changes and poverty.
void run_block(Member const& member, Pass const& pass, Block block, Propensities& propensities,
               BlockBuffers& buffers, outcomes::Tally& tally);

// Runs one package over all households.
outcomes::Tally run_pass(Setting const& setting, Member const& member, Pass const& pass,
                         Propensities& propensities);

// Everybody who claims a capped scheme, served or not; households by their number.
Candidates claims_under_caps(Member const& member, Pass const& pass, Propensities& propensities);

// Settles who a capped budget serves: claimants from the most inclined on, until the next grant would exceed
// the cap.
void serve_under_caps(Member const& member, Pass& pass, Propensities& propensities);

}  // namespace minimasim::run
