#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What the verbs of the command line do. Each prints what it has to say and returns the exit code; wrong
// input is thrown.
namespace minimasim::commands {

struct Common {
    std::string data;
    std::string municipality = "GM0106";
    int threads = 0;
    std::uint64_t seed = 1;
    std::uint32_t members = 20;
    std::uint32_t block_size = 2048;  // households worked out at a time
};

struct Run {
    Common common;
    std::vector<std::string> scenarios;
    std::string output = "results";
    std::uint32_t replicates = 100;
    std::string date;
    std::string population;
    bool other_reading = false;
    std::vector<std::string> without;  // sources of uncertainty that do not vary
    bool tornado = false;
    std::uint32_t variance = 0;         // rows of the design; 0: no shares of variance
    std::optional<int> forecast_until;  // also makes the forecast; that of the scenarios where they have one
    bool json = false;
    std::string language = "nl";
};

struct Population {
    Common common;
    std::string output;
    std::uint32_t size = 0;  // 0: as many households as there are
    std::string check_file;
    bool bounds = false;
    bool json = false;  // of check
};

struct Validate {
    Common common;
    std::uint32_t replicates = 100;
    std::string output = "results";
    bool json = false;
};

struct Household {
    Common common;
    std::string household;  // a file or the name of a shipped one
    std::string scenario;
    std::string date;
    std::string language = "nl";
    std::string sweep;   // key=from:to:step
    std::string output;  // folder or file for the curve
    bool json = false;
    bool schema = false;
};

struct Evaluate {
    Common common;
    std::string file;
    std::string scenario;
    std::string date;
    std::string output;  // "" = standard output
    std::string language = "nl";
    bool steps = false;
};

struct List {
    Common common;
    std::string what;
    std::string date;
    std::string language = "nl";
    bool of_processes = false;  // terms of the forecast
    std::string process;        // "": the processes themselves
};

struct Check {
    Common common;
    std::string file;
};

struct Sweep {
    Common common;
    std::string plan;
    std::string output;
    std::string shard;  // "2/4", "" for the whole sweep
    std::uint32_t replicates = 20;
    std::uint32_t points_per_chunk = 0;  // 0: by the number of replicates
    std::string date;
    std::string population;
    bool resumes = false;
    bool json = false;
};

struct Optimise {
    Common common;
    double budget = 0;  // euro a year above current policy
    std::string target;
    std::string output = "results";
    std::vector<std::string> schemes;  // whose terms are turned; empty: all
    std::uint32_t points = 12;
    std::uint32_t replicates = 100;
    std::uint32_t search_replicates = 8;
    std::string date;
    std::string population;
    bool json = false;
    std::string language = "nl";
};

struct Report {
    std::string file;
    std::string forecast;  // forecast.json; "": that beside the results, if any
    std::string output;    // "": the folder of the file
    std::string language = "nl";
    bool pdf = false;
};

struct Forecast {
    Common common;
    std::vector<std::string> scenarios;  // files or names of shipped ones; empty: all
    std::optional<int> until;            // that of the scenarios, else 2030
    std::optional<int> budget_from;
    std::string realised;  // figures of the running year; "" for none
    bool fixed_households = false;
    bool budget_by_people = false;
    std::uint32_t replicates = 100;
    std::string output = "results";
    std::string shard;     // "2/4", "" for the whole forecast
    bool resumes = false;  // keeps a shard that is finished
    bool merges = false;   // puts the shards together
    bool json = false;
    std::string language = "nl";
};

struct Merge {
    std::string folder;
    bool json = false;
};

int run_packages(Run const& run, int argc, char** argv);
int build_population(Population const& population);
int check_population(Population const& population);
int validate(Validate const& validate);
int household(Household const& household);
int evaluate(Evaluate const& evaluate);
int list(List const& list);
int check(Check const& check);
void check_plan(Check const& check);
int sweep(Sweep const& sweep);
int merge(Merge const& merge);
int optimise(Optimise const& optimise);
int report_results(Report const& report);
int forecast(Forecast const& forecast);

}  // namespace minimasim::commands
