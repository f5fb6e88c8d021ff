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
#include "sim/run/members/ensemble.hpp"
#include "sim/run/take_up/calibration_rows.hpp"
#include "sim/run/take_up/take_up_effects.hpp"
#include "sim/takeup/history_matching.hpp"

namespace minimasim::run {

// What `minimasim run` was asked for.
struct RunOptions {
    std::vector<std::filesystem::path> scenarios;  // empty: every package that is shipped
    std::uint32_t replicates = 100;
    std::uint32_t members = 20;
    std::uint64_t seed = 1;
    int threads = 0;  // 0 = all
    std::size_t block_size = 2048;
    std::optional<Date> date;                           // law date of every package
    std::filesystem::path cache;                        // "" for none
    std::filesystem::path population_file;              // one given population instead of the ensemble
    std::size_t most_in_memory = std::size_t{1} << 20;  // households; a larger given population is streamed
    population::UncertaintySources sources;             // of uncertainty that vary
    bool other_reading = false;  // of published users whose unit the source leaves open
    bool works_out_take_up_effects = false;
    bool screens_inputs = false;      // tornado and screening of uncertain terms and parameters of take-up
    std::uint32_t variance_rows = 0;  // rows of the design behind the shares of variance; 0: none
    Progress progress = [](std::string_view, double) {};
};

// The outcome of a whole run.
struct Simulation {
    outcomes::Results results;
    std::vector<CalibrationRow> calibration;
    outcomes::Totals calibration_totals;  // the baseline at the calibration date, as package "calibration"
    takeup::Matching take_up_matching;
    std::vector<TakeUpChecks> take_up_checks;           // of every replicate
    std::vector<TakeUpEffect> take_up_effects;          // when asked for
    std::vector<std::pair<std::string, double>> steps;  // name, seconds
};

// Reads the packages, runs every replicate and makes the figures. The numbers do not depend on threads or
// block size. Throws InputError (packages, population file), ModelError, Interrupted.
Simulation simulate(Workspace const& workspace, RunOptions const& options);

}  // namespace minimasim::run
