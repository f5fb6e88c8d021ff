#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/forecast/terms.hpp"

namespace minimasim::forecast {

// What people call a process or one of its terms, Dutch and English; a process has its equation on one line.
struct Name {
    std::string process;
    std::string term;  // "" for the process itself
    std::string name;
    std::string name_en;
    std::string equation;
    std::string equation_en;
};

// Reads data/assumptions/forecast_names.csv or people_names.csv: every name once, of a process or term that
// there is, in both languages, a process with its equation. Throws InputError with all problems together.
std::vector<Name> read_names(std::filesystem::path const& file, std::vector<Assumption> const& assumptions);

// The name of a process (`term` empty) or term, nullptr where it has none.
Name const* find_name(std::vector<Name> const& names, std::string_view process, std::string_view term);

// The processes of the assumptions, in their order, each once.
std::vector<std::string> processes_of(std::vector<Assumption> const& assumptions);

}  // namespace minimasim::forecast
