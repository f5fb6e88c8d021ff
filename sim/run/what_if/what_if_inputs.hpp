#pragma once

#include <cstdint>

#include "sim/run/setting.hpp"
#include "sim/what_if/payload.hpp"
#include "sim/what_if/sliders.hpp"

namespace minimasim::run {

// Whether the page can work out packages of this municipality: amounts settled at the calibration date must
// follow from a household's own columns, so that no scheme with published users may read the cash of others.
bool can_make_what_if(Setting const& setting);

// What the page works with: this member under the baseline, the setting's first package, in so many
// replicates, with every household that some place of the sliders can touch.
what_if::Payload what_if_inputs(Setting const& setting, Member const& member, std::uint32_t replicates,
                                std::vector<what_if::Slider> const& sliders, int threads);

}  // namespace minimasim::run
