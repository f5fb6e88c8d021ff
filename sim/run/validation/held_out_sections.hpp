#pragma once

#include <vector>

#include "sim/population/held_out.hpp"
#include "sim/run/simulate.hpp"
#include "sim/run/validation/validation_section.hpp"

namespace minimasim::run {

// What judges the population: figures it was not fitted to, over the members of the ensemble.
struct HeldOut {
    population::HeldOutTable table;  // persons by position and age, with the table left out
    std::vector<ValidationRow> figures;
    std::vector<ValidationRow> targets;  // how near the totals should be
    std::vector<double> naive;           // per figure: what national rates on local margins say, NaN for none
};

// Refits every member without the table by position and age, and measures the held-out figures of the
// register on the members as they are. Reports progress.
HeldOut hold_out(Workspace const& workspace, RunOptions const& options, Ensemble const& ensemble,
                 DatedPolicy const& calibration_policy);

ValidationSection held_out_table_section(HeldOut const& held_out);
ValidationSection held_out_figure_section(HeldOut const& held_out);

// Are naive guesses beaten?
ValidationSection baseline_section(HeldOut const& held_out);

// How often do intervals of the ensemble hold what was published? The panel's rows get their intervals here.
ValidationSection coverage_section(Workspace const& workspace, RunOptions const& options,
                                   Ensemble const& ensemble, HeldOut const& held_out);

}  // namespace minimasim::run
