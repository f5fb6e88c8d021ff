#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "sim/run/forecast/forecast.hpp"
#include "sim/run/shard.hpp"

namespace minimasim::run {

// What a shard of a forecast has done.
struct ForecastShardReport {
    Shard shard;
    std::size_t replicates = 0;
    std::size_t found = 0;  // of them, worked out by an earlier process
};

// Works out a shard of the replicates and keeps them in `folder`: shards/forecast.json says of which
// forecast, shards/2-of-4/replicates.h5 holds what the second of four has worked out, and until all of it is
// there shards/2-of-4/part-40.h5 what it has of the replicates from its place 40 on. Throws InputError
// before any work for what cannot be forecast, a folder of another forecast, a shard that another process
// works on, a damaged file, and a shard that has something without `resumes`; Interrupted.
ForecastShardReport run_forecast_shard(Workspace const& workspace, ForecastOptions const& options,
                                       std::filesystem::path const& folder, Shard shard, bool resumes);

// All shards together: what one process would have made, or what is missing or strange.
struct MergedForecast {
    MergeReport report;                                // pieces are replicates
    std::optional<report::ForecastDocument> document;  // of a complete merge
};

// Reads the shards of a folder; options are those of the shards. Throws InputError (no shards, those of
// another forecast), Interrupted.
MergedForecast merge_forecast(Workspace const& workspace, ForecastOptions const& options,
                              std::filesystem::path const& folder);

}  // namespace minimasim::run
