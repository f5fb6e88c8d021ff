#include <iostream>

#include "sim/base/error.hpp"
#include "sim/commands.hpp"
#include "sim/input/household_record.hpp"
#include "sim/run/household_answer.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::commands {

int household(Household const& command)
{
    auto const folders = run::find_folders(command.common.data);
    auto const terms = run::read_terms(folders.data, command.common.municipality);
    auto const limits = run::household_limits(terms);
    if (command.schema) {
        std::cout << input::household_schema(limits);
        return 0;
    }
    auto const record = input::read_household_file(command.household, limits);
    auto const municipality = run::read_municipality(folders.data, record.municipality);
    auto const policy = run::read_policy(terms, municipality.measures, record.date);
    auto const trace = run::trace(run::case_of(record, policy.policy.law), policy);
    for (auto const& step : trace.steps) {
        std::cout << step.name << ' ' << step.value << ' ' << step.because_dutch << '\n';
    }
    return 0;
}

}  // namespace minimasim::commands
