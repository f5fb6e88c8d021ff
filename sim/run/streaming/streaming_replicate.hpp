#pragma once

#include <cstdint>

#include "sim/run/replicate.hpp"
#include "sim/run/streaming/streaming.hpp"

namespace minimasim::run {

// Runs all packages for one replicate of a streamed population, part by part on all threads: the same result
// as run_replicate of the whole in memory, to the last bit. What must be known of everybody before a part can
// be done (mean amounts, thresholds, who a capped budget still serves) is found first, by passes that are
// left out where nothing asks for them.
ReplicateResult run_streamed_replicate(Setting const& setting, StreamedPopulation const& streamed,
                                       std::uint32_t replicate, StreamOptions const& options);

}  // namespace minimasim::run
