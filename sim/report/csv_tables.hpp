#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/outcomes/results.hpp"

namespace minimasim::report {

struct NamedText {
    std::string name;
    std::string text;
};

// The tables (RFC 4180, decimal point, LF) and datapackage.json, which lists every table and every column
// with type, unit and description.
std::vector<NamedText> csv_table_files(outcomes::Results const& results);

// Writes them to FOLDER/tables, all or none. Makes the folders. InputError when the disk refuses.
void write_csv_tables(outcomes::Results const& results, std::filesystem::path const& folder);

}  // namespace minimasim::report
