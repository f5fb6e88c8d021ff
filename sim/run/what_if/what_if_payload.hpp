#pragma once

#include <string>

#include "sim/run/simulate.hpp"
#include "sim/what_if/sliders.hpp"

namespace minimasim::run {

// Replicates that the page works out.
inline constexpr std::uint32_t what_if_replicates = 20;

// The first member of the ensemble, worked out as `run --population` would: with the take-up that is matched
// on it alone. The setting has the baseline as its only package.
struct WhatIfMember {
    Setting setting;
    Member member;
    std::string population_digest;
    std::vector<what_if::Slider> sliders;
};

WhatIfMember what_if_member(Workspace const& workspace, RunOptions const& options, Ensemble const& ensemble,
                            Package const& baseline);

// The bytes from which the page of a report works out packages, gzip-compressed: the description, and the
// first member in what_if_replicates. "" for a given population, which need not fit in a page. `setting` and
// `results` are those of the whole run.
std::string what_if_payload(Workspace const& workspace, RunOptions const& options, Setting const& setting,
                            Ensemble const& ensemble, outcomes::Results const& results);

}  // namespace minimasim::run
