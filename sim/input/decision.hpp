#pragma once

#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/toml.hpp"

// What a scenario file says of the decision it is about.
namespace minimasim::input {

// One of decision_statuses; "" with a problem when it is another word.
std::string decision_status_of(toml::node const& node, std::string const& file,
                               std::vector<Problem>& problems);

// A day without quotes, or what is known of it between quotes: "2025-06", "2025"; in ISO 8601, and "" with a
// problem when it is none of these.
std::string decision_date_of(toml::node const& node, std::string const& file, std::vector<Problem>& problems);

}  // namespace minimasim::input
