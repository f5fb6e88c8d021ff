#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace minimasim::population {

// How a field of the population file came about.
struct FieldProvenance {
    std::string field;   // households.rent_cents_per_month
    std::string kind;    // measured, constrained, modelled, assumed
    std::string source;  // file under data/, or the rule
    std::string note;
};

// Reads data/provenance.csv. Throws InputError with all its problems: a field of the population file that
// is not in it, one that the file does not have or that stands there twice, an unknown kind.
std::vector<FieldProvenance> read_provenance(std::filesystem::path const& file,
                                             std::vector<std::string> const& fields);

}  // namespace minimasim::population
