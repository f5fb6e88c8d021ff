#pragma once

#include <cstdint>

#include "sim/population/assumptions.hpp"
#include "sim/population/evidence.hpp"

namespace minimasim::population {

// Gives every adult a resident profile: probability in proportion to the weight of the profile times its
// membership, the weights solved so that expected shares are the assumed ones as far as the descriptions
// allow, and held to the published order (brown largest; green and pink large; orange, purple and blue few).
// Adults whom no description fits, and children, get none.
void draw_profiles(Evidence const& evidence, AssumedValues const& assumed, EnsembleMember const& member,
                   Population& population);

}  // namespace minimasim::population
