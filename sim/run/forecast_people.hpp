#pragma once

#include "sim/forecast/people/next_year.hpp"
#include "sim/run/ensemble.hpp"
#include "sim/run/simulate.hpp"

namespace minimasim::run {

// What the yearly steps of the people are read from.
struct PeopleInputs {
    std::vector<forecast::Assumption> assumptions;  // data/assumptions/people.csv
    forecast::DemographicRates rates;               // data/dynamics/demographic_rates.csv
    forecast::PopulationPath path;                  // population_path.csv of the municipality
};

// Reads them for a forecast up to the end of `until`. Throws InputError.
PeopleInputs read_people_inputs(Workspace const& workspace, int until);

// The income class of a household as the rules of the calibration date measure it, with the limits of one
// member of the ensemble.
forecast::ClassOf class_of(Workspace const& workspace, DatedPolicy const& calibration_policy,
                           std::uint64_t seed, std::uint32_t member);

// Steps the people of these replicates under current policy, year by year; packages do not change them.
// Replicates stand in the order of their members: replicate r takes member r mod the number of members.
// Throws Interrupted.
std::vector<std::vector<forecast::YearAccounts>> step_people(
    Workspace const& workspace, PeopleInputs const& inputs, Ensemble const& ensemble,
    DatedPolicy const& calibration_policy, RunOptions const& options,
    std::vector<std::uint32_t> const& replicates, int until);

}  // namespace minimasim::run
