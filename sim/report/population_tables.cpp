#include "sim/report/population_tables.hpp"

#include <nlohmann/json.hpp>

#include "sim/base/atomic_file.hpp"
#include "sim/report/csv_table.hpp"
#include "sim/report/data_package.hpp"
#include "sim/report/population_columns.hpp"

namespace minimasim::report {

namespace {

// The columns of one owner (households or persons) as texts, after those that stand there already.
template <class Owner, class Value>
void add_column(CsvTable& table, Owner const& owner, Column<Owner, Value> const& column)
{
    bool const is_category = !column.words.empty();
    table.columns.push_back({column.name, is_category ? "string" : "integer", column.unit,
                             is_category ? description_of(column) : column.description});
    auto const& values = owner.*column.member;
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto const number = static_cast<std::int64_t>(values[i]);
        table.rows[i].push_back(is_category ? column.words[static_cast<std::size_t>(number)]
                                            : std::to_string(number));
    }
}

CsvTable household_table(Population const& population, std::vector<std::string> const& neighbourhoods)
{
    CsvTable table{"households",
                   "Households",
                   "One row a household, grouped by neighbourhood.",
                   {{"household", "integer", "", "Number from 0; persons.csv refers to it"},
                    {"neighbourhood", "string", "", "Name of the neighbourhood"}},
                   {}};
    for (std::size_t i = 0; i < population.size(); ++i) {
        table.rows.push_back({std::to_string(i), neighbourhoods[population.neighbourhood[i]]});
    }
    for_each_household_column([&](auto const& column) {
        if (std::string(column.name) != "neighbourhood") {
            add_column(table, population, column);
        }
    });
    return table;
}

CsvTable person_table(Population const& population)
{
    CsvTable table{"persons",
                   "Persons",
                   "One row a person; of a household the claimant first, then the partner, then the others.",
                   {{"household", "integer", "", "Number in households.csv"}},
                   {}};
    for (std::size_t i = 0; i < population.size(); ++i) {
        for (auto j = population.person_begin[i]; j < population.person_begin[i + 1]; ++j) {
            table.rows.push_back({std::to_string(i)});
        }
    }
    for_each_person_column([&](auto const& column) { add_column(table, population.persons, column); });
    return table;
}

}  // namespace

void write_population_tables(Population const& population, std::vector<std::string> const& neighbourhoods,
                             std::filesystem::path const& folder)
{
    std::vector<CsvTable> const tables{household_table(population, neighbourhoods), person_table(population)};
    nlohmann::ordered_json package{
        {"profile", "tabular-data-package"},
        {"name", "minimasim-population"},
        {"title", "Synthetic population of a municipality"},
        {"description",
         "Made by minimasim from published tables; no row is about an existing person. What of it was "
         "measured, constrained, modelled or assumed stands in data/provenance.csv of the program."}};
    add_licence_and_resources(package, tables);
    create_folder(folder);
    FileSet files;
    for (auto const& table : tables) {
        files.add(folder / (table.name + ".csv"), csv_text(table));
    }
    files.add(folder / "datapackage.json", package.dump(2) + "\n");
    files.commit();
}

std::vector<std::string> population_fields()
{
    std::vector<std::string> fields;
    for_each_household_column(
        [&](auto const& column) { fields.push_back(std::string("households.") + column.name); });
    for_each_person_column(
        [&](auto const& column) { fields.push_back(std::string("persons.") + column.name); });
    return fields;
}

}  // namespace minimasim::report
