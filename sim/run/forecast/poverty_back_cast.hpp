#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <vector>

#include "sim/forecast/results.hpp"
#include "sim/population/population.hpp"
#include "sim/run/forecast/past_years.hpp"
#include "sim/run/simulate.hpp"

namespace minimasim::run {

// Persons on social assistance in the country on 1 July of a year, of the quarters that are published.
std::map<int, double> read_assistance_stock(std::filesystem::path const& file);

// The households of a member, in the prices of the base date. Called on many threads.
using HouseholdsOfMember = std::function<population::Population(std::uint32_t member)>;

// Counts the poor persons of the base date in other years, under `past`. One course for each of the first
// `members` members; the result does not depend on threads. Throws InputError and Interrupted.
forecast::PovertyBackCast poverty_back_cast(Workspace const& workspace, RunOptions const& options,
                                            PastYears const& past, HouseholdsOfMember const& households,
                                            std::uint32_t members);

// The published figures beside it: what the base year was calibrated to, and a ratio for every other year.
std::vector<forecast::Check> checks_of(forecast::PovertyBackCast const& back_cast);

}  // namespace minimasim::run
