#pragma once

#include <cstdint>
#include <vector>

#include "sim/report/forecast_part.hpp"
#include "sim/run/forecast_inputs.hpp"
#include "sim/run/shard.hpp"

namespace minimasim::run {

// The replicates of a shard, member by member: what a member needs is made once.
std::vector<std::uint32_t> replicates_of(Shard shard, std::uint32_t replicates, std::uint32_t members);

// Works out some replicates, not none, in an order that replicates_of gives. What comes of a replicate does
// not depend on threads, nor on which others are worked out with it. Throws Interrupted.
report::ForecastPart work_out(ForecastInputs const& inputs, ForecastHouseholds const& households,
                              std::vector<std::uint32_t> const& replicates);

}  // namespace minimasim::run
