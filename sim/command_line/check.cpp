#include <iostream>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/command_line/commands.hpp"
#include "sim/command_line/input.hpp"
#include "sim/input/sweep_plan.hpp"
#include "sim/input/text_check.hpp"
#include "sim/report/population_file.hpp"
#include "sim/report/results_file.hpp"
#include "sim/run/forecast/forecast_packages.hpp"
#include "sim/run/households/household_case.hpp"

// `minimasim check`: whether a file that the user wrote is in order.
namespace minimasim::commands {

namespace {

void check_scenario(Check const& command)
{
    auto const folders = run::find_folders(command.common.data);
    auto const municipality = run::read_municipality(folders.data, command.common.municipality);
    auto const terms = run::read_terms(folders.data, command.common.municipality);
    auto const scenario = input::read_scenario(command.file, folders.scenarios);
    auto const date = scenario.date.value_or(municipality.policy_date);
    auto const baseline = run::read_policy(terms, municipality.measures, date);
    auto const policy = run::apply_package(baseline, municipality.measures, scenario);
    if (auto const problems = input::text_problems(scenario); !problems.empty()) {
        throw InputError(problems);
    }
    auto const levers = run::checked_levers(scenario);
    std::cout << command.file << ": in order\n";
    for (auto const& change : policy.changed_terms) {
        std::cout << "  " << change << '\n';
    }
    for (auto const& change : scenario.changes) {
        if (change.from && *change.from > date) {
            std::cout << "  from " << to_text(*change.from) << ", after the law date " << to_text(date)
                      << " and without effect on it: " << change.scheme << '.' << change.term << '\n';
        }
    }
    bool const has_effect =
        !policy.changed_terms.empty() || !scenario.take_up.empty() || !scenario.ex_officio.empty();
    if (!has_effect && !scenario.own.changes_nothing) {
        std::cout << "  changes nothing on " << to_text(date)
                  << ": a run refuses it unless it says changes_nothing = true\n";
    }
    for (auto const& change : scenario.take_up) {
        std::cout << "  take-up of " << change.scheme << '\n';
    }
    for (auto const& lever : levers) {
        std::cout << "  in minimasim forecast: " << lever << '\n';
    }
    for (auto const& scheme : scenario.ex_officio) {
        std::cout << "  ex officio for assistance recipients: " << scheme << '\n';
    }
}

void check_household_file(Check const& command)
{
    auto const folders = run::find_folders(command.common.data);
    auto const limits = run::household_limits(run::read_terms(folders.data, command.common.municipality));
    municipality_of(input::read_household_file(command.file, limits), folders);
    std::cout << command.file << ": household in order\n";
}

void check_binary(std::filesystem::path const& file)
{
    try {
        auto const results = report::read_results(file);
        std::cout << file.string() << ": results in order, " << results.packages.size() << " packages, "
                  << results.figures.size() << " figures\n";
    } catch (InputError const& not_results) {
        try {
            auto const population = report::read_population(file);
            std::cout << file.string() << ": population in order, " << population.size() << " households\n";
        } catch (InputError const& not_population) {
            throw InputError(file.string(), 0,
                             std::string("is neither results nor a population: ") + not_results.what() +
                                 "; " + not_population.what());
        }
    }
}

}  // namespace

int check(Check const& command)
{
    auto const extension = std::filesystem::path(command.file).extension();
    if (extension == ".json") {
        check_household_file(command);
    } else if (extension == ".h5") {
        check_binary(command.file);
    } else if (input::is_sweep_plan(command.file)) {
        check_plan(command);
    } else {
        check_scenario(command);
    }
    return 0;
}

}  // namespace minimasim::commands
