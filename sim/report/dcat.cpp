#include "sim/report/dcat.hpp"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "sim/base/digest.hpp"

namespace minimasim::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr char const* home = "https://github.com/minimasim/minimasim";
constexpr char const* licence = "https://creativecommons.org/licenses/by/4.0/";
constexpr char const* authority = "http://publications.europa.eu/resource/authority/";

Json reference(std::string const& iri)
{
    return {{"@id", iri}};
}

Json in_authority(std::string const& name)
{
    return reference(authority + name);
}

Json text(std::string const& language, std::string const& value)
{
    return {{"@language", language}, {"@value", value}};
}

Json prefixes()
{
    return {{"dcat", "http://www.w3.org/ns/dcat#"}, {"dct", "http://purl.org/dc/terms/"},
            {"foaf", "http://xmlns.com/foaf/0.1/"}, {"vcard", "http://www.w3.org/2006/vcard/ns#"},
            {"spdx", "http://spdx.org/rdf/terms#"}, {"xsd", "http://www.w3.org/2001/XMLSchema#"},
            {"prov", "http://www.w3.org/ns/prov#"}};
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

Json distribution(CsvTable const& table)
{
    auto const file = table.name + ".csv";
    auto const bytes = csv_text(table);
    return {
        {"@id", "#" + table.name},
        {"@type", "dcat:Distribution"},
        {"dct:title", text("en", table.title)},
        {"dct:description", text("en", table.description)},
        {"dcat:accessURL", reference(file)},
        {"dcat:downloadURL", reference(file)},
        {"dct:format", in_authority("file-type/CSV")},
        {"dcat:mediaType", reference("https://www.iana.org/assignments/media-types/text/csv")},
        {"dct:license", reference(licence)},
        {"dcat:byteSize", {{"@type", "xsd:nonNegativeInteger"}, {"@value", std::to_string(bytes.size())}}},
        {"spdx:checksum",
         {{"@type", "spdx:Checksum"},
          {"spdx:algorithm", reference("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")},
          {"spdx:checksumValue", {{"@type", "xsd:hexBinary"}, {"@value", sha256(bytes)}}}}}};
}

}  // namespace

std::string dcat_json(outcomes::Results const& results, std::vector<CsvTable> const& tables)
{
    auto const& from = results.provenance;
    auto const date = results.packages.empty() ? "" : results.packages.front().date;
    Json dataset{
        {"@context", prefixes()},
        {"@id", "#dataset"},
        {"@type", "dcat:Dataset"},
        {"dct:identifier",
         "minimasim-" + lower(from.municipality) + "-" + from.scenario_digest.substr(0, 16)},
        {"dct:title",
         {text("nl", "Kosten, bereik en armoede van het minimabeleid van " + from.municipality_name),
          text("en", "Costs, reach and poverty of minimum-income policy in " + from.municipality_name)}},
        {"dct:description",
         {text("nl", "Berekend door minimasim " + from.program_version +
                         " met een nagebouwde bevolking: geen rij gaat over een bestaand mens. Aantallen "
                         "onder de 10 "
                         "in een uitsplitsing zijn weggelaten."),
          text("en",
               "Computed by minimasim " + from.program_version +
                   " on a synthetic population: no row is about an existing person. Counts below 10 in a "
                   "breakdown are left out.")}},
        {"dct:publisher", {{"@id", home}, {"@type", "foaf:Agent"}, {"foaf:name", "minimasim"}}},
        {"dct:creator", {{"@id", home}, {"@type", "foaf:Agent"}, {"foaf:name", "minimasim"}}},
        {"dcat:contactPoint",
         {{"@type", "vcard:Kind"}, {"vcard:fn", "minimasim"}, {"vcard:hasURL", reference(home)}}},
        {"dcat:theme", {in_authority("data-theme/SOCI"), in_authority("data-theme/GOVE")}},
        {"dcat:keyword",
         {text("nl", "armoede"), text("nl", "minimabeleid"), text("nl", "microsimulatie"),
          text("nl", "inkomensondersteuning")}},
        {"dct:language", {in_authority("language/NLD"), in_authority("language/ENG")}},
        {"dct:accessRights", in_authority("access-right/PUBLIC")},
        {"dct:license", reference(licence)},
        {"dct:spatial",
         reference("https://identifier.overheid.nl/tooi/id/gemeente/" + lower(from.municipality))},
        {"dcat:version", from.program_version},
        {"prov:wasDerivedFrom", Json::array()},
        {"dcat:distribution", Json::array()}};
    if (!date.empty()) {
        dataset["dct:temporal"] = {{"@type", "dct:PeriodOfTime"},
                                   {"dcat:startDate", {{"@type", "xsd:date"}, {"@value", date}}},
                                   {"dcat:endDate", {{"@type", "xsd:date"}, {"@value", date}}}};
    }
    dataset["prov:wasDerivedFrom"].push_back(reference("https://opendata.cbs.nl"));
    for (auto const& table : tables) {
        dataset["dcat:distribution"].push_back(distribution(table));
    }
    return dataset.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace minimasim::report
