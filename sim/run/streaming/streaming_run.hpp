#pragma once

#include <string>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/run/simulate.hpp"
#include "sim/run/streaming/streaming_replicate.hpp"

namespace minimasim::run {

// Whether a population is given that is larger than memory should hold. InputError when it is of another
// place.
bool is_streamed(Workspace const& workspace, RunOptions const& options);

// The breakdowns of a streamed run: neighbourhoods stand together when they are more than a table can hold.
outcomes::Cells cells_of_streamed(Workspace const& workspace);

// All replicates of the given population, read part by part.
std::vector<ReplicateResult> stream_replicates(Setting const& setting, Workspace const& workspace,
                                               RunOptions const& options, std::string& population_digest);

// Says what is left out because it would need the whole population in memory (its judgement, the changes one
// by one, studies of uncertainty), and whether its neighbourhoods are missing.
void add_remarks_on_streaming(Workspace const& workspace, RunOptions const& options,
                              outcomes::PackageDescription& baseline);

}  // namespace minimasim::run
