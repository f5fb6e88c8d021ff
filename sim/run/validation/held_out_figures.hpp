#pragma once

#include <string>
#include <vector>

#include "sim/run/workspace.hpp"

namespace minimasim::run {

// A held-out figure of the register brought to what the model can say, and a naive guess of it.
struct HeldOutFigure {
    std::string key;
    double published = 0;
    bool is_total = false;  // of the municipality, with a limit on model over published
    double naive = 0;       // national rates on local margins; NaN for none
    std::string reason;
};

// The held-out figures of the municipality, in an order of their own.
std::vector<HeldOutFigure> held_out_figures(Workspace const& workspace);

// What a population says of each of them, in the same order.
std::vector<double> measure_held_out(Workspace const& workspace, population::Population const& population,
                                     DatedPolicy const& calibration_policy);

}  // namespace minimasim::run
