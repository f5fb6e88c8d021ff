#include "sim/run/sweep/chunk_runner.hpp"

#include <algorithm>
#include <atomic>

#include "sim/base/loop.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/packages/overlay.hpp"

namespace minimasim::run {

namespace {

// Packages that pass over a block together. More of them share the draws of a replicate, fewer need less
// memory.
constexpr std::uint64_t points_at_once = 250;

// The same of packages with columns of their own: statutory income under another law, needs or charges.
constexpr std::size_t own_columns_at_once = 16;

constexpr char const* package_rows[] = {
    "cost_per_year",
    "newly_entitled_households",
    "no_longer_entitled_households",
    "newly_reached_households",
    "no_longer_reached_households",
    "poor_households",
    "poor_persons",
    "poor_children",
    "poverty_gap_per_year",
};
constexpr char const* scheme_rows[] = {"cost_per_year", "entitled_households", "recipients_households"};

}  // namespace

bool is_sweep_outcome(std::string const& outcome, std::string const& scheme)
{
    if (scheme.empty()) {
        return std::find(std::begin(package_rows), std::end(package_rows), outcome) != std::end(package_rows);
    }
    return scheme_index(scheme) < rules::scheme_count &&
           std::find(std::begin(scheme_rows), std::end(scheme_rows), outcome) != std::end(scheme_rows);
}

ChunkRunner::ChunkRunner(Workspace const& workspace, RunOptions const& options, SweepPoints const& points)
    : workspace_(workspace),
      options_(options),
      points_(points),
      prepared_(prepare_run(workspace, options, points.baseline()))
{
    // Totals alone: households keep their cells, but nothing is counted in them.
    prepared_.setting.cells = outcomes::Cells{{{outcomes::Breakdown::total, ""}}, {}};
}

Setting ChunkRunner::with_packages(std::uint64_t begin, std::uint64_t end) const
{
    Setting setting = prepared_.setting;
    std::vector<std::size_t> first_with_law{0};
    std::size_t own_columns = 0;
    for (std::uint64_t point = begin; point < end && own_columns < own_columns_at_once; ++point) {
        auto package = points_.package(point);
        auto const known = std::find_if(first_with_law.begin(), first_with_law.end(), [&](std::size_t p) {
            return has_same_law(setting.packages[p].policy.policy, package.policy.policy);
        });
        package.law_index = static_cast<std::size_t>(known - first_with_law.begin());
        if (known == first_with_law.end()) {
            first_with_law.push_back(setting.packages.size());
            ++own_columns;
        } else if (changes_needs_or_charges(package.policy.policy, points_.baseline().policy.policy)) {
            ++own_columns;
        }
        setting.packages.push_back(std::move(package));
    }
    return setting;
}

std::vector<outcomes::Tally> ChunkRunner::run_replicate_of(Setting const& setting, Member const& member,
                                                           std::uint32_t replicate) const
{
    std::vector<outcomes::Tally> totals;
    for (auto const& package : run_replicate(setting, member, replicate).packages) {
        totals.push_back(package.only_totals());
    }
    return totals;
}

std::vector<ChunkRunner::Tallies> ChunkRunner::run_batches(
    std::vector<Setting> const& batches, std::function<void(double share)> const& finished) const
{
    std::size_t const replicates = options_.replicates;
    auto const members = static_cast<std::uint32_t>(prepared_.members.size());
    std::vector<Tallies> tallies(batches.size(), Tallies(replicates));
    std::atomic<std::size_t> done = 0;
    auto const run_one = [&](std::size_t batch, Member const& member, std::uint32_t replicate) {
        tallies[batch][replicate] = run_replicate_of(batches[batch], member, replicate);
        finished(static_cast<double>(++done) / static_cast<double>(batches.size() * replicates));
    };
    std::vector<std::size_t> with_known_laws;
    for (std::size_t b = 0; b < batches.size(); ++b) {
        auto const& packages = batches[b].packages;
        if (std::all_of(packages.begin(), packages.end(),
                        [](Package const& package) { return package.law_index == 0; })) {
            with_known_laws.push_back(b);
            continue;
        }
        // A member under every law is large: one at a time on each thread, with all its replicates.
        run_in_parallel(members, options_.threads, [&](std::size_t m) {
            Member member = prepared_.members[m];
            add_laws(batches[b], workspace_, member);
            for (auto r = static_cast<std::uint32_t>(m); r < replicates; r += members) {
                run_one(b, member, r);
            }
            return true;
        });
    }
    run_in_parallel(with_known_laws.size() * replicates, options_.threads, [&](std::size_t i) {
        std::size_t const r = i % replicates;
        run_one(with_known_laws[i / replicates], prepared_.members[r % members],
                static_cast<std::uint32_t>(r));
        return true;
    });
    return tallies;
}

void ChunkRunner::add_figures(Setting const& setting, Tallies tallies, report::SweepChunk& chunk) const
{
    outcomes::Totals totals;
    totals.counted_in = setting.counted_in;
    for (auto const& package : setting.packages) {
        totals.packages.push_back(package.id);
        totals.measure_budgets.push_back(package.policy.measure_budgets);
    }
    for (auto const& measure : setting.municipality.measures) {
        totals.measures.push_back(measure.key);
    }
    totals.by_replicate = std::move(tallies);
    bool const has_baseline = !chunk.lines.empty();
    auto const only_totals = outcomes::Cells{{{outcomes::Breakdown::total, ""}}, {}};
    for (auto const& figure : outcomes::make_figures(totals, only_totals)) {
        bool const is_baseline = figure.package == setting.packages.front().id;
        if (!is_sweep_outcome(figure.outcome, figure.scheme) || (is_baseline && has_baseline)) {
            continue;
        }
        if (is_baseline) {
            chunk.lines.push_back({figure.outcome, figure.scheme, figure.unit});
        }
        auto& numbers = is_baseline ? chunk.baseline_figures : chunk.figures;
        numbers.insert(numbers.end(), {figure.estimate, figure.low, figure.high, figure.difference,
                                       figure.difference_low, figure.difference_high});
    }
}

report::SweepChunk ChunkRunner::run(std::uint64_t begin, std::uint64_t end,
                                    std::function<void(double share)> const& finished) const
{
    report::SweepChunk chunk;
    chunk.population_digest = prepared_.population_digest;
    chunk.first = begin;
    for (std::size_t i = 0; i < points_.count_terms(); ++i) {
        chunk.columns.push_back({points_.term(i).name(), rules::to_text(points_.unit(i))});
        chunk.baseline_terms.push_back(points_.value_in_baseline(i));
    }
    for (std::uint64_t point = begin; point < end; ++point) {
        for (std::size_t i = 0; i < points_.count_terms(); ++i) {
            chunk.terms.push_back(points_.value(point, i));
        }
    }
    std::vector<Setting> batches;
    for (std::uint64_t point = begin; point < end;) {
        batches.push_back(with_packages(point, std::min(end, point + points_at_once)));
        point += batches.back().packages.size() - 1;
    }
    auto tallies = run_batches(batches, finished);
    for (std::size_t b = 0; b < batches.size(); ++b) {
        add_figures(batches[b], std::move(tallies[b]), chunk);
    }
    return chunk;
}

}  // namespace minimasim::run
