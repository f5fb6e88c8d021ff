#pragma once

#include <vector>

#include "sim/forecast/results.hpp"
#include "sim/run/forecast/forecast.hpp"
#include "sim/run/setting.hpp"

namespace minimasim::run {

// The packages of a forecast: current policy first.
struct ForecastPackages {
    std::vector<forecast::PackageName> names;
    std::vector<forecast::Package> to_run;   // without those that change nothing the forecast knows
    std::vector<std::size_t> run_of;         // of every name, its place in to_run; 0 where it changes nothing
    std::vector<input::Scenario> scenarios;  // of every name but the first, current policy
    std::vector<Package> with_schemes;    // those whose schemes differ on the policy date; [0] current policy
    std::vector<std::size_t> schemes_of;  // of every one to run, its place in with_schemes
    std::vector<DatedPolicy> policies;    // of every name, on the policy date
};

// Reads and checks them. Throws InputError, all problems together: a term that is unknown, out of range, or
// an assumption on how households behave, which no package can set.
ForecastPackages forecast_packages(Workspace const& workspace, ForecastOptions const& options);

// What a scenario sets under [forecast], as "scheme.term = value". Throws InputError as above.
std::vector<std::string> checked_levers(input::Scenario const& scenario);

// Puts the paths in the order of the names.
void copy_baseline_to_the_others(ForecastPackages const& packages,
                                 std::vector<forecast::Replicate>& replicates);

// The month in which packages begin that name no date.
int policy_month(Workspace const& workspace);

}  // namespace minimasim::run
