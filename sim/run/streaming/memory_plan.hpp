#pragma once

#include <cstdint>
#include <string>

#include "sim/run/simulate.hpp"

namespace minimasim::run {

// What a run will keep in memory, worked out before it begins: the totals of every replicate, which grow with
// replicates, packages and cells, and the members of the ensemble in work, which do not.
struct MemoryPlan {
    std::uint64_t replicates = 0;
    std::uint64_t packages = 0;  // the baseline included
    std::uint64_t cells = 0;
    std::uint64_t bytes_of_a_replicate = 0;
    std::uint64_t bytes_of_members = 0;

    std::uint64_t bytes() const { return replicates * bytes_of_a_replicate + bytes_of_members; }
    bool is_large() const { return bytes() > (std::uint64_t{1} << 30); }
};

MemoryPlan plan_memory(Workspace const& workspace, RunOptions const& options);

// One line for who waits: "about 3.1 GiB of memory: ...".
std::string to_text(MemoryPlan const& plan);

// Throws InputError with the counts, and how many replicates would fit, when a plan needs more than this.
void check_memory(MemoryPlan const& plan, std::uint64_t available_bytes);

}  // namespace minimasim::run
