#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "sim/population/bounds/household_program.hpp"
#include "sim/population/fit/fit_problem.hpp"

namespace minimasim::population {

// Which goals a distribution of households must meet.
enum class BindingEvidence {
    published,      // HARD exactly, FIRM inside its interval
    with_estimates  // also SOFT, inside the interval of its goal: two standard deviations either side
};

// Called now and then: what is being done, and how far it is, 0..1. May throw to stop. From any thread.
using BoundsProgress = std::function<void(std::string_view step, double share)>;

struct BoundsOptions {
    BindingEvidence evidence = BindingEvidence::published;
    double gap = 0.05;  // households: the bounds are sharp to this
    int threads = 1;    // the bounds do not depend on it
    BoundsProgress progress = {};
};

// Least and most households of a group over all distributions of households, fractional ones among them, on
// the archetypes of the catalogue. No such distribution lies outside (proven by the prices of the program),
// and the ends are reached to within the gap asked for.
struct GroupBounds {
    double low = 0;
    double high = 0;

    double width() const { return high - low; }

    // The same for whole households. What the arithmetic of the prices may be off by is kept clear of.
    std::int64_t whole_low() const { return static_cast<std::int64_t>(std::ceil(low - rounding)); }
    std::int64_t whole_high() const { return static_cast<std::int64_t>(std::floor(high + rounding)); }
    std::int64_t whole_width() const { return whole_high() - whole_low(); }

    static constexpr double rounding = 1e-6;
};

// Sharp bounds of the size of each group; is_in_group: group x archetype. Throws ModelError when no
// distribution meets the goals: unsupported_goals says which.
std::vector<GroupBounds> bounds_of_groups(FitProblem const& problem,
                                          std::vector<std::vector<char>> const& is_in_group,
                                          BoundsOptions const& options);

GroupBounds bounds_of_group(FitProblem const& problem, std::vector<char> const& is_in_group,
                            BoundsOptions const& options);

// Goals that cannot be met together, a minimal set: without any one of them the others can.
using Conflict = std::vector<GoalAddress>;

// The support test: whether the catalogue can meet every goal, of each place alone, of the municipality alone
// and, where these can, of all together. Gives the conflicts; none when all can be met. No two share a goal
// but the number of households of a place.
std::vector<Conflict> unsupported_goals(FitProblem const& problem, BindingEvidence evidence, int threads = 1);

// The certificate of a place whose whole households could not be made exact: the goals that not even
// fractions of households meet together. Empty: fractions do, and only whole numbers stand in the way.
std::vector<Conflict> unmet_by_fractions(FeatureRows const& rows, std::vector<Goal> const& goals,
                                         BindingEvidence evidence);

}  // namespace minimasim::population
