#pragma once

#include <string>
#include <vector>

#include "sim/forecast/names.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// What people call a process of the forecast (`term` empty) or a term; its key in words where it has no name.
std::string process_name(std::vector<forecast::Name> const& names, std::string const& process,
                         std::string const& term, Language language);

// How well a term is founded, for people: high, medium, low or none as the data has it.
std::string evidence_name(std::string const& evidence, Language language);

// A unit of the forecast, which the data has in English, for people; itself where it has no translation.
std::string unit_name(std::string const& unit, Language language);

// The uncertain terms without evidence, by process: name, value with interval, unit, and the key that
// `minimasim list terms --process` has.
std::string assumed_terms(std::vector<forecast::Assumption> const& assumptions,
                          std::vector<forecast::Name> const& names, Language language);

// The processes of the forecast, one a line: key, name and number of terms.
std::string list_processes(std::vector<forecast::Assumption> const& assumptions,
                           std::vector<forecast::Name> const& names, Language language);

// One process: its equation, and every term with value, interval, unit, evidence and source. Throws
// InputError for a process that there is not.
std::string list_process(std::string const& process, std::vector<forecast::Assumption> const& assumptions,
                         std::vector<forecast::Name> const& names, Language language);

}  // namespace minimasim::report
