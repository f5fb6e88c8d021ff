#include "sim/run/replicate.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "sim/run/calibration.hpp"
#include "sim/run/claim_rules.hpp"
#include "sim/run/pass.hpp"
#include "sim/run/term_factors.hpp"
#include "sim/takeup/propensity.hpp"

namespace minimasim::run {

namespace {

using outcomes::SchemeOutcome;
using outcomes::Tally;
using rules::scheme_count;

// How schemes are used in the baseline, from who is entitled and who claims there.
BaselineUse use_of(Candidates const& entitled, Tally const& baseline)
{
    BaselineUse use;
    for (std::size_t k = 0; k < scheme_count; ++k) {
        for (auto const& candidate : entitled[k]) {
            use.entitled[k] += candidate.users;
        }
        use.users[k] = baseline.at(k, SchemeOutcome::users);
    }
    use.threshold_for = [all = &entitled](std::size_t scheme, std::int64_t users) {
        return takeup::threshold_for((*all)[scheme], users);
    };
    return use;
}

}  // namespace

ReplicateResult run_replicate(Setting const& setting, Member const& member, std::uint32_t replicate)
{
    ReplicateResult result;
    takeup::Behaviour const behaviour = behaviour_of(setting, replicate);
    auto const spread = takeup::propensity_spread(behaviour, households_on_low_income(setting, member));
    TermFactors const factors(setting, replicate);
    Propensities propensities(setting, member, behaviour, replicate);

    auto calibration = calibrate(setting, member, behaviour, spread, factors, propensities, replicate);
    ClaimRule const baseline_claims = calibration.claims;
    result.calibration = std::move(calibration.tally);
    result.thresholds = std::move(calibration.thresholds);
    result.checks = calibration.checks;

    // The baseline at the policy date.
    std::vector<rules::Policy> policies;
    for (auto const& package : setting.packages) {
        policies.push_back(factors.applied(setting, package.policy));
    }
    auto const needs = draw_all_needs(setting, member, policies[0], replicate);
    std::vector<std::unique_ptr<Overlay>>
        overlays;  // one per law, and one per package with needs or charges of its own
    for (auto const& columns : member.by_law) {
        overlays.push_back(std::make_unique<Overlay>(columns, member.population, policies[0], needs));
    }
    Marks marks;
    marks.entitled.resize(member.population.size());
    marks.received.resize(member.population.size());
    Candidates entitled_now;
    Pass baseline;
    baseline.counted_in = setting.counted_in;
    baseline.policy = &policies[0];
    baseline.overlay = overlays[0].get();
    baseline.columns = &member.by_law[0];
    baseline.claims = baseline_claims;
    baseline.marks = &marks;
    baseline.candidates = &entitled_now;
    serve_under_caps(member, baseline, propensities);
    result.packages.push_back(run_pass(setting, member, baseline, propensities));
    for (std::size_t k = 0; k < scheme_count; ++k) {
        propensities.settle_baseline(k, entitled_now[k]);
    }

    auto const use = use_of(entitled_now, result.packages[0]);

    // Every other package, all of them while a block is in the cache.
    std::vector<Pass> passes(setting.packages.size());
    for (std::size_t p = 1; p < setting.packages.size(); ++p) {
        auto const& package = setting.packages[p];
        passes[p].counted_in = setting.counted_in;
        passes[p].policy = &policies[p];
        passes[p].overlay = overlays[package.law_index].get();
        if (changes_needs_or_charges(policies[p], policies[0])) {
            overlays.push_back(
                std::make_unique<Overlay>(member.by_law[package.law_index], member.population, policies[p],
                                          draw_all_needs(setting, member, policies[p], replicate)));
            passes[p].overlay = overlays.back().get();
        }
        passes[p].columns = &member.by_law[package.law_index];
        passes[p].claims = claims_of(setting, package, baseline_claims, use, behaviour, spread);
        passes[p].baseline = &marks;
        serve_under_caps(member, passes[p], propensities);
        result.packages.emplace_back(setting.cells.size());
    }
    BlockBuffers buffers;
    for (auto const block : split_into_blocks(member.population.size(), setting.block_size)) {
        for (std::size_t p = 1; p < setting.packages.size(); ++p) {
            run_block(member, passes[p], block, propensities, buffers, result.packages[p]);
        }
    }
    return result;
}

}  // namespace minimasim::run
