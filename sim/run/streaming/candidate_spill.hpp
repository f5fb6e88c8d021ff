#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "sim/base/scratch_file.hpp"
#include "sim/run/take_up/propensities.hpp"
#include "sim/takeup/streamed_threshold.hpp"

namespace minimasim::run {

// The candidates of one scheme that one thread meets: in memory as long as they are few, else on disk.
class CandidateSpill {
  public:
    // folder: of the scratch file, when one is needed.
    explicit CandidateSpill(std::filesystem::path folder = {}) : folder_(std::move(folder)) {}

    void add(takeup::Candidate const& candidate);

    // Shows every candidate, in the order in which they came.
    void visit(std::function<void(takeup::Candidate const&)> const& see) const;

    // Grants of all candidates.
    Amounts const& amounts() const { return amounts_; }
    // Users of all candidates.
    std::int64_t users() const { return users_; }

  private:
    std::filesystem::path folder_;
    std::vector<takeup::Candidate> latest_;
    std::unique_ptr<ScratchFile> earlier_;
    Amounts amounts_;
    std::int64_t users_ = 0;
};

// The spills of one scheme of all threads.
using SpillsOfScheme = std::vector<CandidateSpill>;

Amounts amounts_of(SpillsOfScheme const& spills);
std::int64_t users_of(SpillsOfScheme const& spills);

// All of them, for the thresholds.
takeup::VisitCandidates visit_all(SpillsOfScheme const& spills);

}  // namespace minimasim::run
