#pragma once

#include <filesystem>

#include "sim/outcomes/results.hpp"

namespace minimasim::report {

// Writes FOLDER/tables/*.csv (RFC 4180, decimal point, LF) and FOLDER/tables/datapackage.json, which lists
// every table and every column with type, unit and description. Makes the folders. InputError when the disk
// refuses.
void write_csv_tables(outcomes::Results const& results, std::filesystem::path const& folder);

}  // namespace minimasim::report
