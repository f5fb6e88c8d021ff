#pragma once

#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "sim/outcomes/intervals.hpp"

namespace minimasim::forecast {

// What a goal asks for: a level, or a rise from where the same replicate is in the policy year under current
// policy, as a share of it or in points.
enum class Reading { level, relative, points };

char const* to_text(Reading reading);

// A goal of the policy: an indicator that must not be above, or below, a value.
struct Goal {
    std::string key;
    std::string indicator;
    double value = 0;  // of a rise: 0.25 for 25 % or 25 points
    bool is_ceiling = false;
    int year = 0;
    std::string source;
    std::string scheme = {};  // of a goal for reach
    Reading reading = Reading::level;
    double published = std::numeric_limits<double>::quiet_NaN();  // reach before, where it was published
    std::string published_period = {};
    std::string published_source = {};
};

// Where a package lands on a goal in a year, and in which share of the replicates it is reached.
struct GoalOutcome {
    std::string package;
    Goal goal;
    int year = 0;
    outcomes::Interval value;
    double chance = 0;
};

// The same of the reach of a scheme: recipients over entitled households, as `take_up` of a run.
struct ReachOutcome {
    std::string package;
    Goal goal;
    int year = 0;
    outcomes::Interval before;       // in the policy year under current policy
    outcomes::Interval target;       // that and the rise, at most everybody
    outcomes::Interval value;        // no number where the scheme is gone
    double chance = 0;               // nought where the rise would take more than everybody
    bool exceeds_everybody = false;  // so it would in most replicates
};

// Reads the goals of a municipality. Throws InputError.
std::vector<Goal> read_goals(std::filesystem::path const& file);

}  // namespace minimasim::forecast
