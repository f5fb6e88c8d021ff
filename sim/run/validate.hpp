#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/run/simulate.hpp"

namespace minimasim::run {

// One published figure beside the model's. `ok` is empty where a figure is shown only, or the model has none.
struct ValidationRow {
    std::string key;
    std::string role;  // margin, calibrate, calibrate (SOFT), check, compare, identity, exact
    double published = 0;
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

std::string validation_text(std::vector<ValidationRow> const& rows);
std::string validation_json(std::vector<ValidationRow> const& rows);

}  // namespace minimasim::run
