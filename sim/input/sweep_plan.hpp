#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "sim/input/scenario.hpp"

namespace minimasim::input {

// What take-up is called where terms are named: take_up.child_package.
inline constexpr char const* take_up_section = "take_up";

// One thing that a sweep varies: a term of a scheme or law, or the take-up of a scheme.
struct SweptTerm {
    std::string scheme;  // take_up_section: `term` is the scheme whose take-up varies
    std::string term;
    Place place;
    std::vector<double> values;  // of a grid: each once; of a range: low and high

    std::string name() const { return scheme + "." + term; }
    bool is_take_up() const { return scheme == take_up_section; }
};

// A plan of a sweep: which packages to run. It may hold all that a scenario may; that holds in every point.
struct SweepPlan {
    enum class Kind {
        grid,   // all combinations of the terms' values
        list,   // the points themselves
        design  // points spread evenly over ranges
    };

    Scenario scenario;  // title, date, what it builds on and changes in every point
    Kind kind = Kind::grid;
    Place place;                                                    // of the grid, list or design
    std::vector<SweptTerm> terms;                                   // in the order of the file
    std::vector<std::vector<std::pair<std::size_t, double>>> list;  // per point: term and value
    std::uint64_t design_points = 0;
    std::uint64_t design_seed = 1;  // of the shift of the design; not of the model's draws
};

// Whether a file of TOML is a plan: it has a grid, a list, a design or a range.
bool is_sweep_plan(std::filesystem::path const& file);

// Reads a plan and what it builds on. Throws InputError with all its problems: no or more than one way to
// make points, an empty grid, values that are no numbers, keys that are not known.
SweepPlan read_sweep_plan(std::filesystem::path const& file, std::filesystem::path const& shipped);

}  // namespace minimasim::input
