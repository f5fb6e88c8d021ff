#pragma once

#include <vector>

#include "sim/run/packages/pass.hpp"

namespace minimasim::run {

// Runs packages beside a baseline that has been run: as differences from it where that can be, else block by
// block. The tallies come in the order of the packages.
std::vector<outcomes::Tally> run_packages(Setting const& setting, Member const& member, Pass const& baseline,
                                          outcomes::Tally const& baseline_tally, std::vector<Pass>& packages,
                                          takeup::Behaviour const& behaviour, Propensities& propensities);

// The plain reference: every scheme for every household, all packages while a block is in the cache.
std::vector<outcomes::Tally> run_packages_by_block(Setting const& setting, Member const& member,
                                                   std::vector<Pass*> const& packages,
                                                   Propensities& propensities);

}  // namespace minimasim::run
