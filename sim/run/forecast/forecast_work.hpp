#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "sim/report/forecast_part.hpp"
#include "sim/run/forecast/forecast_inputs.hpp"
#include "sim/run/shard.hpp"

namespace minimasim::run {

// The replicates of a shard, member by member: what a member needs is made once.
std::vector<std::uint32_t> replicates_of(Shard shard, std::uint32_t replicates, std::uint32_t members);

// Replicates of a shard that are worked out together, from a place in it on.
struct Piece {
    std::size_t begin = 0;
    std::vector<std::uint32_t> replicates;
};

// The replicates that are not `done`, as many members at a time as there are threads for.
std::vector<Piece> pieces_of(std::vector<std::uint32_t> const& replicates, ForecastInputs const& inputs,
                             std::set<std::uint32_t> const& done);

// What is worked out of some replicates, and of those in which it is searched what it would take the years in
// which their households changed: of replicate r at [r], empty with fixed households.
struct WorkedOut {
    report::ForecastPart part;
    std::vector<std::vector<forecast::NewYear>> new_years;
};

// Works out some replicates, not none, in an order that replicates_of gives. What comes of a replicate does
// not depend on threads, nor on which others are worked out with it. Throws Interrupted.
WorkedOut work_out(ForecastInputs const& inputs, ForecastHouseholds const& households,
                   std::vector<std::uint32_t> const& replicates);

// The changes of the households alone, for who reads the parts of others. Throws Interrupted.
std::vector<std::vector<forecast::NewYear>> new_years_of_search(ForecastInputs const& inputs,
                                                                ForecastHouseholds const& households);

}  // namespace minimasim::run
