#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace minimasim::report {

// How a run went: all that does not determine the numbers and therefore stays out of results.h5.
struct RunRecord {
    std::string program_version;
    std::string started_at;  // ISO 8601 with zone
    std::string finished_at;
    std::string host;
    std::string system;           // "Linux 6.1.0 x86_64"
    std::string compiler;         // "g++ 12.2.0"
    std::string instruction_set;  // of the loops over rows: baseline, v3 or v4
    std::string build_type;
    std::string working_folder;
    std::vector<std::string> command_line;
    int threads = 0;
    double seconds = 0;  // wall time of the whole run
    double cpu_seconds = 0;
    std::uint64_t peak_memory_bytes = 0;
    std::vector<std::pair<std::string, double>> steps;         // name, seconds; in order
    std::vector<std::pair<std::string, std::string>> digests;  // file or part, SHA-256
    std::vector<std::pair<std::string, std::string>> inputs;   // what was read: name, path
    std::vector<std::string> warnings;
};

// Fills in what the system knows: finished_at (now), host, system, compiler, instruction set, working
// folder, CPU time and peak memory.
RunRecord completed(RunRecord record);

// This moment in ISO 8601 with seconds and zone (2025-07-01T12:00:00+02:00).
std::string time_now();

// The record as a JSON document.
std::string to_json(RunRecord const& record);

// Writes run.json, whole or not at all. InputError when the disk refuses.
void write_run_record(RunRecord const& record, std::filesystem::path const& file);

}  // namespace minimasim::report
