#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "sim/input/hdf5_handle.hpp"

namespace minimasim::input {

// A new HDF5 file that lives in memory only, so that a full disk can never leave the library with half a
// file.
//
// The bytes are those the library leaves behind when it closes the file. H5Fget_file_image would give them
// earlier, but before HDF5 2.0 with a wrong checksum in the first block (HDFGroup/hdf5 issue 1915).
class Hdf5Image {
  public:
    Hdf5Image();
    ~Hdf5Image();
    Hdf5Image(Hdf5Image const&) = delete;
    Hdf5Image& operator=(Hdf5Image const&) = delete;

    // The open file; only until finish.
    hid_t id() const { return file_->id(); }

    // Closes the file and gives its bytes. Once only, with no object of the file still open.
    std::string finish();

    // What the library's requests for memory work on.
    struct Memory {
        char* bytes = nullptr;
        std::size_t size = 0;
    };

  private:
    Memory memory_;
    std::optional<Hdf5Handle> file_;
};

}  // namespace minimasim::input
