#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minimasim::outcomes {

// One reported figure of one package. Differences are against the baseline, paired within replicates; for the
// baseline itself they are zero. The interval holds 90 % of the replicates (5th and 95th percentile).
struct Figure {
    std::string package;  // id; the baseline comes first
    std::string outcome;  // cost_per_year, recipients, entitled, poor_persons, ...
    std::string scheme;   // "" when the outcome is not of one scheme
    std::string
        breakdown;     // "total", "neighbourhood", "profile", "household_type", "norm_band", "income_source"
    std::string cell;  // "" for a total, else the category
    std::string unit;  // euro_per_year, households, persons, children, share, ...
    double estimate = 0;  // mean over the replicates
    double low = 0;
    double high = 0;
    double difference = 0;
    double difference_low = 0;
    double difference_high = 0;
};

struct PackageDescription {
    std::string id;
    std::string title;  // Dutch
    std::string title_en;
    std::string question;
    std::string source;
    std::string date;                // law date, ISO
    std::string scenario_text;       // the file as read, with those it builds on
    double published_cost_euro = 0;  // shown beside the model's figure, used nowhere else
    bool has_published_cost = false;
    std::vector<std::string> changed_terms;  // "scheme.term: 1.20 -> 1.30", sorted
    std::vector<std::string> remarks;        // what the reader must know, in Dutch
    std::vector<std::string> remarks_en;     // the same in English
};

// A value the figures rest on.
struct TermRow {
    std::string package;  // "baseline", or the package that changes it
    std::string scheme;
    std::string term;
    double value = 0;
    std::string unit;
    std::string valid_from;
    std::string status;  // read, derived, recalled, estimated, carried, package
    std::string source;
};

// One number per package, replicate and outcome: what the intervals are made of. Values in column-major
// order: value(package p, replicate r, outcome o) = values[(o * packages + p) * replicates + r].
struct ReplicateTable {
    std::vector<std::string> outcomes;  // "cost_per_year/income_supplement", "poor_persons", ...
    std::vector<std::string> units;
    std::size_t packages = 0;
    std::size_t replicates = 0;
    std::vector<double> values;
};

// Only what determines the numbers. Time, host, threads, paths and command line go to run.json.
struct Provenance {
    std::string program_version;
    std::string municipality;  // "GM0106"
    std::string municipality_name;
    std::string calibration_date;
    std::string data_digest;        // SHA-256 over the data files, in path order
    std::string population_digest;  // SHA-256 over the population members
    std::string scenario_digest;
    std::uint64_t seed = 0;
    std::uint32_t replicates = 0;
    std::uint32_t members = 0;
    std::string held_sources;      // of uncertainty, at their central value; names with commas, "" for none
    std::string reading_of_users;  // "printed", or "other" where a source leaves the unit of users open
};

// One row of the validation of the population that the figures rest on (its first member). Numbers are NaN
// where there is none.
struct ValidationFigure {
    std::string section;
    std::string key;
    std::string role;  // acceptance, internal, panel, worst, provenance, ...
    std::string ok;    // yes, no, or "" where nothing is judged
    std::string reason;
    double published = 0;
    double low = 0;
    double high = 0;
    double model = 0;
};

// Everything `results.h5` holds.
struct Results {
    std::vector<PackageDescription> packages;
    std::vector<Figure> figures;
    ReplicateTable replicates;
    std::vector<TermRow> terms;
    std::vector<ValidationFigure> validation;
    Provenance provenance;
};

}  // namespace minimasim::outcomes
