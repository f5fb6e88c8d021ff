#pragma once

#include <string>
#include <vector>

#include "sim/report/frontier.hpp"
#include "sim/run/simulate.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::run {

// What `minimasim optimise` was asked for.
struct OptimiseOptions {
    RunOptions run;     // replicates, members, seed, threads, date, cache, progress; scenarios are not used
    double budget = 0;  // euro a year above current policy
    report::Target target = report::Target::poverty_gap;
    std::vector<std::string> schemes;  // whose terms are turned; empty: all
    std::size_t points = 12;           // most packages of the frontier that are told
    std::uint32_t search_replicates = 8;
};

// Searches the terms of the schemes for the packages that do most for a target within a budget. Throws
// InputError for impossible wishes, ModelError when the budget pays for nothing that helps.
report::Frontier optimise(Workspace const& workspace, OptimiseOptions const& options);

}  // namespace minimasim::run
