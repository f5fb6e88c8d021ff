#pragma once

#include <string>
#include <vector>

#include "sim/run/setting.hpp"

namespace minimasim::run {

// A number that is not known but has an interval: an uncertain term of the municipality, or a parameter of
// take-up.
struct UncertainInput {
    std::string name;  // "scheme.term", "take_up.parameter"
    double low = 0;
    double high = 0;
    bool is_term = false;
    std::size_t place = 0;  // among the uncertain terms, or among the parameters
};

// Those that a replicate draws: all uncertain terms, the parameters of who claims, and the assumed shares of
// schemes without published users. Parameters come with their full interval, before history matching.
std::vector<UncertainInput> uncertain_inputs(Setting const& setting);

// The setting with every input at its place in its interval: 0 the low end, 1 the high end, NaN the central
// value.
Setting with_inputs(Setting const& setting, std::vector<UncertainInput> const& inputs,
                    std::vector<double> const& places);

}  // namespace minimasim::run
