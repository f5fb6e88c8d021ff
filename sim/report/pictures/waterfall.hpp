#pragma once

#include <string>
#include <vector>

#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::pictures {

// One option of several, reckoned alone against current policy.
struct WaterfallStep {
    std::string name;
    Interval amount;
};

// Why options together cost another amount than their sum.
struct Waterfall {
    Caption caption;
    std::string axis_name;  // "extra kosten, euro per jaar"
    Quantity quantity = Quantity::euro;
    std::vector<WaterfallStep> options;
    Interval sum;          // of the options, each alone
    Interval interaction;  // joint less sum
    Interval joint;        // all options at once
};

// A bar for every option that begins where the last one ended; then their sum, what they take from or add to
// each other, and what they cost together. Lines are 90 % intervals. Options that are no number are left out.
std::string waterfall(Waterfall const& figures, Language language);

}  // namespace minimasim::report::pictures
