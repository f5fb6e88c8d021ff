#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sim/base/date.hpp"
#include "sim/command_line/commands.hpp"
#include "sim/input/household_record.hpp"
#include "sim/input/scenario.hpp"
#include "sim/report/language.hpp"
#include "sim/run/simulate.hpp"
#include "sim/run/workspace.hpp"

// What several commands make of the words of a command line. All of it throws InputError.
namespace minimasim::commands {

report::Language language_of(std::string const& name);

// The day after --date; nothing when it was not given.
std::optional<Date> date_of(std::string const& text);

// A run as the options of every command ask, without packages and replicates.
run::RunOptions run_options_of(Common const& common);

// A scenario by file or by the name of a shipped one.
input::Scenario scenario_of(std::string const& file_or_name, run::Folders const& folders);

// A household by file or by the name of a shipped one.
input::HouseholdRecord household_of(std::string const& file_or_name, input::HouseholdLimits const& limits,
                                    run::Folders const& folders);

// Puts the day after --date, if there is one, in place of the household's own, and checks the household anew.
void use_date(input::HouseholdRecord& record, std::string const& date, input::HouseholdLimits const& limits);

// The folder of the shipped households.
std::filesystem::path household_folder(run::Folders const& folders);

// The municipality of a household; an unknown one is blamed on the line that names it.
run::Municipality municipality_of(input::HouseholdRecord const& record, run::Folders const& folders);

}  // namespace minimasim::commands
