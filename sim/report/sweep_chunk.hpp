#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace minimasim::report {

// The six numbers of a figure: estimate, low and high of the level, the same of the difference.
inline constexpr std::size_t sweep_numbers = 6;

// What a row of a sweep is about.
struct SweepLine {
    std::string outcome;  // as in results.h5
    std::string scheme;   // "" for all together
    std::string unit;

    friend bool operator==(SweepLine const&, SweepLine const&) = default;
};

// A term that a sweep varies.
struct SweepColumn {
    std::string name;  // scheme.term, or take_up.scheme
    std::string unit;

    friend bool operator==(SweepColumn const&, SweepColumn const&) = default;
};

// Some points of a sweep with their figures: what is worked out, kept and lost together.
struct SweepChunk {
    std::string identity;           // of the sweep, as JSON
    std::string population_digest;  // of the members that were used
    std::size_t first = 0;          // number of its first point, from 0
    std::vector<SweepColumn> columns;
    std::vector<SweepLine> lines;
    std::vector<double> baseline_terms;    // per column: values under current policy, NaN for take-up
    std::vector<double> baseline_figures;  // [line][number]
    std::vector<double> terms;             // [point][column]
    std::vector<double> figures;           // [point][line][number]

    std::size_t size() const { return columns.empty() ? 0 : terms.size() / columns.size(); }
};

// The chunk as a file of HDF5 with a digest of its content; equal chunks give equal bytes.
std::string chunk_bytes(SweepChunk const& chunk);

// Reads a chunk; InputError when the file is damaged, cut short, or another kind of file.
SweepChunk read_chunk(std::filesystem::path const& file);

}  // namespace minimasim::report
