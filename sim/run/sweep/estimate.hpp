#pragma once

#include <cstdint>
#include <string>

#include "sim/run/sweep/points.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::run {

// What a sweep will roughly cost, told before it begins.
struct SweepEstimate {
    double points = 0;
    double seconds = 0;  // on all cores of this machine together
    double bytes = 0;    // parts and tables on disk
};

SweepEstimate estimate_of(Workspace const& workspace, std::uint64_t points, std::uint32_t replicates,
                          int threads);

// The estimate in words: "10,000 points x 20 replicates: about 5 minutes on 2 threads, 99 MB on disk".
std::string to_text(SweepEstimate const& estimate, std::uint32_t replicates, int threads);

// Throws InputError, with the estimate, for more points than one sweep can have.
void check_size(SweepPoints const& points, SweepEstimate const& estimate, std::uint32_t replicates,
                int threads);

// Throws InputError when the disk of a folder has no room for so many bytes.
void check_room(std::filesystem::path const& folder, double bytes);

}  // namespace minimasim::run
