#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/scenario.hpp"
#include "sim/input/toml.hpp"

// How a scenario is read from TOML, shared with files that hold a scenario and more.
namespace minimasim::input {

// The line on which something stands.
int line_of(toml::node const& node);

// A finite number; nothing, with a problem that names the key, when it is none.
std::optional<double> number_of(std::string const& key, toml::node const& node, std::string const& file,
                                std::vector<Problem>& problems);

// The same for the value of a term, which may also be true (1) or false (0).
std::optional<double> term_value_of(std::string const& key, toml::node const& node, std::string const& file,
                                    std::vector<Problem>& problems);

// Reads the keys of a scenario into `scenario`, of which file and text are known; collects every problem.
// Keys of others are left to the caller.
void read_scenario_table(toml::table const& table, std::vector<std::string> const& keys_of_others,
                         ScenarioFile& scenario, std::vector<Problem>& problems);

}  // namespace minimasim::input
