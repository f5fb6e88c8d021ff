#pragma once

#include <memory>
#include <vector>

#include "sim/forecast/results.hpp"
#include "sim/forecast/town.hpp"
#include "sim/run/forecast/budget_years.hpp"
#include "sim/run/forecast/forecast.hpp"
#include "sim/run/forecast/forecast_packages.hpp"
#include "sim/run/forecast/forecast_people.hpp"
#include "sim/run/forecast/past_years.hpp"
#include "sim/run/members/ensemble.hpp"

namespace minimasim::run {

// All that a forecast is worked out from, read and checked; cheap. Workspace and options have to outlive it.
struct ForecastInputs {
    // Throws InputError.
    ForecastInputs(Workspace const& workspace, ForecastOptions const& options);
    ForecastInputs(ForecastInputs const&) = delete;
    ForecastInputs& operator=(ForecastInputs const&) = delete;

    Workspace const& workspace;
    ForecastOptions const& options;
    std::vector<forecast::Assumption> assumptions;
    std::vector<forecast::Published> published;
    std::vector<forecast::Goal> goals;
    std::vector<forecast::YearEnd> year_ends;
    PeopleInputs people;
    ForecastPackages packages;
    std::vector<int> budget_years;
    std::vector<int> outcome_years;  // of reach and poverty: the policy year, those of the budget, the last
    DatedPolicy calibration_policy;
    std::unique_ptr<BudgetYears> budget;  // nothing where neither budget nor outcomes have years
    PastYears past;
    std::uint32_t members = 0;           // replicate r takes member r mod this
    std::vector<forecast::Terms> terms;  // of every replicate, under current policy
    // Of every replicate; the courses of prices and wages are those of the budget years.
    std::vector<forecast::Economy> economies;
    std::vector<forecast::NationalPath> country;  // the back-cast of every replicate

    int years() const { return options.until - forecast::first_year + 1; }
};

// The households of every member, built or taken from the cache. Inputs have to outlive it. Throws
// Interrupted.
struct ForecastHouseholds {
    explicit ForecastHouseholds(ForecastInputs const& inputs);

    Ensemble ensemble;
    std::vector<forecast::Town> towns;  // of every member
};

// What the municipality pays for a measure a year under a policy; 0 for what is no measure.
double measure_budget(Workspace const& workspace, DatedPolicy const& policy, std::string const& measure);

}  // namespace minimasim::run
