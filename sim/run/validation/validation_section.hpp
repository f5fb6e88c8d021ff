#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/outcomes/results.hpp"

namespace minimasim::run {

// One published figure beside the model's, or one measure of the model beside the limit it must keep. `ok` is
// empty where a figure is shown only, or the model has none.
struct ValidationRow {
    std::string key;
    // acceptance (low and high are the limit; it decides), target (what is wanted; listed), internal, held
    // out, panel, baseline, worst, provenance, shown; margin, calibrate, check, compare, identity, exact;
    // match, hold out of take-up
    std::string role;
    double published = 0;  // not a number when nothing was published
    std::optional<double> low;
    std::optional<double> high;
    std::optional<double> model;
    std::optional<double> model_low;
    std::optional<double> model_high;
    std::optional<bool> ok;
    std::string reason;

    // Nobody is asked to believe a model of which such a row is not met.
    bool is_refused() const { return role == "acceptance" && ok.has_value() && !*ok; }
    bool misses_target() const { return role == "target" && ok.has_value() && !*ok; }
};

// Rows on one subject, with what the reader should know first.
struct ValidationSection {
    std::string key;
    std::string title;
    std::vector<std::string> notes;
    std::vector<ValidationRow> rows;
    std::vector<ValidationRow> details;  // in files only; people read `rows`
};

// A row without a published figure. NaN stands for what was not published.
ValidationRow measured_row(std::string key, std::string role, double model, std::string reason);

// The same with a limit from low to high.
ValidationRow accepted_row(std::string key, double model, double low, double high, std::string reason);

// The same with what is wanted, which does not decide.
ValidationRow targeted_row(std::string key, double model, double low, double high, std::string reason);

// A row of words only.
ValidationRow stated_row(std::string key, std::string role, std::string reason);

// The twenty cells of all tables that lie farthest from the middle of their interval, in half widths of it.
ValidationSection worst_cells(std::vector<ValidationSection> const& sections);

// Every row, details included.
std::vector<ValidationRow> rows_of(std::vector<ValidationSection> const& sections);

// The same for results.h5.
std::vector<outcomes::ValidationFigure> figures_of(std::vector<ValidationSection> const& sections);

// One line for every acceptance row that is not met, and for every target that is missed.
std::vector<std::string> refusals(std::vector<ValidationSection> const& sections);
std::vector<std::string> missed_targets(std::vector<ValidationSection> const& sections);

}  // namespace minimasim::run
