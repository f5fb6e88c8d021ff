#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/hdf5_table.hpp"

namespace minimasim::input {

// Reads an HDF5 file. Every fault (no such file, cut short, another kind of file, an array of another type or
// length) is an InputError that says what is wrong and what was meant.
class Hdf5Reader {
  public:
    // meant: what the file should have been, "a results file of minimasim run (results.h5)".
    Hdf5Reader(std::filesystem::path const& file, std::string meant);
    ~Hdf5Reader();
    Hdf5Reader(Hdf5Reader&&) noexcept;

    // Whether a group or dataset of this name is there.
    bool has(std::string const& path) const;

    // Dimensions of a dataset.
    Shape shape(std::string const& path) const;

    // All values of an array. T: double, int32, int64, uint8, uint16, uint32; the stored type must be the
    // same.
    template <class T>
    std::vector<T> read(std::string const& path) const;

    // The same for `count` values from `begin` on, of an array of one dimension that is at least as long.
    template <class T>
    std::vector<T> read_part(std::string const& path, std::size_t begin, std::size_t count) const;

    std::vector<std::string> read_texts(std::string const& path) const;

    // A column of a compound table. T: std::string, double, int64.
    template <class T>
    std::vector<T> read_column(std::string const& path, std::string const& column) const;

    bool has_attribute(std::string const& path, std::string const& name) const;

    // Value of an attribute of a group or dataset. T: std::string, double, int64, uint64.
    template <class T>
    T attribute(std::string const& path, std::string const& name) const;

    // A fault of this file, ready to be thrown.
    InputError fault(std::string const& what) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace minimasim::input
