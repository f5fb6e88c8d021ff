#pragma once

#include <filesystem>
#include <string>

#include "sim/base/date.hpp"
#include "sim/population/evidence/evidence.hpp"
#include "sim/population/synthesis.hpp"
#include "sim/run/law_and_policy/municipality.hpp"
#include "sim/takeup/evidence.hpp"

namespace minimasim::run {

// The folders a run reads from.
struct Folders {
    std::filesystem::path data;       // data/
    std::filesystem::path scenarios;  // scenarios/ beside it
};

// Where data/ stands: the given folder, else beside the working folder, the program, or its sources. Throws
// InputError when there is none.
Folders find_folders(std::filesystem::path const& given_data);

// Everything that is read before anything is computed: one municipality, its evidence, law and behaviour.
struct Workspace {
    Folders folders;
    Municipality municipality;
    population::Evidence evidence;
    input::TermTable terms;
    takeup::Assumptions behaviour;
    std::vector<takeup::Evidence> take_up_evidence;
    std::string data_digest;  // SHA-256 over the data files, in path order
};

// Reads and checks all of it; throws InputError.
Workspace read_workspace(Folders const& folders, std::string const& municipality);

// Tax and benefit rules of the calibration date, as the builder of the population asks for them.
population::MeasureIncome measure_of(DatedPolicy const& calibration_policy);

// Names of the neighbourhoods, in the order in which a population counts them.
std::vector<std::string> neighbourhood_names(population::Evidence const& evidence);

}  // namespace minimasim::run
