#include "sim/report/data_package.hpp"

namespace minimasim::report {

namespace {

using Json = nlohmann::ordered_json;

Json schema(CsvTable const& table)
{
    Json fields = Json::array();
    for (auto const& column : table.columns) {
        Json field{{"name", column.name}, {"type", column.type}, {"description", column.description}};
        if (!column.unit.empty()) {
            field["unit"] = column.unit;
        }
        fields.push_back(field);
    }
    return {{"fields", fields}, {"missingValues", {""}}};
}

}  // namespace

void add_licence_and_resources(Json& json, std::vector<CsvTable> const& tables)
{
    json["licenses"] = {{{"name", "CC-BY-4.0"},
                         {"path", "https://creativecommons.org/licenses/by/4.0/"},
                         {"title", "Creative Commons Attribution 4.0"}}};
    json["resources"] = Json::array();
    for (auto const& table : tables) {
        json["resources"].push_back(
            {{"profile", "tabular-data-resource"},
             {"name", table.name},
             {"path", table.name + ".csv"},
             {"title", table.title},
             {"description", table.description},
             {"format", "csv"},
             {"mediatype", "text/csv"},
             {"encoding", "utf-8"},
             {"dialect", {{"delimiter", ","}, {"lineTerminator", "\n"}, {"header", true}}},
             {"schema", schema(table)}});
    }
}

}  // namespace minimasim::report
