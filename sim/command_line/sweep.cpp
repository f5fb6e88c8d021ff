#include "sim/run/sweep/sweep.hpp"

#include <iostream>
#include <nlohmann/json.hpp>

#include "sim/command_line/commands.hpp"
#include "sim/command_line/input.hpp"
#include "sim/command_line/progress.hpp"
#include "sim/command_line/shards.hpp"
#include "sim/run/sweep/estimate.hpp"

namespace minimasim::commands {

namespace {

using Json = nlohmann::ordered_json;

constexpr int was_interrupted = 130;

run::SweepOptions options_of(Sweep const& sweep)
{
    run::SweepOptions options;
    options.plan = sweep.plan;
    options.output = sweep.output;
    options.resumes = sweep.resumes;
    options.points_per_chunk = sweep.points_per_chunk;
    if (!sweep.shard.empty()) {
        options.shard = run::read_shard(sweep.shard);
    }
    options.run = run_options_of(sweep.common);
    options.run.replicates = sweep.replicates;
    options.run.members = sweep.population == "member0" ? 1 : sweep.common.members;
    options.run.date = date_of(sweep.date);
    options.run.cache = std::filesystem::path(sweep.output) / ".cache";
    options.run.population_file = sweep.population == "member0" ? "" : sweep.population;
    return options;
}

void print(run::ShardReport const& report, Sweep const& sweep, std::ostream& out)
{
    out << "shard " << run::text_of(report.shard) << ": " << report.finished << " of " << report.points
        << " points finished";
    if (report.found > 0) {
        out << ", " << report.found << " of them before";
    }
    out << '\n';
    if (report.is_interrupted) {
        out << "interrupted; what is finished is kept. Go on with: minimasim sweep " << sweep.plan << " -o "
            << sweep.output << (sweep.shard.empty() ? "" : " --shard " + sweep.shard)
            << " --resume and the same other options\n";
    }
}

Json as_json(run::ShardReport const& report)
{
    Json json;
    json["shard"] = run::text_of(report.shard);
    json["points"] = report.points;
    json["found"] = report.found;
    json["finished"] = report.finished;
    json["interrupted"] = report.is_interrupted;
    return json;
}

// Tells what merging found; the exit code.
int told(run::MergeReport const& merged, bool as_json_document)
{
    if (as_json_document) {
        std::cout << merge_json(merged, "points");
    } else if (merged.is_complete()) {
        std::cout << merged.pieces << " points written: " << merged.written[0].string() << ", "
                  << merged.written[1].string() << '\n';
    }
    return tell_what_is_missing(merged, "points");
}

}  // namespace

int sweep(Sweep const& sweep)
{
    listen_for_interruption();
    listen_for_end_of_job();
    auto const options = options_of(sweep);
    auto const workspace =
        run::read_workspace(run::find_folders(sweep.common.data), sweep.common.municipality);
    auto const report = run::run_shard(workspace, options);
    bool const is_whole = sweep.shard.empty() && !report.is_interrupted;
    if (sweep.json && !is_whole) {
        std::cout << as_json(report).dump(2) << '\n';
    }
    print(report, sweep, sweep.json ? std::cerr : std::cout);
    if (report.is_interrupted) {
        return was_interrupted;
    }
    // The whole sweep in one go ends in its tables; shards wait for each other.
    return is_whole ? told(run::merge_sweep(sweep.output), sweep.json) : 0;
}

void check_plan(Check const& check)
{
    auto const workspace =
        run::read_workspace(run::find_folders(check.common.data), check.common.municipality);
    run::SweepPoints const points(workspace, input::read_sweep_plan(check.file, workspace.folders.scenarios),
                                  std::nullopt);
    auto const replicates = Sweep{}.replicates;
    auto const estimate = run::estimate_of(workspace, points.size(), replicates, check.common.threads);
    run::check_size(points, estimate, replicates, check.common.threads);
    std::cout << check.file << ": plan in order\n  "
              << run::to_text(estimate, replicates, check.common.threads) << '\n';
    for (std::size_t i = 0; i < points.count_terms(); ++i) {
        std::cout << "  varies " << points.term(i).name() << '\n';
    }
}

int merge(Merge const& merge)
{
    return told(run::merge_sweep(merge.folder), merge.json);
}

}  // namespace minimasim::commands
