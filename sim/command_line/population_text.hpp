#pragma once

#include "sim/population/profiles/profile_report.hpp"

namespace minimasim::commands {

// Prints the resident profiles: shares by the descriptions and with the published order, overlap, coverage.
void print_profiles(population::ProfileReport const& report);

}  // namespace minimasim::commands
