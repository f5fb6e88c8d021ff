#include "sim/report/population_file.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#include "sim/base/digest.hpp"
#include "sim/base/error.hpp"
#include "sim/report/population_columns.hpp"

namespace minimasim::report {

namespace {

using namespace minimasim::population;
using input::Hdf5Reader;

constexpr char const* meant = "a population file of minimasim population (population.h5)";

// Some rows of all arrays of one group.
struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t all = 0;  // rows of the whole array
};

// Reads part of a column and notes what is wrong with it.
template <class Owner, class Value>
void read_column(Hdf5Reader const& file, std::string const& group, Owner& owner,
                 Column<Owner, Value> const& column, Part const& part, std::vector<std::string>& faults)
{
    auto const path = group + "/" + column.name;
    auto const shape = file.shape(path);
    if (shape.size() != 1 || shape[0] != part.all) {
        faults.push_back("array " + path + " has " + std::to_string(shape.empty() ? 1 : shape[0]) +
                         " values for " + std::to_string(part.all));
        return;
    }
    std::size_t const length = part.end - part.begin;
    auto stored = file.read_part<Stored<Value>>(path, part.begin, length);
    auto const [lowest, highest] = std::minmax_element(stored.begin(), stored.end());
    if (length > 0 && (*lowest < column.lowest || *highest > column.highest)) {
        auto const wrong = *lowest < column.lowest ? lowest : highest;
        faults.push_back("array " + path + " holds " + std::to_string(*wrong) + " at " +
                         std::to_string(part.begin + static_cast<std::size_t>(wrong - stored.begin())) +
                         ", values from " + std::to_string(column.lowest) + " to " +
                         std::to_string(column.highest) + " are possible");
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

// What is wrong with the division of persons over households, of which the first is number `first`; "" when
// nothing is.
std::string order_fault(std::vector<std::uint32_t> const& begin, std::vector<Role> const& role,
                        std::size_t first)
{
    auto const household = [first](std::size_t i) { return "household " + std::to_string(first + i); };
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
    if (found != population_kind) {
        throw reader.fault("is a " + found + " file");
    }
    auto const version = reader.attribute<std::string>("/", "format_version");
    if (version != population_format_version) {
        throw reader.fault("has format version " + version + ", this program reads version " +
                           population_format_version);
    }
    return reader;
}

}  // namespace

namespace {

[[noreturn]] void refuse(Hdf5Reader const& reader, std::vector<std::string> const& faults)
{
    std::vector<Problem> problems;
    for (auto const& fault : faults) {
        problems.push_back(reader.fault(fault).problems().front());
    }
    throw InputError(problems);
}

// Number of households and persons, from person_begin.
PopulationSize size_of(Hdf5Reader const& reader)
{
    PopulationSize size;
    auto const shape = reader.shape(person_begin_path);
    std::size_t const begins = shape.size() == 1 ? shape[0] : 0;
    std::uint32_t first = 1;
    if (begins > 0) {
        size.households = begins - 1;
        first = reader.read_part<std::uint32_t>(person_begin_path, 0, 1)[0];
        size.persons = reader.read_part<std::uint32_t>(person_begin_path, begins - 1, 1)[0];
    }
    if (first != 0 || (size.households == 0) != (size.persons == 0)) {
        throw reader.fault(std::string("array ") + person_begin_path +
                           " does not run from 0 to the number of persons");
    }
    size.member = static_cast<std::uint32_t>(reader.attribute<std::uint64_t>("/", "member"));
    size.residents_of_institutions = reader.attribute<std::int64_t>("/", "residents_of_institutions");
    return size;
}

// Reads households begin..end with their persons, counted from 0; all faults together.
Population read_households(Hdf5Reader const& reader, PopulationSize const& size, std::size_t names,
                           std::size_t begin, std::size_t end)
{
    Population population;
    population.member = size.member;
    population.residents_of_institutions = size.residents_of_institutions;
    auto& starts = population.person_begin;
    starts = reader.read_part<std::uint32_t>(person_begin_path, begin, end - begin + 1);
    Part const households{begin, end, size.households};
    Part const persons{starts.front(), starts.back(), size.persons};
    if (persons.begin > persons.end || persons.end > persons.all) {
        throw reader.fault(std::string("array ") + person_begin_path +
                           " does not rise to the number of persons");
    }
    std::vector<std::string> faults;
    for_each_household_column([&](auto const& column) {
        read_column(reader, "/households", population, column, households, faults);
    });
    for_each_person_column([&](auto const& column) {
        read_column(reader, "/persons", population.persons, column, persons, faults);
    });
    for (auto& start : starts) {
        start -= static_cast<std::uint32_t>(persons.begin);
    }
    if (faults.empty()) {
        if (auto const fault = order_fault(starts, population.persons.role, begin); !fault.empty()) {
            faults.push_back(fault);
        }
        auto const& numbers = population.neighbourhood;
        if (!numbers.empty() && *std::max_element(numbers.begin(), numbers.end()) >= names) {
            faults.push_back(
                "array /households/neighbourhood counts further than the names in /neighbourhoods");
        }
    }
    if (!faults.empty()) {
        refuse(reader, faults);
    }
    return population;
}

}  // namespace

Population read_population(std::filesystem::path const& file)
{
    auto const reader = open_population(file);
    auto const size = size_of(reader);
    return read_households(reader, size, reader.read_texts("/neighbourhoods").size(), 0, size.households);
}

std::vector<std::string> read_neighbourhoods(std::filesystem::path const& file)
{
    return open_population(file).read_texts("/neighbourhoods");
}

PopulationFile::PopulationFile(std::filesystem::path const& file)
    : reader_(open_population(file)),
      size_(size_of(reader_)),
      neighbourhoods_(reader_.read_texts("/neighbourhoods").size())
{
}

Population PopulationFile::read(std::size_t begin, std::size_t end) const
{
    return read_households(reader_, size_, neighbourhoods_, begin, end);
}

std::string PopulationFile::digest() const
{
    constexpr std::size_t rows_at_a_time = std::size_t{1} << 20;
    Digest digest;
    auto const add = [&]<class Value>(std::string const& path, std::size_t rows, Value) {
        digest.add(std::to_string(rows * sizeof(Value)) + ":");
        for (std::size_t begin = 0; begin < rows; begin += rows_at_a_time) {
            auto const values = reader_.read_part<Value>(path, begin, std::min(rows_at_a_time, rows - begin));
            digest.add({reinterpret_cast<char const*>(values.data()), values.size() * sizeof(Value)});
        }
    };
    auto const add_column = [&]<class Owner, class Value>(std::string const& group, std::size_t rows,
                                                          Column<Owner, Value> const& column) {
        add(group + column.name, rows, Stored<Value>{});
    };
    add(person_begin_path, size_.households + 1, std::uint32_t{});
    for_each_person_column([&](auto const& column) { add_column("/persons/", size_.persons, column); });
    for_each_household_column(
        [&](auto const& column) { add_column("/households/", size_.households, column); });
    return digest.hex();
}

}  // namespace minimasim::report
