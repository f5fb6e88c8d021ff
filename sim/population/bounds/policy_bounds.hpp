#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/population/bounds/bounds.hpp"
#include "sim/population/bounds/policy_groups.hpp"
#include "sim/population/evidence/evidence.hpp"
#include "sim/population/synthesis.hpp"

namespace minimasim::population {

// How far the margins pin down one policy group, and where the fit lies in that.
struct PolicyGroupBounds {
    PolicyGroup group;
    GroupBounds published;       // by published margins alone
    GroupBounds with_estimates;  // also by our estimates; only where these can all be met
    double fitted = 0;           // of the fractional weights
};

// What the margins say of all policy groups, or why they say nothing: conflicts as text, one a minimal set of
// margins that the catalogue cannot meet together.
struct PolicyBounds {
    std::vector<PolicyGroupBounds> groups;
    std::vector<std::string> conflicts;                 // among published margins: then there are no bounds
    std::vector<std::string> conflicts_with_estimates;  // then there are none with estimates
};

// Support test and bounds for one member of the ensemble, with the catalogue, margins and fit that
// draw_population has under the same options.
PolicyBounds bounds_of_policy_groups(Evidence const& evidence, SynthesisOptions const& options,
                                     BoundsProgress const& progress = {});

}  // namespace minimasim::population
