#pragma once

#include <string>
#include <vector>

#include "sim/run/simulate.hpp"
#include "sim/run/validation/validation_section.hpp"

namespace minimasim::run {

// Judges the model: the published figures in their order, then what the population keeps to, what was held
// out, naive guesses and coverage. Builds the ensemble, runs the packages, and fits every member once more
// without a table.
std::vector<ValidationSection> validate(Workspace const& workspace, RunOptions const& options);

// Published rates of non-use beside the parameters of take-up that agree with them, what these leave open,
// and non-use of everything at once.
std::vector<ValidationRow> take_up_rows(Simulation const& simulation,
                                        std::vector<takeup::Evidence> const& evidence);

// Sections for people, and the verdict.
std::string validation_text(std::vector<ValidationSection> const& sections);

// An array of all rows.
std::string validation_json(std::vector<ValidationSection> const& sections);

}  // namespace minimasim::run
