#include "sim/run/sweep/sweep.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/atomic_file.hpp"
#include "sim/base/date_text.hpp"
#include "sim/base/digest.hpp"
#include "sim/base/error.hpp"
#include "sim/run/source_digest.hpp"
#include "sim/run/sweep/chunk_runner.hpp"
#include "sim/run/sweep/estimate.hpp"
#include "sim/run/sweep/points.hpp"
#include "sim/run/version.hpp"

namespace minimasim::run {

namespace {

// Packages times replicates of one chunk: some seconds of work on one core.
constexpr std::size_t work_of_chunk = 20'000;
constexpr std::size_t most_points_of_chunk = 5'000;

report::SweepRecord record_of(Workspace const& workspace, SweepOptions const& options,
                              SweepPoints const& points)
{
    auto const& run = options.run;
    report::SweepRecord record;
    record.title = points.plan().scenario.own.title;
    record.plan_text = points.full_text();
    bool const is_given = !run.population_file.empty();
    auto const members = is_given ? 1 : std::min(run.members, run.replicates);
    record.identity = {
        {"plan", sha256(points.full_text())},
        {"data", workspace.data_digest},
        {"program", program_version},
        {"sources", source_digest()},
        {"municipality", workspace.municipality.code},
        {"date", to_text(points.baseline().policy.date)},
        {"seed", std::to_string(run.seed)},
        {"replicates", std::to_string(run.replicates)},
        {"members", std::to_string(members)},
        {"population", is_given ? sha256_of_file(run.population_file) : "ensemble"},
        {"points", std::to_string(points.size())},
        {"shards", std::to_string(options.shard.value_or(Shard{}).count)},
    };
    return record;
}

// The points of a shard that no finished part holds, cut into parts.
std::vector<ChunkFile> missing_chunks(SweepFolder const& folder, Shard shard,
                                      std::vector<ChunkFile> const& finished, std::size_t points_per_chunk)
{
    std::vector<ChunkFile> missing;
    std::size_t next = shard.begin(folder.points());
    auto const add_up_to = [&](std::size_t end) {
        while (next < end) {
            std::size_t const stop = std::min(end, next + points_per_chunk);
            missing.push_back({folder.file_of(shard, next, stop), next, stop});
            next = stop;
        }
    };
    for (auto const& chunk : finished) {
        if (chunk.begin < next || chunk.end > shard.end(folder.points()) || chunk.end <= chunk.begin) {
            throw InputError(chunk.file.string(), 0,
                             "overlaps other parts or is not of this shard; remove it and run again");
        }
        add_up_to(chunk.begin);
        next = chunk.end;
    }
    add_up_to(shard.end(folder.points()));
    return missing;
}

// Throws InputError with every finished part that cannot be gone on from.
void check_finished(SweepFolder const& folder, std::vector<ChunkFile> const& finished)
{
    std::vector<Problem> problems;
    for (auto const& chunk : finished) {
        try {
            folder.read(chunk);
        } catch (InputError const& error) {
            for (auto problem : error.problems()) {
                problem.what += "; remove this file and resume again. Nothing was changed";
                problems.push_back(std::move(problem));
            }
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

std::size_t count_points(std::vector<ChunkFile> const& chunks)
{
    std::size_t count = 0;
    for (auto const& chunk : chunks) {
        count += chunk.end - chunk.begin;
    }
    return count;
}

}  // namespace

ShardReport run_shard(Workspace const& workspace, SweepOptions const& options)
{
    SweepPoints const points(workspace, input::read_sweep_plan(options.plan, workspace.folders.scenarios),
                             options.run.date);
    auto const estimate = estimate_of(workspace, points.size(), options.run.replicates, options.run.threads);
    check_size(points, estimate, options.run.replicates, options.run.threads);
    ShardReport report;
    report.shard = options.shard.value_or(Shard{});
    SweepFolder const folder(options.output, record_of(workspace, options, points));
    ShardLock const lock(folder.folder_of(report.shard), report.shard, "sweep");
    auto const found = folder.chunks_of(report.shard);
    report.points = report.shard.end(folder.points()) - report.shard.begin(folder.points());
    report.found = count_points(found);
    report.finished = report.found;
    if (!found.empty() && !options.resumes) {
        throw InputError(folder.folder_of(report.shard).string(), 0,
                         "already holds " + std::to_string(report.found) + " of " +
                             std::to_string(report.points) +
                             " points; add --resume to keep them and go on, or give another folder with -o");
    }
    check_finished(folder, found);
    std::size_t const wanted =
        options.points_per_chunk > 0
            ? options.points_per_chunk
            : std::clamp<std::size_t>(work_of_chunk / options.run.replicates, 1, most_points_of_chunk);
    auto const missing = missing_chunks(folder, report.shard, found, wanted);
    if (missing.empty()) {
        return report;
    }
    check_room(options.output, estimate.bytes * static_cast<double>(count_points(missing)) / estimate.points);
    try {
        ChunkRunner const runner(workspace, options.run, points);
        for (auto const& chunk : missing) {
            auto result = runner.run(chunk.begin, chunk.end, [&](double share) {
                double const done = static_cast<double>(report.finished) +
                                    share * static_cast<double>(chunk.end - chunk.begin);
                options.run.progress("running the packages", done / static_cast<double>(report.points));
            });
            result.identity = report::to_json(folder.record().identity);
            write_file(chunk.file, report::chunk_bytes(result));
            report.finished += chunk.end - chunk.begin;
        }
    } catch (Interrupted const&) {
        report.is_interrupted = true;
    }
    return report;
}

}  // namespace minimasim::run
