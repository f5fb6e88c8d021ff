#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/report/frontier.hpp"
#include "sim/run/optimise/levers.hpp"
#include "sim/run/prepared_run.hpp"

namespace minimasim::run {

// One package in one replicate, compared with current policy under the same draws.
struct Appraisal {
    std::int64_t cost_cents = 0;                               // more a year
    std::array<std::int64_t, report::target_count> effects{};  // cents a year, children, households
};

// Runs packages of levers, totals alone. What they share is prepared once.
class Appraiser {
  public:
    // Builds or finds the populations. Keep all for as long as the appraiser lives.
    Appraiser(Workspace const& workspace, RunOptions const& options, Levers const& levers);

    // [package][replicate], from one replicate on; the same for any threads and whatever is asked together.
    // finished(share): how far this call is.
    std::vector<std::vector<Appraisal>> run(std::vector<Positions> const& packages,
                                            std::uint32_t first_replicate, std::uint32_t replicates,
                                            std::function<void(double share)> const& finished) const;

    // Current policy in each replicate: its poverty gap and poor children; nobody is newly reached.
    std::vector<std::array<std::int64_t, report::target_count>> baseline(std::uint32_t replicates) const;

    PreparedRun const& prepared() const { return prepared_; }

  private:
    RunOptions const& options_;
    Levers const& levers_;
    PreparedRun prepared_;
};

}  // namespace minimasim::run
