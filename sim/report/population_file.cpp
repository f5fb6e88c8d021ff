#include "sim/report/population_file.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"
#include "sim/input/hdf5_reader.hpp"
#include "sim/report/population_columns.hpp"

namespace minimasim::report {

namespace {

using namespace minimasim::population;
using input::Hdf5Reader;
using input::Hdf5Writer;

constexpr char const* kind = "minimasim population";
constexpr char const* format_version = "2";
constexpr char const* meant = "a population file of minimasim population (population.h5)";

// An enumeration is stored as its number, one byte.
template <class Value>
using Stored = std::conditional_t<std::is_enum_v<Value>, std::uint8_t, Value>;

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

// Reads a column and notes what is wrong with it.
template <class Owner, class Value>
void read_column(Hdf5Reader const& file, std::string const& group, Owner& owner,
                 Column<Owner, Value> const& column, std::size_t length, std::vector<std::string>& faults)
{
    auto const path = group + "/" + column.name;
    auto stored = file.read<Stored<Value>>(path);
    if (stored.size() != length) {
        faults.push_back("array " + path + " has " + std::to_string(stored.size()) + " values for " +
                         std::to_string(length));
        return;
    }
    auto const [lowest, highest] = std::minmax_element(stored.begin(), stored.end());
    if (length > 0 && (*lowest < column.lowest || *highest > column.highest)) {
        auto const wrong = *lowest < column.lowest ? lowest : highest;
        faults.push_back("array " + path + " holds " + std::to_string(*wrong) + " at " +
                         std::to_string(wrong - stored.begin()) + ", values from " +
                         std::to_string(column.lowest) + " to " + std::to_string(column.highest) +
                         " are possible");
        return;
    }
    if constexpr (std::is_same_v<Value, Stored<Value>>) {
        owner.*column.member = std::move(stored);
    } else {
        auto& values = owner.*column.member;
        values.resize(length);
        std::memcpy(values.data(), stored.data(), length * sizeof(Value));
    }
}

// What is wrong with the division of persons over households; "" when nothing is.
std::string order_fault(std::vector<std::uint32_t> const& begin, std::vector<Role> const& role)
{
    if (begin.empty() || begin.front() != 0 || begin.back() != role.size()) {
        return "array /households/person_begin does not run from 0 to the number of persons";
    }
    auto const household = [](std::size_t i) { return "household " + std::to_string(i); };
    for (std::size_t i = 0; i + 1 < begin.size(); ++i) {
        if (begin[i] >= begin[i + 1] || begin[i + 1] > role.size()) {
            return household(i) + " has no persons: /households/person_begin does not rise";
        }
        if (role[begin[i]] != Role::claimant) {
            return household(i) + " does not start with its claimant";
        }
        for (std::size_t j = begin[i] + 1; j < begin[i + 1]; ++j) {
            if (role[j] == Role::claimant || (role[j] == Role::partner && j != begin[i] + 1)) {
                return household(i) + " has more than one claimant or a partner who does not come second";
            }
        }
    }
    return "";
}

Hdf5Reader open_population(std::filesystem::path const& file)
{
    Hdf5Reader reader(file, meant);
    if (!reader.has_attribute("/", "program")) {
        throw reader.fault("is an HDF5 file that minimasim did not write, or a damaged one");
    }
    auto const found = reader.attribute<std::string>("/", "kind");
    if (found != kind) {
        throw reader.fault("is a " + found + " file");
    }
    auto const version = reader.attribute<std::string>("/", "format_version");
    if (version != format_version) {
        throw reader.fault("has format version " + version + ", this program reads version " +
                           format_version);
    }
    return reader;
}

}  // namespace

void write_population(Population const& population, std::vector<std::string> const& neighbourhoods,
                      std::filesystem::path const& file, input::Compression compression)
{
    Hdf5Writer writer(compression);
    writer.set_attribute("/", "title",
                         "Synthetic population of a municipality; no row is about an existing person");
    writer.set_attribute("/", "program", "minimasim");
    writer.set_attribute("/", "kind", kind);
    writer.set_attribute("/", "format_version", format_version);
    writer.set_attribute("/", "member", std::uint64_t{population.member});
    writer.set_attribute("/", "residents_of_institutions", population.residents_of_institutions);
    writer.describe(
        "/",
        "Columns of households and of persons, grouped by household. The persons of household i stand at "
        "/households/person_begin[i] up to [i + 1], claimant first, then the partner, then the others.");
    writer.write_texts("/neighbourhoods", neighbourhoods);
    writer.describe("/neighbourhoods", "Neighbourhoods, in the order of their numbers");
    writer.create_group("/households");
    writer.describe("/households", "One value per household, grouped by neighbourhood");
    writer.write("/households/person_begin", population.person_begin);
    writer.describe("/households/person_begin",
                    "Where the persons of a household start; one value more at the end");
    for_each_household_column(
        [&](auto const& column) { write_column(writer, "/households", population, column); });
    writer.create_group("/persons");
    writer.describe("/persons", "One value per person; amounts at the base date");
    for_each_person_column(
        [&](auto const& column) { write_column(writer, "/persons", population.persons, column); });
    write_file(file, writer.finish());
}

Population read_population(std::filesystem::path const& file)
{
    auto const reader = open_population(file);
    Population population;
    population.member = static_cast<std::uint32_t>(reader.attribute<std::uint64_t>("/", "member"));
    population.residents_of_institutions = reader.attribute<std::int64_t>("/", "residents_of_institutions");
    population.person_begin = reader.read<std::uint32_t>("/households/person_begin");
    std::size_t const households = population.person_begin.empty() ? 0 : population.person_begin.size() - 1;
    std::size_t const persons = population.person_begin.empty() ? 0 : population.person_begin.back();
    std::vector<std::string> faults;
    for_each_household_column([&](auto const& column) {
        read_column(reader, "/households", population, column, households, faults);
    });
    for_each_person_column([&](auto const& column) {
        read_column(reader, "/persons", population.persons, column, persons, faults);
    });
    if (faults.empty()) {
        if (auto const fault = order_fault(population.person_begin, population.persons.role);
            !fault.empty()) {
            faults.push_back(fault);
        }
        auto const names = reader.read_texts("/neighbourhoods").size();
        auto const& numbers = population.neighbourhood;
        if (!numbers.empty() && *std::max_element(numbers.begin(), numbers.end()) >= names) {
            faults.push_back(
                "array /households/neighbourhood counts further than the names in /neighbourhoods");
        }
    }
    if (!faults.empty()) {
        std::vector<Problem> problems;
        for (auto const& fault : faults) {
            problems.push_back(reader.fault(fault).problems().front());
        }
        throw InputError(problems);
    }
    return population;
}

std::vector<std::string> read_neighbourhoods(std::filesystem::path const& file)
{
    return open_population(file).read_texts("/neighbourhoods");
}

}  // namespace minimasim::report
