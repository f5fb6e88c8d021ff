#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/error.hpp"

namespace minimasim::population {

// The table of persons in private households by position and five-year age of one municipality, 1 January
// 2020.
struct MunicipalPositions {
    std::string municipality;
    std::vector<double> persons;  // by position, then five-year group

    // Persons of 20 and over.
    double adults() const;
};

// Reads the tables of all municipalities; problems are added to `problems`.
std::vector<MunicipalPositions> read_municipal_positions(std::filesystem::path const& folder,
                                                         std::vector<Problem>& problems);

}  // namespace minimasim::population
