#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/atomic_file.hpp"
#include "sim/input/hdf5_reader.hpp"
#include "sim/input/hdf5_writer.hpp"
#include "sim/population/population.hpp"

namespace minimasim::report {

// Writes one member of the ensemble as HDF5, one array per column under /households and /persons: complete or
// not at all. `neighbourhoods` are the names that Population::neighbourhood counts. InputError when the disk
// refuses. What is large and not compressed goes to the disk in parts, so that it is not in memory twice.
void write_population(population::Population const& population,
                      std::vector<std::string> const& neighbourhoods, std::filesystem::path const& file,
                      input::Compression compression = input::Compression::none);

// Reads it back. InputError with all that is wrong: length of every array, range of every category, order of
// the persons, amounts below zero.
population::Population read_population(std::filesystem::path const& file);

// Only the names of the neighbourhoods.
std::vector<std::string> read_neighbourhoods(std::filesystem::path const& file);

// What is known of a population without its households.
struct PopulationSize {
    std::size_t households = 0;
    std::size_t persons = 0;
    std::uint32_t member = 0;
    std::int64_t residents_of_institutions = 0;
};

// A population of any size, read some households at a time. Any number of threads may read.
class PopulationFile {
  public:
    // InputError when it is no population file.
    explicit PopulationFile(std::filesystem::path const& file);

    PopulationSize const& size() const { return size_; }

    // Households `begin` up to `end`, as a population of their own whose persons are counted from 0.
    // InputError with all that is wrong in them.
    population::Population read(std::size_t begin, std::size_t end) const;

    // The SHA-256 of all columns, as run::digest_of gives it for a population in memory.
    std::string digest() const;

  private:
    input::Hdf5Reader reader_;
    PopulationSize size_;
    std::size_t neighbourhoods_ = 0;  // names
};

// Writes a population of any size, some households at a time.
class PopulationWriter {
  public:
    // InputError when the disk has no room for so many.
    PopulationWriter(std::filesystem::path const& file, std::vector<std::string> const& neighbourhoods,
                     PopulationSize const& size);

    // Adds households `begin` up to `end` of a population.
    void append(population::Population const& population, std::size_t begin, std::size_t end);

    // Gives the file its name; as many households and persons as were told must have been added.
    void commit();

  private:
    PendingFile pending_;
    std::string name_;
    input::Hdf5Writer writer_;
    PopulationSize size_;
    std::size_t households_ = 0;
    std::size_t persons_ = 0;
};

}  // namespace minimasim::report
