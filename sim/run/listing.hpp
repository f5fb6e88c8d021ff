#pragma once

#include <string>

#include "sim/report/language.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::run {

// What `minimasim list` prints, one thing a line.
std::string list_schemes();
std::string list_packages(Folders const& folders);
std::string list_municipalities(Folders const& folders);
std::string list_households(std::filesystem::path const& folder, report::Language language);

// Every term with value, unit, range, since when, status and source on a date.
std::string list_terms(input::TermTable const& terms, Municipality const& municipality, Date date);

}  // namespace minimasim::run
