#pragma once

#include <vector>

#include "bench/synthesis/modeller.hpp"

namespace minimasim::synthesis {

// What a table of all cells says of every pair of attributes: log odds less the part of rows and columns, by
// least squares over its cells, all pairs at once. Published pairs first, then the others.
using PairEffects = std::vector<std::vector<double>>;

PairEffects pair_effects(std::vector<double> const& cells);

// Slopes of the effects of published national tables on what the expert says of the same pairs: of the part
// that is a straight line over age or income, and of what remains. Below 1 the expert overstates.
struct ExpertSlopes {
    double trend = 1;
    double remainder = 1;
};

ExpertSlopes expert_slopes(std::vector<double> const& expert, Margins const& published);

// The expert's table with every effect multiplied by its slope.
std::vector<double> calibrated(std::vector<double> const& expert, ExpertSlopes const& slopes);

// How far an expert is off, learned where national tables show it: sd of the error in log odds of a cell at
// an effect of zero, and its growth with the effect.
struct ExpertError {
    double absolute = 0;
    double relative = 0;
};

ExpertError expert_error(std::vector<double> const& expert, Margins const& published);

}  // namespace minimasim::synthesis
