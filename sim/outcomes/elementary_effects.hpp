#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace minimasim::outcomes {

// One walk through the unit cube of the inputs: every step moves one input by two thirds, every input once
// (Morris, Technometrics 33, 1991, with four levels).
struct Walk {
    std::vector<std::vector<double>> points;  // one more than there are inputs
    std::vector<std::size_t> moved;           // the input of each step
};

Walk morris_walk(std::size_t inputs, std::uint64_t seed, std::uint32_t number);

// What a whole interval of an input does to an outcome, over all walks: mean, mean of the absolute value (mu*
// of Campolongo, Cariboni and Saltelli, Environmental Modelling & Software 22, 2007), standard deviation.
struct ElementaryEffects {
    double mean = 0;
    double mean_absolute = 0;
    double standard_deviation = 0;
};

// Effects per input, from the outcome at the points of each walk.
std::vector<ElementaryEffects> elementary_effects(std::vector<Walk> const& walks,
                                                  std::vector<std::vector<double>> const& outcome);

}  // namespace minimasim::outcomes
