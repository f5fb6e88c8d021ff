#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sim/input/hdf5_table.hpp"

namespace minimasim::input {

// Whether arrays are stored as they are (fast, and the same bytes whatever the zlib) or deflated.
enum class Compression { none, deflate };

// Builds an HDF5 file in memory. Equal content gives equal bytes: no times are stored and the file version is
// fixed. Texts are fixed-length UTF-8 padded with zero bytes, readable by h5dump and h5py. What the library
// refuses is a std::runtime_error: the caller's content is at fault or memory is full, never the disk.
class Hdf5Writer {
  public:
    explicit Hdf5Writer(Compression compression = Compression::none);

    // Builds it in this file instead, for what is larger than memory should hold; give a file in the making
    // with room reserved, since here the disk may refuse (a std::runtime_error).
    explicit Hdf5Writer(std::filesystem::path const& file);
    ~Hdf5Writer();

    void create_group(std::string const& path);

    // An array; no shape means one dimension. T: double, int32, int64, uint8, uint16, uint32. The product of
    // the shape must be the number of values.
    template <class T>
    void write(std::string const& path, std::vector<T> const& values, Shape shape = {});

    // The same for values that stand elsewhere (an enumeration stored as uint8).
    template <class T>
    void write(std::string const& path, T const* values, Shape const& shape);

    // Makes an array of one dimension that write_part fills; what is never filled is undefined.
    template <class T>
    void make_array(std::string const& path, std::size_t count);

    // Puts values into such an array from `begin` on.
    template <class T>
    void write_part(std::string const& path, std::size_t begin, T const* values, std::size_t count);

    // A list of texts; a text must not end in a zero byte.
    void write_texts(std::string const& path, std::vector<std::string> const& texts);

    // A table as one compound dataset, with an attribute `columns` that explains each column.
    void write_table(std::string const& path, Table const& table);

    // Attributes of a group or dataset; "/" is the file itself. A text is at most 60 KiB.
    void set_attribute(std::string const& path, std::string const& name, AttributeValue const& value);

    // Attributes `description` and, unless empty, `unit`.
    void describe(std::string const& path, std::string const& description, std::string const& unit = "");

    // Finishes a file in memory and gives its bytes, to be written with write_file. Nothing can be added
    // afterwards.
    std::string finish();

    // Closes a file on disk.
    void close();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace minimasim::input
