#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/report/sweep_chunk.hpp"
#include "sim/run/prepared_run.hpp"
#include "sim/run/sweep/points.hpp"

namespace minimasim::run {

// The rows of a sweep: of all outcomes of a run those that are compared between packages.
bool is_sweep_outcome(std::string const& outcome, std::string const& scheme);

// Works out points of a sweep. Everything that points share is prepared once: populations, statutory income,
// the plausible set of take-up.
class ChunkRunner {
  public:
    // Builds or finds the members of the ensemble. Keep workspace and points for as long as the runner lives.
    ChunkRunner(Workspace const& workspace, RunOptions const& options, SweepPoints const& points);

    // The figures of the points from begin up to end; the same whatever points are asked for together, for
    // any threads. finished(share): how far this call is.
    report::SweepChunk run(std::uint64_t begin, std::uint64_t end,
                           std::function<void(double share)> const& finished) const;

    std::string const& population_digest() const { return prepared_.population_digest; }

  private:
    using Tallies = std::vector<std::vector<outcomes::Tally>>;  // [replicate][package], totals alone

    Setting with_packages(std::uint64_t begin, std::uint64_t end) const;
    std::vector<outcomes::Tally> run_replicate_of(Setting const& setting, Member const& member,
                                                  std::uint32_t replicate) const;
    std::vector<Tallies> run_batches(std::vector<Setting> const& batches,
                                     std::function<void(double share)> const& finished) const;
    void add_figures(Setting const& setting, Tallies tallies, report::SweepChunk& chunk) const;

    Workspace const& workspace_;
    RunOptions const& options_;
    SweepPoints const& points_;
    PreparedRun prepared_;
};

}  // namespace minimasim::run
