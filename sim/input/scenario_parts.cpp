#include <algorithm>

#include "sim/base/error.hpp"
#include "sim/input/scenario.hpp"

// What a scenario builds on.
namespace minimasim::input {

namespace {

std::filesystem::path find_package(std::string const& id, std::filesystem::path const& beside,
                                   std::filesystem::path const& shipped)
{
    for (auto const& folder : {beside, shipped}) {
        auto const file = folder / (id + ".toml");
        std::error_code ignored;
        if (std::filesystem::is_regular_file(file, ignored)) {
            return file;
        }
    }
    return {};
}

// Adds what a scenario builds on, depth first, each package once, then the scenario itself.
void collect(ScenarioFile scenario, std::filesystem::path const& shipped, std::vector<std::string>& chain,
             std::vector<ScenarioFile>& parts)
{
    auto const beside = std::filesystem::path(scenario.file).parent_path();
    chain.push_back(scenario.id);
    for (auto const& base : scenario.based_on) {
        if (std::find(chain.begin(), chain.end(), base) != chain.end()) {
            std::string path;
            for (auto const& id : chain) {
                path += id + " -> ";
            }
            throw InputError(scenario.file, scenario.based_on_place.line,
                             "builds on itself: " + path + base + "; a package needs an end to start from");
        }
        bool const is_known =
            std::any_of(parts.begin(), parts.end(), [&](auto const& part) { return part.id == base; });
        if (is_known || base == "baseline") {
            continue;
        }
        auto const found = find_package(base, beside, shipped);
        if (found.empty()) {
            std::vector<std::string> known;
            for (auto const& candidate : scenario_files(shipped)) {
                known.push_back(candidate.stem().string());
            }
            throw InputError(scenario.file, scenario.based_on_place.line,
                             "based_on names " + base + ", but there is no " + base +
                                 ".toml beside this file or in " + shipped.string() +
                                 did_you_mean(base, known));
        }
        collect(read_scenario_file(found), shipped, chain, parts);
    }
    chain.pop_back();
    parts.push_back(std::move(scenario));
}

}  // namespace

Scenario read_scenario(std::filesystem::path const& file, std::filesystem::path const& shipped)
{
    return with_what_it_builds_on(read_scenario_file(file), shipped);
}

Scenario with_what_it_builds_on(ScenarioFile const& own, std::filesystem::path const& shipped)
{
    std::vector<std::string> chain;
    std::vector<ScenarioFile> parts;
    collect(own, shipped, chain, parts);
    Scenario scenario;
    scenario.own = parts.back();
    for (auto const& part : parts) {
        scenario.parts.push_back(part.id);
        scenario.full_text += "# " + part.id + "\n" + part.text + "\n";
        scenario.changes.insert(scenario.changes.end(), part.changes.begin(), part.changes.end());
        scenario.forecast.insert(scenario.forecast.end(), part.forecast.begin(), part.forecast.end());
        scenario.take_up.insert(scenario.take_up.end(), part.take_up.begin(), part.take_up.end());
        for (auto const& scheme : part.ex_officio) {
            if (std::find(scenario.ex_officio.begin(), scenario.ex_officio.end(), scheme) ==
                scenario.ex_officio.end()) {
                scenario.ex_officio.push_back(scheme);
            }
        }
        if (part.date) {
            scenario.date = part.date;
        }
        if (part.forecast_until) {
            scenario.forecast_until = part.forecast_until;
        }
        if (part.budget_from) {
            scenario.budget_from = part.budget_from;
        }
    }
    return scenario;
}

std::vector<std::filesystem::path> scenario_files(std::filesystem::path const& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code fault;
    for (auto const& entry : std::filesystem::directory_iterator(folder, fault)) {
        if (entry.path().extension() == ".toml") {
            files.push_back(entry.path());
        }
    }
    if (fault) {
        throw InputError(folder.string(), 0, "the folder of scenarios cannot be read");
    }
    std::sort(files.begin(), files.end(), [](auto const& a, auto const& b) {
        bool const a_first = a.stem() == "baseline";
        bool const b_first = b.stem() == "baseline";
        return a_first != b_first ? a_first : a.stem().string() < b.stem().string();
    });
    return files;
}

}  // namespace minimasim::input
