#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/input/hdf5_writer.hpp"
#include "sim/population/population.hpp"

namespace minimasim::report {

// Writes one member of the ensemble as HDF5, one array per column under /households and /persons: complete or
// not at all. `neighbourhoods` are the names that Population::neighbourhood counts. InputError when the disk
// refuses.
void write_population(population::Population const& population,
                      std::vector<std::string> const& neighbourhoods, std::filesystem::path const& file,
                      input::Compression compression = input::Compression::none);

// Reads it back. InputError with all that is wrong: length of every array, range of every category, order of
// the persons, amounts below zero.
population::Population read_population(std::filesystem::path const& file);

// Only the names of the neighbourhoods.
std::vector<std::string> read_neighbourhoods(std::filesystem::path const& file);

}  // namespace minimasim::report
