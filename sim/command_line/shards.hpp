#pragma once

#include <string>

#include "sim/run/shard.hpp"

namespace minimasim::commands {

// What merging found as a JSON document; `pieces` are "points" or "replicates".
std::string merge_json(run::MergeReport const& merged, std::string const& pieces);

// Says on standard error what was refused and what is missing; the exit code of merging.
int tell_what_is_missing(run::MergeReport const& merged, std::string const& pieces);

}  // namespace minimasim::commands
