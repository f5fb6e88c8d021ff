#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/run/validation/validation_answers.hpp"
#include "sim/run/validation/validation_section.hpp"

namespace minimasim::run {

// One row of data/figures.csv.
struct PrintedFigure {
    std::string key;
    std::string role;
    std::string unit;
    std::string year;
    std::string source;
    std::string printed;  // the number as it stands there: its decimals tell how exact it is
    double value = 0;
    std::optional<double> low;
    std::optional<double> high;
};

// Reads data/figures.csv or one like it; throws InputError.
std::vector<PrintedFigure> read_printed_figures(std::filesystem::path const& file);

// Their values by key.
PublishedFigures published_values(std::vector<PrintedFigure> const& figures);

// A figure beside what the model answers, or with the reason why it answers nothing.
ValidationRow row_of(PrintedFigure const& figure, Answers const& answers);

// What was published about the municipality beside the figures of this run; empty where nothing was. Margins
// are left out: `minimasim validate` compares these with every member.
std::vector<outcomes::PublishedFigure> published_beside(Workspace const& workspace,
                                                        Simulation const& simulation);

}  // namespace minimasim::run
