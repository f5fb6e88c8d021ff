#pragma once

#include <vector>

#include "sim/population/archetype.hpp"
#include "sim/population/goals.hpp"

namespace minimasim::population {

// Fractional households of each archetype in each neighbourhood, whole multiples of 2^-40.
struct FittedWeights {
    std::vector<std::vector<double>> weights;  // neighbourhood x archetype
    std::vector<NeighbourhoodFit> neighbourhoods;
};

// Minimum discrimination information in three steps: the catalogue to the national two-way tables, the result
// to the municipality, that to each neighbourhood (weight ratio held in [1/50, 50]); then multipliers of the
// municipality and of its neighbourhoods in turn, until both hold together. Block coordinate ascent of one
// concave dual.
FittedWeights fit_catalogue(Catalogue const& catalogue, FeatureRows const& rows,
                            std::vector<Goal> const& national, MarginGoals const& goals);

// Totals of all features under given weights.
std::vector<double> feature_totals(FeatureRows const& rows, std::vector<double> const& weights);

}  // namespace minimasim::population
