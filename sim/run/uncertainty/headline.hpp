#pragma once

#include <string>
#include <vector>

#include "sim/outcomes/tally.hpp"
#include "sim/run/setting.hpp"

namespace minimasim::run {

// The few outcomes by which packages are compared in studies of uncertainty: cost, reach and poverty.
struct HeadlineOutcome {
    char const* name;
    char const* unit;
};

inline constexpr HeadlineOutcome headline_outcomes[] = {{"cost_per_year", "euro_per_year"},
                                                        {"newly_reached_households", "households"},
                                                        {"poor_persons", "persons"},
                                                        {"poverty_gap_per_year", "euro_per_year"}};
inline constexpr std::size_t headline_count = 4;

// Their values in one replicate, package by package: levels of the baseline, differences from it of the
// others.
std::vector<double> headline_values(Setting const& setting, std::vector<outcomes::Tally> tallies);

}  // namespace minimasim::run
