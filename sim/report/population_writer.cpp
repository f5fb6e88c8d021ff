#include <stdexcept>
#include <type_traits>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"
#include "sim/input/hdf5_handle.hpp"
#include "sim/report/population_columns.hpp"
#include "sim/report/population_file.hpp"

namespace minimasim::report {

using namespace minimasim::population;
using input::Hdf5Writer;

namespace {

template <class Owner, class Value>
void write_column(Hdf5Writer& file, std::string const& group, Owner const& owner,
                  Column<Owner, Value> const& column)
{
    static_assert(sizeof(Value) == sizeof(Stored<Value>));
    auto const& values = owner.*column.member;
    auto const path = group + "/" + column.name;
    file.write(path, reinterpret_cast<Stored<Value> const*>(values.data()), {values.size()});
    file.describe(path, description_of(column), column.unit);
}

// What a file says before its columns.
void write_heading(Hdf5Writer& writer, std::vector<std::string> const& neighbourhoods,
                   PopulationSize const& size)
{
    writer.set_attribute("/", "title",
                         "Synthetic population of a municipality; no row is about an existing person");
    writer.set_attribute("/", "program", "minimasim");
    writer.set_attribute("/", "kind", population_kind);
    writer.set_attribute("/", "format_version", population_format_version);
    writer.set_attribute("/", "member", std::uint64_t{size.member});
    writer.set_attribute("/", "residents_of_institutions", size.residents_of_institutions);
    writer.describe(
        "/",
        "Columns of households and of persons, grouped by household. The persons of household i stand at "
        "/households/person_begin[i] up to [i + 1], claimant first, then the partner, then the others.");
    writer.write_texts("/neighbourhoods", neighbourhoods);
    writer.describe("/neighbourhoods", "Neighbourhoods, in the order of their numbers");
}

// Makes the groups and columns in their order: start is called for person_begin, then for every other column.
template <class Start, class Column>
void write_columns(Hdf5Writer& writer, Start const& start, Column const& column_of)
{
    writer.create_group("/households");
    writer.describe("/households", "One value per household, grouped by neighbourhood");
    start();
    writer.describe(person_begin_path, "Where the persons of a household start; one value more at the end");
    for_each_household_column([&](auto const& column) { column_of("/households", column); });
    writer.create_group("/persons");
    writer.describe("/persons", "One value per person; amounts at the base date");
    for_each_person_column([&](auto const& column) { column_of("/persons", column); });
}

// Bytes of all columns.
std::size_t bytes_of(PopulationSize const& size)
{
    std::size_t bytes = (size.households + 1) * sizeof(std::uint32_t);
    for_each_household_column(
        [&]<class Value>(Column<Population, Value> const&) { bytes += size.households * sizeof(Value); });
    for_each_person_column(
        [&]<class Value>(Column<Persons, Value> const&) { bytes += size.persons * sizeof(Value); });
    return bytes;
}

PopulationSize size_of(Population const& population)
{
    return {population.size(), population.persons.size(), population.member,
            population.residents_of_institutions};
}

constexpr std::size_t largest_in_memory = std::size_t{256} << 20;   // bytes of a file that is built there
constexpr std::size_t bytes_beside_columns = std::size_t{4} << 20;  // names of neighbourhoods, descriptions

}  // namespace

void write_population(Population const& population, std::vector<std::string> const& neighbourhoods,
                      std::filesystem::path const& file, input::Compression compression)
{
    auto const size = size_of(population);
    if (compression == input::Compression::none && bytes_of(size) > largest_in_memory) {
        PopulationWriter writer(file, neighbourhoods, size);
        writer.append(population, 0, population.size());
        writer.commit();
        return;
    }
    Hdf5Writer writer(compression);
    write_heading(writer, neighbourhoods, size);
    write_columns(
        writer, [&] { writer.write(person_begin_path, population.person_begin); },
        [&]<class Owner, class Value>(char const* group, Column<Owner, Value> const& column) {
            if constexpr (std::is_same_v<Owner, Population>) {
                write_column(writer, group, population, column);
            } else {
                write_column(writer, group, population.persons, column);
            }
        });
    write_file(file, writer.finish());
}

namespace {

// The temporary file of a population, once the disk has kept room for it.
std::filesystem::path room_for(PendingFile& pending, PopulationSize const& size)
{
    pending.reserve(bytes_of(size) + bytes_beside_columns);
    return pending.temporary();
}

// Runs a step of writing and says of which file the library refused it.
template <class Step>
void writing(std::string const& file, Step const& step)
{
    try {
        step();
    } catch (input::Hdf5Error const& error) {
        throw InputError(file, 0, std::string("cannot be written in full: ") + error.what());
    }
}

}  // namespace

PopulationWriter::PopulationWriter(std::filesystem::path const& file,
                                   std::vector<std::string> const& neighbourhoods, PopulationSize const& size)
    : pending_(file), name_(file.string()), writer_(room_for(pending_, size)), size_(size)
{
    writing(name_, [&] {
        pending_.reserve(bytes_of(size) + bytes_beside_columns);  // making the file gave up the room
        write_heading(writer_, neighbourhoods, size);
        write_columns(
            writer_, [&] { writer_.make_array<std::uint32_t>(person_begin_path, size.households + 1); },
            [&]<class Owner, class Value>(std::string const& group, Column<Owner, Value> const& column) {
                bool const is_of_household = std::is_same_v<Owner, Population>;
                auto const path = group + "/" + column.name;
                writer_.make_array<Stored<Value>>(path, is_of_household ? size.households : size.persons);
                writer_.describe(path, description_of(column), column.unit);
            });
    });
}

void PopulationWriter::append(Population const& population, std::size_t begin, std::size_t end)
{
    auto const first = population.person_begin[begin];
    auto const persons = population.person_begin[end] - first;
    if (end - begin > size_.households - households_ || persons > size_.persons - persons_) {
        throw std::logic_error(name_ + ": more households or persons than were told");
    }
    auto const put = [&]<class Value>(std::string const& path, std::size_t to, Value const* values,
                                      std::size_t count) {
        writer_.write_part(path, to, reinterpret_cast<Stored<Value> const*>(values), count);
    };
    writing(name_, [&] {
        std::vector<std::uint32_t> starts(
            population.person_begin.begin() + static_cast<std::ptrdiff_t>(begin),
            population.person_begin.begin() + static_cast<std::ptrdiff_t>(end) + 1);
        for (auto& start : starts) {
            start = start - first + static_cast<std::uint32_t>(persons_);
        }
        put(person_begin_path, households_, starts.data(), starts.size());
        for_each_household_column([&](auto const& column) {
            put(std::string("/households/") + column.name, households_,
                (population.*column.member).data() + begin, end - begin);
        });
        for_each_person_column([&](auto const& column) {
            put(std::string("/persons/") + column.name, persons_,
                (population.persons.*column.member).data() + first, persons);
        });
    });
    households_ += end - begin;
    persons_ += persons;
}

void PopulationWriter::commit()
{
    if (households_ != size_.households || persons_ != size_.persons) {
        throw std::logic_error(name_ + ": fewer households or persons than were told");
    }
    writing(name_, [&] { writer_.close(); });
    pending_.commit();
}

}  // namespace minimasim::report
