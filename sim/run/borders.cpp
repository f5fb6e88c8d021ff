#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "sim/base/error.hpp"
#include "sim/run/report_content.hpp"

namespace minimasim::run {

namespace {

std::string list_of(std::set<std::string> const& names)
{
    std::string text;
    for (auto const& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text.empty() ? "none" : text;
}

// Names of the features that are neighbourhoods.
std::set<std::string> names_in(nlohmann::json const& borders)
{
    std::set<std::string> names;
    for (auto const& feature : borders.at("features")) {
        auto const& properties = feature.at("properties");
        if (properties.at("level") == "neighbourhood") {
            names.insert(properties.at("name").get<std::string>());
        }
    }
    return names;
}

}  // namespace

std::string read_borders(Workspace const& workspace)
{
    auto const file =
        workspace.folders.data / "margins" / workspace.municipality.code / "neighbourhoods.geojson";
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
        return "";
    }
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    auto const expected = neighbourhood_names(workspace.evidence);
    std::set<std::string> found;
    try {
        auto const borders = nlohmann::json::parse(text.str());
        if (!borders.contains("attribution")) {
            throw InputError(file.string(), 0,
                             "does not say whom to name (a member \"attribution\"); a map may not be shown "
                             "without it");
        }
        found = names_in(borders);
    } catch (nlohmann::json::exception const& fault) {
        throw InputError(file.string(), 0,
                         std::string("is no GeoJSON with a name and a level in the properties of every "
                                     "feature: ") +
                             fault.what());
    }
    std::set<std::string> const wanted(expected.begin(), expected.end());
    if (found != wanted) {
        throw InputError(file.string(), 0,
                         "has the neighbourhoods " + list_of(found) + "; those of the municipality are " +
                             list_of(wanted));
    }
    return text.str();
}

}  // namespace minimasim::run
