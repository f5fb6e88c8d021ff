#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "sim/report/population_file.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/streaming/member_store.hpp"
#include "sim/run/take_up/take_up_checks.hpp"

namespace minimasim::run {

// How a population is streamed. The numbers do not depend on any of it.
struct StreamOptions {
    int threads = 0;                                 // 0 = all
    std::filesystem::path scratch_folder;            // "" for the folder of temporary files
    std::size_t most_households_at_a_time = 15'000;  // of one thread
    Progress progress = [](std::string_view, double) {};
};

// A population of any size, worked out once under every law of a run. In memory stand only counts; on disk
// the households that can matter to some figure (Screen), with what the schemes ask of them.
struct StreamedPopulation {
    MemberStore store;
    takeup::HouseholdsByShift on_low_income{};  // of all households
    TakeUpChecks long_low_income;               // of all households; the rest is not filled
    std::size_t households = 0;
    std::string digest;
};

// Reads the file and works out every household. Throws InputError (the file, a full disk).
StreamedPopulation stream_population(Setting const& setting, Workspace const& workspace,
                                     report::PopulationFile const& file, StreamOptions const& options);

// Every so many households of a file, so that at most `most` are in memory: to match take-up on.
population::Population sample_of(report::PopulationFile const& file, std::size_t most);

}  // namespace minimasim::run
