#include "sim/command_line/input.hpp"

#include <vector>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/command_line/progress.hpp"
#include "sim/input/household_checks.hpp"

namespace minimasim::commands {

namespace {

bool is_file(std::filesystem::path const& path)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored);
}

// What looks like a place on disk is no name.
bool looks_like_a_file(std::string const& word, char const* extension)
{
    return is_file(word) || word.find('/') != std::string::npos || word.ends_with(extension);
}

}  // namespace

run::RunOptions run_options_of(Common const& common)
{
    run::RunOptions options;
    options.members = common.members;
    options.seed = common.seed;
    options.threads = common.threads;
    options.block_size = common.block_size;
    options.progress = progress_bar();
    return options;
}

report::Language language_of(std::string const& name)
{
    return name == "en" ? report::Language::english : report::Language::dutch;
}

std::optional<Date> date_of(std::string const& text)
{
    if (text.empty()) {
        return std::nullopt;
    }
    auto const date = parse_date(text);
    if (!date) {
        throw InputError("--date", 0, "'" + text + "' is no day; write it as 2025-07-01");
    }
    return date;
}

input::Scenario scenario_of(std::string const& file_or_name, run::Folders const& folders)
{
    if (looks_like_a_file(file_or_name, ".toml")) {
        return input::read_scenario(file_or_name, folders.scenarios);
    }
    auto const shipped = folders.scenarios / (file_or_name + ".toml");
    if (!is_file(shipped)) {
        std::vector<std::string> names;
        for (auto const& file : input::scenario_files(folders.scenarios)) {
            names.push_back(file.stem().string());
        }
        throw InputError("--scenario", 0,
                         "'" + file_or_name + "' is neither a file nor a shipped package" +
                             did_you_mean(file_or_name, names) + " (minimasim list packages)");
    }
    return input::read_scenario(shipped, folders.scenarios);
}

std::filesystem::path household_folder(run::Folders const& folders)
{
    return folders.data / "households";
}

input::HouseholdRecord household_of(std::string const& file_or_name, input::HouseholdLimits const& limits,
                                    run::Folders const& folders)
{
    if (looks_like_a_file(file_or_name, ".json")) {
        return input::read_household_file(file_or_name, limits);
    }
    auto const shipped = household_folder(folders) / (file_or_name + ".json");
    if (!is_file(shipped)) {
        throw InputError("household", 0,
                         "'" + file_or_name + "' is neither a file nor a shipped household" +
                             did_you_mean(file_or_name, input::named_households(household_folder(folders))) +
                             " (minimasim list households)");
    }
    return input::read_household_file(shipped, limits);
}

void use_date(input::HouseholdRecord& record, std::string const& date, input::HouseholdLimits const& limits)
{
    auto const day = date_of(date);
    if (!day) {
        return;
    }
    if ((limits.first && *day < *limits.first) || (limits.last && *day > *limits.last)) {
        throw InputError("--date", 0,
                         "the law of " + to_text(*day) + " is not known here; it is from " +
                             to_text(*limits.first) + " up to and including " + to_text(*limits.last));
    }
    record.date = *day;
    std::vector<Problem> problems;
    input::check_household(record, limits, problems);
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

run::Municipality municipality_of(input::HouseholdRecord const& record, run::Folders const& folders)
{
    std::error_code ignored;
    auto const all = folders.data / "municipalities";
    bool const is_plain = record.municipality.find('/') == std::string::npos && record.municipality != "..";
    if (!is_plain || !std::filesystem::is_directory(all / record.municipality, ignored)) {
        std::vector<std::string> codes;
        for (auto const& entry : std::filesystem::directory_iterator(all, ignored)) {
            codes.push_back(entry.path().filename().string());
        }
        throw InputError(record.origin, record.lines.line("municipality"),
                         "there are no data of municipality " + record.municipality +
                             did_you_mean(record.municipality, codes) + " (minimasim list municipalities)");
    }
    return run::read_municipality(folders.data, record.municipality);
}

}  // namespace minimasim::commands
