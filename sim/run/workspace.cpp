#include "sim/run/workspace.hpp"

#include <algorithm>
#include <vector>

#include "sim/base/digest.hpp"
#include "sim/base/error.hpp"
#include "sim/rules/statutory/statutory.hpp"
#include "sim/run/households/household_view.hpp"

namespace minimasim::run {

namespace {

bool holds_data(std::filesystem::path const& folder)
{
    std::error_code ignored;
    return std::filesystem::is_directory(folder / "law", ignored) &&
           std::filesystem::is_directory(folder / "municipalities", ignored);
}

std::string digest_of(std::filesystem::path const& folder)
{
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    Digest digest;
    for (auto const& file : files) {
        digest.add_text(file.lexically_relative(folder).generic_string());
        digest.add_text(sha256_of_file(file));
    }
    return digest.hex();
}

// The data and packages beside the working folder or the program; `other_scenarios` and no data where there
// are none.
Folders shipped_folders(std::filesystem::path const& other_scenarios)
{
    std::error_code ignored;
    auto const program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    std::vector<std::filesystem::path> candidates{std::filesystem::current_path()};
    for (auto folder = program.parent_path(); !folder.empty() && folder != folder.root_path();
         folder = folder.parent_path()) {
        candidates.push_back(folder);
        candidates.push_back(folder / "share" / "minimasim");
    }
    for (auto const& candidate : candidates) {
        if (holds_data(candidate / "data")) {
            auto const data = std::filesystem::relative(candidate / "data", ignored);
            auto const shown = data.empty() ? candidate / "data" : data;
            return {shown, shown.parent_path() / "scenarios"};
        }
    }
    return {{}, other_scenarios};
}

}  // namespace

Folders find_folders(std::filesystem::path const& given_data)
{
    std::error_code ignored;
    if (!given_data.empty()) {
        if (!holds_data(given_data)) {
            throw InputError(given_data.string(), 0,
                             "is no folder of data; it should hold law/ and municipalities/");
        }
        auto const folder = given_data.has_filename() ? given_data : given_data.parent_path();
        auto const beside = folder.parent_path() / "scenarios";
        // A folder of data that was made elsewhere has no packages of its own: those of the program serve it.
        return {folder,
                std::filesystem::is_directory(beside, ignored) ? beside : shipped_folders(beside).scenarios};
    }
    auto const shipped = shipped_folders("");
    if (!shipped.data.empty()) {
        return shipped;
    }
    throw InputError(
        "data", 0,
        "no folder of data was found beside the working folder or the program; give one with --data");
}

Workspace read_workspace(Folders const& folders, std::string const& municipality)
{
    Workspace workspace;
    workspace.folders = folders;
    workspace.municipality = read_municipality(folders.data, municipality);
    workspace.evidence = population::read_evidence(folders.data, municipality);
    workspace.terms = read_terms(folders.data, municipality);
    workspace.behaviour.take_up = read_take_up(folders.data);
    workspace.take_up_evidence = takeup::read_evidence(folders.data);
    workspace.behaviour.profiles = workspace.evidence.profiles;
    check_behaviour(workspace.municipality,
                    read_policy(workspace.terms, workspace.municipality.measures,
                                workspace.municipality.calibration_date),
                    workspace.behaviour.take_up, folders.data);
    workspace.data_digest = digest_of(folders.data);
    return workspace;
}

population::MeasureIncome measure_of(DatedPolicy const& calibration_policy)
{
    rules::Law const law = calibration_policy.policy.law;
    rules::HouseholdCostsTerms const costs = calibration_policy.policy.household_costs;
    int const year = calibration_policy.date.year;
    return [law, costs, year](population::HouseholdDraft const& draft) {
        auto household = view_of(draft, law, year);
        add_household_costs(household, costs);
        auto const income = rules::statutory_income(household, law);
        return population::IncomeMeasure{income.share_of_cbs_minimum, income.standardised_income_per_year};
    };
}

std::vector<std::string> neighbourhood_names(population::Evidence const& evidence)
{
    std::vector<std::string> names;
    for (auto const& neighbourhood : evidence.neighbourhoods) {
        names.push_back(neighbourhood.name);
    }
    return names;
}

}  // namespace minimasim::run
