#include "sim/input/hdf5_writer.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>
#include <numeric>
#include <optional>
#include <stdexcept>

#include "sim/input/hdf5_handle.hpp"
#include "sim/input/hdf5_image.hpp"

namespace minimasim::input {

namespace {

static_assert(std::endian::native == std::endian::little,
              "rows of a table are laid out as they stand in memory");

constexpr std::size_t chunk_bytes = std::size_t{1}
                                    << 20;  // deflated arrays are cut into chunks of about this
constexpr std::size_t smallest_deflated = std::size_t{4} << 10;  // below this deflating gains nothing

Hdf5Handle property_list(hid_t kind)
{
    return {H5Pcreate(kind), H5Pclose, "a property list cannot be made"};
}

std::size_t longest(std::vector<std::string> const& texts)
{
    std::size_t length = 1;
    for (auto const& text : texts) {
        length = std::max(length, text.size());
    }
    return length;
}

void place_texts(std::vector<std::string> const& texts, char* first, std::size_t stride)
{
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!texts[i].empty() && texts[i].back() == '\0') {
            throw std::runtime_error("a text ends in a zero byte, which a padded text cannot hold");
        }
        std::memcpy(first + i * stride, texts[i].data(), texts[i].size());
    }
}

template <class T>
void place_numbers(std::vector<T> const& values, char* first, std::size_t stride)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::memcpy(first + i * stride, &values[i], sizeof(T));
    }
}

// The same version and the same lack of times as a file in memory.
Hdf5Handle create_on_disk(std::filesystem::path const& file)
{
    auto const access = property_list(H5P_FILE_ACCESS);
    check_hdf5(H5Pset_libver_bounds(access.id(), H5F_LIBVER_V18, H5F_LIBVER_V18) >= 0,
               "the version is not known");
    auto const creation = property_list(H5P_FILE_CREATE);
    check_hdf5(H5Pset_obj_track_times(creation.id(), false) >= 0, "times cannot be left out");
    return {H5Fcreate(file.c_str(), H5F_ACC_TRUNC, creation.id(), access.id()), H5Fclose,
            "the file cannot be made"};
}

std::size_t row_count(TableColumn const& column)
{
    return std::visit([](auto const& values) { return values.size(); }, column.values);
}

}  // namespace

struct Hdf5Writer::State {
    explicit State(Compression wanted) : compression(wanted), in_memory(std::in_place) {}
    explicit State(std::filesystem::path const& path) : compression(Compression::none)
    {
        silence_hdf5();
        on_disk.emplace(create_on_disk(path));
    }

    hid_t id() const { return in_memory ? in_memory->id() : on_disk->id(); }

    Hdf5Handle creation(Shape const& shape, std::size_t value_bytes) const
    {
        auto properties = property_list(H5P_DATASET_CREATE);
        check_hdf5(H5Pset_obj_track_times(properties.id(), false) >= 0, "times cannot be left out");
        auto const count = std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>());
        if (compression == Compression::deflate && count * value_bytes >= smallest_deflated) {
            std::vector<hsize_t> chunk(shape.begin(), shape.end());
            auto const others = std::max<std::size_t>(1, count / shape.front());
            chunk.front() = std::clamp<std::size_t>(chunk_bytes / (others * value_bytes), 1, shape.front());
            check_hdf5(H5Pset_chunk(properties.id(), static_cast<int>(chunk.size()), chunk.data()) >= 0 &&
                           H5Pset_shuffle(properties.id()) >= 0 && H5Pset_deflate(properties.id(), 6) >= 0,
                       "an array cannot be deflated");
        }
        return properties;
    }

    void write(std::string const& path, hid_t stored, hid_t given, void const* values,
               Shape const& shape) const
    {
        std::vector<hsize_t> const dimensions(shape.begin(), shape.end());
        Hdf5Handle const space(H5Screate_simple(static_cast<int>(shape.size()), dimensions.data(), nullptr),
                               H5Sclose, path + ": the shape is not possible");
        auto const properties = creation(shape, H5Tget_size(stored));
        Hdf5Handle const dataset(
            H5Dcreate2(id(), path.c_str(), stored, space.id(), H5P_DEFAULT, properties.id(), H5P_DEFAULT),
            H5Dclose, path + ": cannot be made");
        if (std::find(shape.begin(), shape.end(), 0) == shape.end()) {
            check_hdf5(H5Dwrite(dataset.id(), given, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0,
                       path + ": cannot be written");
        }
    }

    void make_array(std::string const& path, hid_t stored, std::size_t count) const
    {
        hsize_t const length = count;
        Hdf5Handle const space(H5Screate_simple(1, &length, nullptr), H5Sclose,
                               path + ": the shape is not possible");
        auto const properties = property_list(H5P_DATASET_CREATE);
        check_hdf5(H5Pset_obj_track_times(properties.id(), false) >= 0 &&
                       H5Pset_alloc_time(properties.id(), H5D_ALLOC_TIME_EARLY) >= 0 &&
                       H5Pset_fill_time(properties.id(), H5D_FILL_TIME_NEVER) >= 0,
                   path + ": the array cannot be given room");
        Hdf5Handle const dataset(
            H5Dcreate2(id(), path.c_str(), stored, space.id(), H5P_DEFAULT, properties.id(), H5P_DEFAULT),
            H5Dclose, path + ": cannot be made");
    }

    void write_part(std::string const& path, hid_t given, std::size_t begin, void const* values,
                    std::size_t count) const
    {
        hsize_t const first = begin;
        hsize_t const length = count;
        Hdf5Handle const dataset(H5Dopen2(id(), path.c_str(), H5P_DEFAULT), H5Dclose,
                                 path + ": cannot be found");
        Hdf5Handle const stored(H5Dget_space(dataset.id()), H5Sclose, path + ": has no shape");
        Hdf5Handle const part(H5Screate_simple(1, &length, nullptr), H5Sclose,
                              path + ": the shape is not possible");
        check_hdf5(H5Sselect_hyperslab(stored.id(), H5S_SELECT_SET, &first, nullptr, &length, nullptr) >= 0 &&
                       H5Dwrite(dataset.id(), given, part.id(), stored.id(), H5P_DEFAULT, values) >= 0,
                   path + ": cannot be written");
    }

    Compression compression;
    std::optional<Hdf5Image> in_memory;
    std::optional<Hdf5Handle> on_disk;
};

Hdf5Writer::Hdf5Writer(Compression compression) : state_(std::make_unique<State>(compression)) {}

Hdf5Writer::Hdf5Writer(std::filesystem::path const& file) : state_(std::make_unique<State>(file)) {}

Hdf5Writer::~Hdf5Writer() = default;

void Hdf5Writer::create_group(std::string const& path)
{
    auto const properties = property_list(H5P_GROUP_CREATE);
    check_hdf5(H5Pset_obj_track_times(properties.id(), false) >= 0, "times cannot be left out");
    Hdf5Handle const group(H5Gcreate2(state_->id(), path.c_str(), H5P_DEFAULT, properties.id(), H5P_DEFAULT),
                           H5Gclose, path + ": the group cannot be made");
}

template <class T>
void Hdf5Writer::write(std::string const& path, T const* values, Shape const& shape)
{
    state_->write(path, number_type<T>(), memory_type<T>(), values, shape);
}

template <class T>
void Hdf5Writer::write(std::string const& path, std::vector<T> const& values, Shape shape)
{
    if (shape.empty()) {
        shape = {values.size()};
    }
    if (std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>()) != values.size()) {
        throw std::runtime_error(path + ": the number of values does not fit the shape");
    }
    write(path, values.data(), shape);
}

template void Hdf5Writer::write(std::string const&, double const*, Shape const&);
template void Hdf5Writer::write(std::string const&, std::int32_t const*, Shape const&);
template void Hdf5Writer::write(std::string const&, std::int64_t const*, Shape const&);
template void Hdf5Writer::write(std::string const&, std::uint8_t const*, Shape const&);
template void Hdf5Writer::write(std::string const&, std::uint16_t const*, Shape const&);
template void Hdf5Writer::write(std::string const&, std::uint32_t const*, Shape const&);
template void Hdf5Writer::write(std::string const&, std::vector<double> const&, Shape);
template void Hdf5Writer::write(std::string const&, std::vector<std::int32_t> const&, Shape);
template void Hdf5Writer::write(std::string const&, std::vector<std::int64_t> const&, Shape);
template void Hdf5Writer::write(std::string const&, std::vector<std::uint8_t> const&, Shape);
template void Hdf5Writer::write(std::string const&, std::vector<std::uint16_t> const&, Shape);
template void Hdf5Writer::write(std::string const&, std::vector<std::uint32_t> const&, Shape);

template <class T>
void Hdf5Writer::make_array(std::string const& path, std::size_t count)
{
    state_->make_array(path, number_type<T>(), count);
}

template <class T>
void Hdf5Writer::write_part(std::string const& path, std::size_t begin, T const* values, std::size_t count)
{
    if (count > 0) {
        state_->write_part(path, memory_type<T>(), begin, values, count);
    }
}

template void Hdf5Writer::make_array<std::int32_t>(std::string const&, std::size_t);
template void Hdf5Writer::make_array<std::uint8_t>(std::string const&, std::size_t);
template void Hdf5Writer::make_array<std::uint16_t>(std::string const&, std::size_t);
template void Hdf5Writer::make_array<std::uint32_t>(std::string const&, std::size_t);
template void Hdf5Writer::write_part(std::string const&, std::size_t, std::int32_t const*, std::size_t);
template void Hdf5Writer::write_part(std::string const&, std::size_t, std::uint8_t const*, std::size_t);
template void Hdf5Writer::write_part(std::string const&, std::size_t, std::uint16_t const*, std::size_t);
template void Hdf5Writer::write_part(std::string const&, std::size_t, std::uint32_t const*, std::size_t);

void Hdf5Writer::write_texts(std::string const& path, std::vector<std::string> const& texts)
{
    auto const length = longest(texts);
    std::string bytes(texts.size() * length, '\0');
    place_texts(texts, bytes.data(), length);
    auto const type = text_type(length);
    state_->write(path, type.id(), type.id(), bytes.data(), {texts.size()});
}

void Hdf5Writer::write_table(std::string const& path, Table const& table)
{
    std::vector<Hdf5Handle> types;
    std::size_t row_bytes = 0;
    for (auto const& column : table.columns) {
        if (row_count(column) != row_count(table.columns.front())) {
            throw std::runtime_error(path + ": column " + column.name + " is not as long as the first");
        }
        if (auto const* texts = std::get_if<std::vector<std::string>>(&column.values)) {
            types.push_back(text_type(longest(*texts)));
        } else {
            bool const whole = std::holds_alternative<std::vector<std::int64_t>>(column.values);
            types.emplace_back(H5Tcopy(whole ? number_type<std::int64_t>() : number_type<double>()), H5Tclose,
                               path + ": a column has no type");
        }
        row_bytes += H5Tget_size(types.back().id());
    }
    Hdf5Handle const row(H5Tcreate(H5T_COMPOUND, row_bytes), H5Tclose, path + ": the row has no type");
    auto const rows = row_count(table.columns.front());
    std::string bytes(rows * row_bytes, '\0');
    std::size_t offset = 0;
    std::string explanation;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        auto const& column = table.columns[i];
        check_hdf5(H5Tinsert(row.id(), column.name.c_str(), offset, types[i].id()) >= 0,
                   path + ": column " + column.name + " cannot be added");
        if (auto const* texts = std::get_if<std::vector<std::string>>(&column.values)) {
            place_texts(*texts, bytes.data() + offset, row_bytes);
        } else if (auto const* numbers = std::get_if<std::vector<double>>(&column.values)) {
            place_numbers(*numbers, bytes.data() + offset, row_bytes);
        } else {
            place_numbers(std::get<std::vector<std::int64_t>>(column.values), bytes.data() + offset,
                          row_bytes);
        }
        offset += H5Tget_size(types[i].id());
        explanation += (i == 0 ? "" : "\n") + column.name +
                       (column.unit.empty() ? "" : " [" + column.unit + "]") + ": " + column.description;
    }
    state_->write(path, row.id(), row.id(), bytes.data(), {rows});
    set_attribute(path, "columns", explanation);
}

void Hdf5Writer::set_attribute(std::string const& path, std::string const& name, AttributeValue const& value)
{
    auto const doing = path + ": attribute " + name + " cannot be written";
    Hdf5Handle const object(H5Oopen(state_->id(), path.c_str(), H5P_DEFAULT), H5Oclose, doing);
    Hdf5Handle const space(H5Screate(H5S_SCALAR), H5Sclose, doing);
    auto const put = [&](hid_t stored, hid_t given, void const* bytes) {
        Hdf5Handle const attribute(
            H5Acreate2(object.id(), name.c_str(), stored, space.id(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
            doing);
        check_hdf5(H5Awrite(attribute.id(), given, bytes) >= 0, doing);
    };
    std::visit(
        [&](auto const& content) {
            using T = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<T, std::string>) {
                auto const type = text_type(content.size());
                put(type.id(), type.id(), content.c_str());
            } else {
                put(number_type<T>(), memory_type<T>(), &content);
            }
        },
        value);
}

void Hdf5Writer::describe(std::string const& path, std::string const& description, std::string const& unit)
{
    set_attribute(path, "description", description);
    if (!unit.empty()) {
        set_attribute(path, "unit", unit);
    }
}

std::string Hdf5Writer::finish()
{
    return state_->in_memory->finish();
}

void Hdf5Writer::close()
{
    silence_hdf5();
    state_->on_disk->close("the file cannot be closed");
}

}  // namespace minimasim::input
