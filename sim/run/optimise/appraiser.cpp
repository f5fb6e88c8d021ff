#include "sim/run/optimise/appraiser.hpp"

#include <atomic>

#include "sim/base/loop.hpp"
#include "sim/run/replicate.hpp"

namespace minimasim::run {

namespace {

using outcomes::PackageOutcome;
using outcomes::Tally;

// Packages that pass over the households together: more share the draws of a replicate, fewer need less
// memory.
constexpr std::size_t packages_at_once = 250;

std::int64_t cost_cents(Tally const& tally)
{
    std::int64_t cost = 0;
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        cost += tally.at(k, outcomes::SchemeOutcome::cost_cents_per_year);
    }
    return cost;
}

Appraisal compared(Tally const& package, Tally const& baseline)
{
    auto const fewer = [&](PackageOutcome outcome) { return baseline.at(outcome) - package.at(outcome); };
    return {cost_cents(package) - cost_cents(baseline),
            {fewer(PackageOutcome::poverty_gap_cents_per_year), fewer(PackageOutcome::poor_children),
             package.at(PackageOutcome::newly_reached_households) -
                 package.at(PackageOutcome::no_longer_reached_households)}};
}

}  // namespace

Appraiser::Appraiser(Workspace const& workspace, RunOptions const& options, Levers const& levers)
    : options_(options), levers_(levers), prepared_(prepare_run(workspace, options, levers.baseline()))
{
    // Totals alone: households keep their cells, but nothing is counted in them.
    prepared_.setting.cells = outcomes::Cells{{{outcomes::Breakdown::total, ""}}, {}};
}

std::vector<std::vector<Appraisal>> Appraiser::run(std::vector<Positions> const& packages,
                                                   std::uint32_t first_replicate, std::uint32_t replicates,
                                                   std::function<void(double share)> const& finished) const
{
    std::vector<std::vector<Appraisal>> outcomes(packages.size(), std::vector<Appraisal>(replicates));
    std::vector<Setting> batches;
    for (auto const batch : split_into_blocks(packages.size(), packages_at_once)) {
        batches.push_back(prepared_.setting);
        for (std::size_t p = batch.begin; p < batch.end; ++p) {
            batches.back().packages.push_back(levers_.package(packages[p]));
        }
    }
    std::atomic<std::size_t> done = 0;
    std::size_t const tasks = batches.size() * replicates;
    run_in_parallel(tasks, options_.threads, [&](std::size_t i) {
        std::size_t const batch = i / replicates;
        auto const r = static_cast<std::uint32_t>(i % replicates);
        auto const& member = prepared_.members[r % prepared_.members.size()];
        auto const tallies = run_replicate(batches[batch], member, first_replicate + r).packages;
        for (std::size_t p = 1; p < tallies.size(); ++p) {
            outcomes[batch * packages_at_once + p - 1][r] = compared(tallies[p], tallies[0]);
        }
        finished(static_cast<double>(++done) / static_cast<double>(tasks));
        return true;
    });
    return outcomes;
}

std::vector<std::array<std::int64_t, report::target_count>> Appraiser::baseline(
    std::uint32_t replicates) const
{
    return run_in_parallel(replicates, options_.threads, [&](std::size_t r) {
        auto const& member = prepared_.members[r % prepared_.members.size()];
        auto const tally =
            run_replicate(prepared_.setting, member, static_cast<std::uint32_t>(r)).packages.front();
        return std::array<std::int64_t, report::target_count>{
            tally.at(PackageOutcome::poverty_gap_cents_per_year), tally.at(PackageOutcome::poor_children), 0};
    });
}

}  // namespace minimasim::run
