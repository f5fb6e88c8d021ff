#include <fstream>
#include <iostream>
#include <string>

#include "sim/base/error.hpp"
#include "sim/commands.hpp"
#include "sim/input/household_record.hpp"
#include "sim/run/household_answer.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::commands {

int evaluate(Evaluate const& command)
{
    auto const folders = run::find_folders(command.common.data);
    auto const terms = run::read_terms(folders.data, command.common.municipality);
    auto const limits = run::household_limits(terms);
    auto const municipality = run::read_municipality(folders.data, command.common.municipality);
    std::ifstream lines(command.file);
    std::vector<double> values;
    for (std::string line; std::getline(lines, line);) {
        auto const record = input::read_household(line, command.file, limits);
        auto const policy = run::read_policy(terms, municipality.measures, record.date);
        run::answer(run::case_of(record, policy.policy.law), policy.policy, values);
        std::cout << values.front() << '\n';
    }
    return 0;
}

}  // namespace minimasim::commands
