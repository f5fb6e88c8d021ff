#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/input/scenario.hpp"
#include "sim/outcomes/figures.hpp"
#include "sim/outcomes/results.hpp"
#include "sim/run/ensemble.hpp"
#include "sim/run/replicate.hpp"

namespace minimasim::run {

// What `minimasim run` was asked for.
struct RunOptions {
    std::vector<std::filesystem::path> scenarios;  // empty: every package that is shipped
    std::uint32_t replicates = 100;
    std::uint32_t members = 20;
    std::uint64_t seed = 1;
    int threads = 0;  // 0 = all
    std::size_t block_size = 2048;
    std::optional<Date> date;               // law date of every package
    std::filesystem::path cache;            // "" for none
    std::filesystem::path population_file;  // one given population instead of the ensemble
    bool other_reading = false;             // of published users whose unit the source leaves open
    Progress progress = [](std::string_view, double) {};
};

// The calibration of one scheme over the replicates.
struct CalibrationRow {
    std::string scheme;
    std::int64_t target = 0;  // published users, 0 when none were published
    double users = 0;         // of the model, mean over the replicates
    double entitled = 0;      // in the same unit
    double take_up = 0;       // recipients over households entitled apart from need
    double take_up_low = 0;   // 5th and 95th percentile
    double take_up_high = 0;
    double conflicts = 0;      // share of the replicates in which the target exceeds the entitled
    double benefits_euro = 0;  // at the calibration date, mean
};

// The outcome of a whole run.
struct Simulation {
    outcomes::Results results;
    std::vector<CalibrationRow> calibration;
    outcomes::Totals calibration_totals;  // the baseline at the calibration date, as package "calibration"
    double supplement_reach_one_year = 0;
    double supplement_reach_four_years = 0;
    std::vector<std::pair<std::string, double>> steps;  // name, seconds
};

// Reads the packages, runs every replicate and makes the figures. The numbers do not depend on threads or
// block size. Throws InputError (packages, population file), ModelError, Interrupted.
Simulation simulate(Workspace const& workspace, RunOptions const& options);

}  // namespace minimasim::run
