#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/run/simulate.hpp"

namespace minimasim::run {

// One published figure beside the model's. `ok` is empty where a figure is shown only, or the model has none.
struct ValidationRow {
    std::string key;
    std::string
        role;  // margin, calibrate, check, compare, identity, exact; match, hold out, shown of take-up
    double published = 0;  // not a number when nothing was published
    std::optional<double> low;
    std::optional<double> high;
    std::optional<double> model;
    std::optional<double> model_low;
    std::optional<double> model_high;
    std::optional<bool> ok;
    std::string reason;
};

// Runs the packages and sets the model beside data/figures.csv, in its order.
std::vector<ValidationRow> validate(Workspace const& workspace, RunOptions const& options);

// Published rates of non-use beside the parameters of take-up that agree with them, what these leave open,
// and non-use of everything at once.
std::vector<ValidationRow> take_up_rows(Simulation const& simulation,
                                        std::vector<takeup::Evidence> const& evidence);

std::string validation_text(std::vector<ValidationRow> const& rows);
std::string validation_json(std::vector<ValidationRow> const& rows);

}  // namespace minimasim::run
