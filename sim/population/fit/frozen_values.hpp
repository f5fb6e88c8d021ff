#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/population/evidence/evidence.hpp"

namespace minimasim::population {

// A published table whose values are not those that were frozen.
struct ChangedTable {
    std::string target;  // its name in the register, "" for the file of frozen values itself
    std::string file;
    int first_line = 0;
    int last_line = 0;
    std::string what;

    // "income.csv:12-14: ..."
    std::string text() const;
};

// SHA-256 of the values of one table: the sorted lines
// "area,universe,attribute,category,year,value,unit,rounding,class", numbers with six decimals.
std::string digest_of_values(Evidence const& evidence, TargetRow const& target);

// Compares every published value with values.sha256 beside the register, which scripts/freeze_targets writes:
// a margin that was changed without a word, though nothing else contradicts it, is named.
std::vector<ChangedTable> changed_tables(Evidence const& evidence, std::filesystem::path const& data_folder);

}  // namespace minimasim::population
