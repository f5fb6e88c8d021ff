#pragma once

#include <hdf5.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace minimasim::input {

// What the HDF5 library refused, in its own words; the reader turns it into an InputError.
class Hdf5Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// An object of the HDF5 library, closed by its destructor.
class Hdf5Handle {
  public:
    using Close = herr_t (*)(hid_t);

    // Takes what a library call returned; throws Hdf5Error when that call failed.
    Hdf5Handle(hid_t id, Close close, std::string const& doing);
    ~Hdf5Handle();

    Hdf5Handle(Hdf5Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
    Hdf5Handle& operator=(Hdf5Handle&&) = delete;

    hid_t id() const { return id_; }

    // Closes it now; throws Hdf5Error when the library cannot.
    void close(std::string const& doing);

  private:
    hid_t id_;
    Close close_;
};

// Keeps the library from printing errors of its own; per thread, cheap.
void silence_hdf5();

// Innermost message of the library's error stack.
std::string hdf5_message();

// Throws Hdf5Error when a library call returned failure.
void check_hdf5(bool succeeded, std::string const& doing);

// A fixed-length UTF-8 text padded with zero bytes; a length of 0 becomes 1.
Hdf5Handle text_type(std::size_t length);

// How a number stands in the file: little-endian, of the size of T.
template <class T>
hid_t number_type()
{
    if constexpr (std::is_same_v<T, double>) {
        return H5T_IEEE_F64LE;
    } else if constexpr (std::is_same_v<T, std::int32_t>) {
        return H5T_STD_I32LE;
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        return H5T_STD_I64LE;
    } else if constexpr (std::is_same_v<T, std::uint8_t>) {
        return H5T_STD_U8LE;
    } else if constexpr (std::is_same_v<T, std::uint16_t>) {
        return H5T_STD_U16LE;
    } else if constexpr (std::is_same_v<T, std::uint32_t>) {
        return H5T_STD_U32LE;
    } else {
        static_assert(std::is_same_v<T, std::uint64_t>);
        return H5T_STD_U64LE;
    }
}

// How a number stands in memory.
template <class T>
hid_t memory_type()
{
    if constexpr (std::is_same_v<T, double>) {
        return H5T_NATIVE_DOUBLE;
    } else if constexpr (std::is_same_v<T, std::int32_t>) {
        return H5T_NATIVE_INT32;
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        return H5T_NATIVE_INT64;
    } else if constexpr (std::is_same_v<T, std::uint8_t>) {
        return H5T_NATIVE_UINT8;
    } else if constexpr (std::is_same_v<T, std::uint16_t>) {
        return H5T_NATIVE_UINT16;
    } else if constexpr (std::is_same_v<T, std::uint32_t>) {
        return H5T_NATIVE_UINT32;
    } else {
        static_assert(std::is_same_v<T, std::uint64_t>);
        return H5T_NATIVE_UINT64;
    }
}

}  // namespace minimasim::input
