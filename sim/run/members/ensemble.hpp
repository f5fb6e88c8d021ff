#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "sim/population/synthesis.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::run {

// Called now and then on long work: what is being done and how far it is, 0..1. May throw Interrupted.
using Progress = std::function<void(std::string_view step, double share)>;

// The members of the ensemble of populations, kept in a cache whose name holds everything they depend on, so
// that a changed input or program never meets an old population.
class Ensemble {
  public:
    // cache: folder for the members, "" for none. size_factor scales all counts. Sources that do not vary are
    // those of member 0 in every member.
    Ensemble(Workspace const& workspace, DatedPolicy const& calibration_policy, std::uint64_t seed,
             std::filesystem::path cache, double size_factor = 1.0,
             population::UncertaintySources sources = {});

    // Builds the members that the cache lacks, on `threads` threads (0 = all), and removes those of other
    // inputs.
    void prepare(std::uint32_t members, int threads, Progress const& progress) const;

    // One member, from the cache or built now.
    population::Population member(std::uint32_t number) const;

    // A member of which some sources draw as in another one; always built.
    population::Population mixed_member(std::uint32_t number, std::uint32_t other_number,
                                        population::UncertaintySources from_other) const;

    // One member with the report on its fit; always built.
    population::SynthesisResult build(std::uint32_t number, int threads = 1) const;

    // What the members depend on: data, program, seed and size.
    std::string const& key() const { return key_; }

  private:
    std::filesystem::path file_of(std::uint32_t number) const;

    Workspace const& workspace_;
    population::MeasureIncome measure_;
    std::uint64_t seed_;
    std::filesystem::path cache_;
    double size_factor_;
    population::UncertaintySources sources_;
    std::string key_;
};

// SHA-256 of all columns of a population, for provenance.
std::string digest_of(population::Population const& population);

}  // namespace minimasim::run
