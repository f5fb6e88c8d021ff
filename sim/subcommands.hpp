#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "sim/command_line/commands.hpp"

// The larger subcommands of minimasim: their options, help and examples.
namespace minimasim {

void add_language(CLI::App& command, std::string& language);
void add_optimise(CLI::App& app, commands::Optimise& optimise);
void add_report(CLI::App& app, commands::Report& report);
void add_forecast(CLI::App& app, commands::Forecast& forecast);

}  // namespace minimasim
