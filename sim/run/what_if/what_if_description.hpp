#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/run/setting.hpp"
#include "sim/what_if/payload.hpp"
#include "sim/what_if/sliders.hpp"

namespace minimasim::run {

// What the page knows besides numbers: names, sliders, the packages of the run and what it leaves out.
struct WhatIfDescription {
    Setting const& setting;  // of the run: all its packages
    outcomes::Results const& results;
    what_if::Payload const& payload;
    std::vector<what_if::Slider> const& sliders;
    std::size_t households = 0;     // of the member
    std::string population_digest;  // of the member alone
};

// The description as JSON, in the form that sim/what_if/web/engine.js explains.
std::string what_if_description(WhatIfDescription const& description);

}  // namespace minimasim::run
