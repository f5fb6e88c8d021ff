#pragma once

#include <filesystem>
#include <string>

#include "sim/outcomes/results.hpp"

namespace minimasim::report {

// The bytes of results.h5: the same for the same results.
std::string results_bytes(outcomes::Results const& results);

// Writes results.h5: complete or not at all, and the same bytes for the same results. InputError when the
// disk refuses.
void write_results(outcomes::Results const& results, std::filesystem::path const& file);

// Reads results.h5 back; InputError when it is missing, cut short or another kind of file.
outcomes::Results read_results(std::filesystem::path const& file);

}  // namespace minimasim::report
