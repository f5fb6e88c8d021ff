#pragma once

#include "sim/run/forecast/budget_years.hpp"
#include "sim/run/forecast/forecast_people.hpp"

namespace minimasim::run {

// The households of the budget years as the people of the forecast step them: those of 1 January of the year
// in the course of the first replicate of their member, which all replicates of the member share. `inputs`
// and `workspace` have to outlive it.
HouseholdsOfYears stepped_households(Workspace const& workspace, PeopleInputs const& inputs,
                                     DatedPolicy const& calibration_policy, std::uint64_t seed);

}  // namespace minimasim::run
