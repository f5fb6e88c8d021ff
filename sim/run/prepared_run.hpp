#pragma once

#include <string>
#include <vector>

#include "sim/run/simulate.hpp"

namespace minimasim::run {

// What many packages on one date share: populations with statutory income worked out, and the plausible set
// of take-up.
struct PreparedRun {
    Setting setting;              // with the baseline as its only package
    std::vector<Member> members;  // replicate r uses member r modulo their number
    std::string population_digest;
};

// Builds or finds the members of the ensemble, no more than there are replicates, and works them out.
PreparedRun prepare_run(Workspace const& workspace, RunOptions const& options, Package const& baseline);

}  // namespace minimasim::run
