#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/run/simulate.hpp"
#include "sim/run/sweep/folder.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::run {

// What `minimasim sweep` was asked for.
struct SweepOptions {
    RunOptions run;  // replicates, members, seed, threads, date, cache, progress; scenarios are not used
    std::filesystem::path plan;
    std::filesystem::path output;
    std::optional<Shard> shard;  // nothing: the whole sweep
    bool resumes = false;
    std::size_t points_per_chunk = 0;  // 0: by the number of replicates
};

// What a shard has done. Points are counted.
struct ShardReport {
    Shard shard;
    std::size_t points = 0;
    std::size_t found = 0;     // finished by an earlier process
    std::size_t finished = 0;  // in all
    bool is_interrupted = false;
};

// Runs a shard of a sweep, chunk by chunk; what is finished is on disk. Throws InputError before any work for
// a plan that cannot be run, too many points, a folder of another sweep, a shard that another process works
// on, a damaged part, finished parts without `resumes`, and too small a disk. An interruption ends the
// report, not the program.
ShardReport run_shard(Workspace const& workspace, SweepOptions const& options);

// Puts all parts of a sweep together: sweep.h5 and sweep.csv, both or none. The bytes do not depend on how
// the work was cut.
MergeReport merge_sweep(std::filesystem::path const& folder);

}  // namespace minimasim::run
