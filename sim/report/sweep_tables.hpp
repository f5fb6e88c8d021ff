#pragma once

#include <cstdint>
#include <string>

#include "sim/report/sweep_chunk.hpp"

namespace minimasim::report {

// All points of a sweep, and what determines their numbers.
struct Sweep {
    std::string title;
    std::string plan_text;  // with current policy and what the plan builds on
    std::string program_version;
    std::string municipality;
    std::string date;  // law date, ISO
    std::string data_digest;
    std::string plan_digest;
    std::uint64_t seed = 0;
    std::uint32_t replicates = 0;
    std::uint32_t members = 0;
    SweepChunk points;  // from the first on; its identity is not written
};

// sweep.h5: /points (a row a point, a column a term), /figures (a row a point and outcome), /provenance.
// Point 0 is current policy. Equal sweeps give equal bytes.
std::string sweep_bytes(Sweep const& sweep);

// sweep.csv: a row a point and outcome, with the terms of the point in front.
std::string sweep_csv(Sweep const& sweep);

}  // namespace minimasim::report
