#pragma once

#include <CLI/CLI.hpp>

#include "sim/command_line/commands.hpp"

// Options that several commands or programs take.
namespace minimasim {

// Data, municipality, threads, seed and members.
void add_common(CLI::App& command, commands::Common& common);

// The households that are worked out at a time.
void add_block_size(CLI::App& command, commands::Common& common);

// What a sweep is of; not which part of it, nor how it is told.
void add_sweep(CLI::App& command, commands::Sweep& sweep);

}  // namespace minimasim
