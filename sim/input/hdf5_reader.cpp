#include "sim/input/hdf5_reader.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>
#include <utility>

#include "sim/input/hdf5_handle.hpp"

namespace minimasim::input {

namespace {

// Deflate shortens by at most 1,032 to 1: what claims to hold more than this is damaged, and is not given
// memory.
constexpr double largest_expansion = 1100;

Hdf5Handle open_file(std::filesystem::path const& file)
{
    Hdf5Handle const access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "no property list can be made");
    // Without locks a file on a network disk can be read as well; nobody writes to a finished file.
    check_hdf5(H5Pset_file_locking(access.id(), false, true) >= 0, "locks cannot be left out");
    return {H5Fopen(file.c_str(), H5F_ACC_RDONLY, access.id()), H5Fclose,
            "is damaged or not complete and cannot be read"};
}

std::string text_of(char const* bytes, std::size_t length)
{
    std::string_view text(bytes, length);
    auto const last = text.find_last_not_of('\0');
    return std::string(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
}

}  // namespace

struct Hdf5Reader::State {
    State(std::filesystem::path const& path, std::string what)
        : name(path.string()), meant(std::move(what)), bytes(checked_size(path)), file(opened(path))
    {
    }

    InputError fault(std::string const& what) const { return {name, 0, what + "; " + meant + " was meant"}; }

    // Runs a step and turns what the library refuses into a fault of this file.
    template <class Step>
    auto reading(Step const& step) const
    {
        silence_hdf5();
        try {
            return step();
        } catch (Hdf5Error const& error) {
            throw fault(error.what());
        }
    }

    // The library would say of all of these only that it cannot open the file.
    double checked_size(std::filesystem::path const& path) const
    {
        std::error_code error;
        if (std::filesystem::is_directory(path, error)) {
            throw fault("is a folder");
        }
        std::ifstream stream(path, std::ios::binary);
        if (!stream) {
            throw fault(std::string("cannot be opened: ") + std::strerror(errno));
        }
        std::array<char, 8> start{};
        stream.read(start.data(), start.size());
        if (stream.gcount() == 0) {
            throw fault("is empty");
        }
        if (std::string_view(start.data(), start.size()) != "\x89HDF\r\n\x1a\n") {
            throw fault("is not an HDF5 file");
        }
        auto const size = std::filesystem::file_size(path, error);
        return error ? 0 : static_cast<double>(size);
    }

    Hdf5Handle opened(std::filesystem::path const& path) const
    {
        return reading([&] { return open_file(path); });
    }

    // Whether every part of the path is there.
    bool has(std::string const& path) const
    {
        for (auto end = path.find('/', 1);; end = path.find('/', end + 1)) {
            auto const part = path.substr(0, end);
            auto const found = H5Lexists(file.id(), part.c_str(), H5P_DEFAULT);
            check_hdf5(found >= 0, "is damaged: " + part + " cannot be looked up");
            if (found == 0 || end == std::string::npos) {
                return found > 0;
            }
        }
    }

    bool has_attribute(std::string const& path, std::string const& attribute) const
    {
        auto const found = H5Aexists_by_name(file.id(), path.c_str(), attribute.c_str(), H5P_DEFAULT);
        check_hdf5(found >= 0, "is damaged: the attributes of " + path + " cannot be looked up");
        return found > 0;
    }

    Hdf5Handle dataset(std::string const& path) const
    {
        if (!has(path)) {
            throw fault("has no array " + path);
        }
        return {H5Dopen2(file.id(), path.c_str(), H5P_DEFAULT), H5Dclose,
                "is damaged: array " + path + " cannot be read"};
    }

    Shape shape(Hdf5Handle const& array, std::string const& path) const
    {
        Hdf5Handle const space(H5Dget_space(array.id()), H5Sclose, "array " + path + " has no shape");
        int const rank = H5Sget_simple_extent_ndims(space.id());
        check_hdf5(rank >= 0, "array " + path + " has no shape");
        std::vector<hsize_t> dimensions(static_cast<std::size_t>(rank));
        check_hdf5(rank == 0 || H5Sget_simple_extent_dims(space.id(), dimensions.data(), nullptr) >= 0,
                   "array " + path + " has no shape");
        return {dimensions.begin(), dimensions.end()};
    }

    // Number of values, after a check that the file can hold as many.
    std::size_t count(Hdf5Handle const& array, std::string const& path, std::size_t value_bytes) const
    {
        double total = 1;
        for (auto const length : shape(array, path)) {
            total *= static_cast<double>(length);
        }
        if (total * static_cast<double>(value_bytes) > bytes * largest_expansion) {
            throw fault("array " + path + " says it is larger than the whole file");
        }
        return static_cast<std::size_t>(total);
    }

    void get(Hdf5Handle const& array, std::string const& path, hid_t type, void* values) const
    {
        check_hdf5(H5Dread(array.id(), type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0,
                   "array " + path + " cannot be read");
    }

    void check_text(hid_t type, std::string const& what) const
    {
        if (H5Tget_class(type) != H5T_STRING || H5Tis_variable_str(type) != 0) {
            throw fault(what + " does not hold texts of fixed length");
        }
        if (static_cast<double>(H5Tget_size(type)) > bytes * largest_expansion) {
            throw fault(what + " says it is larger than the whole file");
        }
    }

    void check_number(hid_t type, hid_t wanted, std::string const& what) const
    {
        if (H5Tequal(type, wanted) <= 0) {
            throw fault(what + " holds values of another type");
        }
    }

    std::string name;
    std::string meant;
    double bytes;
    Hdf5Handle file;
};

Hdf5Reader::Hdf5Reader(std::filesystem::path const& file, std::string meant)
    : state_(std::make_unique<State>(file, std::move(meant)))
{
}

Hdf5Reader::~Hdf5Reader() = default;
Hdf5Reader::Hdf5Reader(Hdf5Reader&&) noexcept = default;

InputError Hdf5Reader::fault(std::string const& what) const
{
    return state_->fault(what);
}

bool Hdf5Reader::has(std::string const& path) const
{
    return state_->reading([&] { return state_->has(path); });
}

Shape Hdf5Reader::shape(std::string const& path) const
{
    return state_->reading([&] { return state_->shape(state_->dataset(path), path); });
}

template <class T>
std::vector<T> Hdf5Reader::read(std::string const& path) const
{
    return state_->reading([&] {
        auto const array = state_->dataset(path);
        Hdf5Handle const type(H5Dget_type(array.id()), H5Tclose, "array " + path + " has no type");
        state_->check_number(type.id(), number_type<T>(), "array " + path);
        std::vector<T> values(state_->count(array, path, sizeof(T)));
        state_->get(array, path, memory_type<T>(), values.data());
        return values;
    });
}

template std::vector<double> Hdf5Reader::read(std::string const&) const;
template std::vector<std::int32_t> Hdf5Reader::read(std::string const&) const;
template std::vector<std::int64_t> Hdf5Reader::read(std::string const&) const;
template std::vector<std::uint8_t> Hdf5Reader::read(std::string const&) const;
template std::vector<std::uint16_t> Hdf5Reader::read(std::string const&) const;
template std::vector<std::uint32_t> Hdf5Reader::read(std::string const&) const;

template <class T>
std::vector<T> Hdf5Reader::read_part(std::string const& path, std::size_t begin, std::size_t count) const
{
    auto const what = "array " + path;
    return state_->reading([&] {
        auto const array = state_->dataset(path);
        Hdf5Handle const type(H5Dget_type(array.id()), H5Tclose, what + " has no type");
        state_->check_number(type.id(), number_type<T>(), what);
        auto const length = state_->shape(array, path);
        if (length.size() != 1 || begin > length[0] || count > length[0] - begin) {
            throw state_->fault(what + " is shorter than expected");
        }
        std::vector<T> values(count);
        if (count > 0) {
            hsize_t const first = begin;
            hsize_t const values_in_part = count;
            Hdf5Handle const stored(H5Dget_space(array.id()), H5Sclose, what + " has no shape");
            Hdf5Handle const part(H5Screate_simple(1, &values_in_part, nullptr), H5Sclose,
                                  what + " has no shape");
            check_hdf5(H5Sselect_hyperslab(stored.id(), H5S_SELECT_SET, &first, nullptr, &values_in_part,
                                           nullptr) >= 0 &&
                           H5Dread(array.id(), memory_type<T>(), part.id(), stored.id(), H5P_DEFAULT,
                                   values.data()) >= 0,
                       what + " cannot be read");
        }
        return values;
    });
}

template std::vector<std::int32_t> Hdf5Reader::read_part(std::string const&, std::size_t, std::size_t) const;
template std::vector<std::uint8_t> Hdf5Reader::read_part(std::string const&, std::size_t, std::size_t) const;
template std::vector<std::uint16_t> Hdf5Reader::read_part(std::string const&, std::size_t, std::size_t) const;
template std::vector<std::uint32_t> Hdf5Reader::read_part(std::string const&, std::size_t, std::size_t) const;

std::vector<std::string> Hdf5Reader::read_texts(std::string const& path) const
{
    return state_->reading([&] {
        auto const array = state_->dataset(path);
        Hdf5Handle const stored(H5Dget_type(array.id()), H5Tclose, "array " + path + " has no type");
        state_->check_text(stored.id(), "array " + path);
        auto const length = H5Tget_size(stored.id());
        auto const count = state_->count(array, path, length);
        std::string bytes(count * length, '\0');
        auto const type = text_type(length);
        state_->get(array, path, type.id(), bytes.data());
        std::vector<std::string> texts(count);
        for (std::size_t i = 0; i < count; ++i) {
            texts[i] = text_of(bytes.data() + i * length, length);
        }
        return texts;
    });
}

template <class T>
std::vector<T> Hdf5Reader::read_column(std::string const& path, std::string const& column) const
{
    auto const what = "column " + column + " of table " + path;
    return state_->reading([&] {
        auto const array = state_->dataset(path);
        Hdf5Handle const row(H5Dget_type(array.id()), H5Tclose, "table " + path + " has no type");
        if (H5Tget_class(row.id()) != H5T_COMPOUND) {
            throw state_->fault("array " + path + " is not a table");
        }
        int const member = H5Tget_member_index(row.id(), column.c_str());
        check_hdf5(member >= 0, "has no " + what);
        Hdf5Handle const stored(H5Tget_member_type(row.id(), static_cast<unsigned>(member)), H5Tclose,
                                what + " has no type");
        // A row of this one column makes the library skip the others.
        auto const one_column = [&](hid_t type) {
            Hdf5Handle single(H5Tcreate(H5T_COMPOUND, H5Tget_size(type)), H5Tclose, what + " has no type");
            check_hdf5(H5Tinsert(single.id(), column.c_str(), 0, type) >= 0, what + " has no type");
            return single;
        };
        auto const count = state_->count(array, path, H5Tget_size(row.id()));
        if constexpr (std::is_same_v<T, std::string>) {
            state_->check_text(stored.id(), what);
            auto const length = H5Tget_size(stored.id());
            std::string bytes(count * length, '\0');
            state_->get(array, path, one_column(text_type(length).id()).id(), bytes.data());
            std::vector<std::string> texts(count);
            for (std::size_t i = 0; i < count; ++i) {
                texts[i] = text_of(bytes.data() + i * length, length);
            }
            return texts;
        } else {
            state_->check_number(stored.id(), number_type<T>(), what);
            std::vector<T> values(count);
            state_->get(array, path, one_column(memory_type<T>()).id(), values.data());
            return values;
        }
    });
}

template std::vector<std::string> Hdf5Reader::read_column(std::string const&, std::string const&) const;
template std::vector<double> Hdf5Reader::read_column(std::string const&, std::string const&) const;
template std::vector<std::int64_t> Hdf5Reader::read_column(std::string const&, std::string const&) const;

bool Hdf5Reader::has_attribute(std::string const& path, std::string const& name) const
{
    return state_->reading(
        [&] { return H5Aexists_by_name(state_->file.id(), path.c_str(), name.c_str(), H5P_DEFAULT) > 0; });
}

template <class T>
T Hdf5Reader::attribute(std::string const& path, std::string const& name) const
{
    auto const what = "attribute " + name + " of " + path;
    return state_->reading([&] {
        if (!state_->has_attribute(path, name)) {
            throw state_->fault("has no " + what);
        }
        Hdf5Handle const attribute(
            H5Aopen_by_name(state_->file.id(), path.c_str(), name.c_str(), H5P_DEFAULT, H5P_DEFAULT),
            H5Aclose, "has no " + what);
        Hdf5Handle const stored(H5Aget_type(attribute.id()), H5Tclose, what + " has no type");
        Hdf5Handle const space(H5Aget_space(attribute.id()), H5Sclose, what + " has no shape");
        if (H5Sget_simple_extent_npoints(space.id()) != 1) {
            throw state_->fault(what + " is not one value");
        }
        if constexpr (std::is_same_v<T, std::string>) {
            state_->check_text(stored.id(), what);
            auto const length = H5Tget_size(stored.id());
            std::string bytes(length, '\0');
            check_hdf5(H5Aread(attribute.id(), text_type(length).id(), bytes.data()) >= 0,
                       what + " cannot be read");
            return text_of(bytes.data(), length);
        } else {
            state_->check_number(stored.id(), number_type<T>(), what);
            T value{};
            check_hdf5(H5Aread(attribute.id(), memory_type<T>(), &value) >= 0, what + " cannot be read");
            return value;
        }
    });
}

template std::string Hdf5Reader::attribute(std::string const&, std::string const&) const;
template double Hdf5Reader::attribute(std::string const&, std::string const&) const;
template std::int64_t Hdf5Reader::attribute(std::string const&, std::string const&) const;
template std::uint64_t Hdf5Reader::attribute(std::string const&, std::string const&) const;

}  // namespace minimasim::input
