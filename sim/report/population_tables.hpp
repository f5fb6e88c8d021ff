#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/population/population.hpp"

namespace minimasim::report {

// Writes a population as a data package: households.csv, persons.csv (with the number of the household) and
// datapackage.json, which explains every column; categories in words, amounts in cents. All three or none.
// InputError when the disk refuses.
void write_population_tables(population::Population const& population,
                             std::vector<std::string> const& neighbourhoods,
                             std::filesystem::path const& folder);

// Every field of a population file, as "households.rent_cents_per_month" and "persons.age".
std::vector<std::string> population_fields();

}  // namespace minimasim::report
