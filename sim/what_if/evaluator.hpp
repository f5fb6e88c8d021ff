#pragma once

#include <memory>
#include <vector>

#include "sim/outcomes/results.hpp"
#include "sim/what_if/package.hpp"
#include "sim/what_if/payload.hpp"
#include "sim/what_if/replicate.hpp"

namespace minimasim::what_if {

// Works out packages on the embedded households: the figures that a run of the program on this member of the
// ensemble with these replicates gives, those of the whole municipality.
class Evaluator {
  public:
    explicit Evaluator(Payload payload);
    Evaluator(Evaluator const&) = delete;
    Evaluator& operator=(Evaluator const&) = delete;

    // Cost, reach and poverty of a package, as a table of results has them.
    std::vector<outcomes::Figure> evaluate(Package const& package) const;

    // The share of its entitled users who use a scheme in the baseline, mean of the replicates.
    double share_of_users(std::size_t scheme) const;

    Payload const& payload() const { return payload_; }

  private:
    Payload const payload_;
    Reach reach_;
    std::vector<std::unique_ptr<Replicate>> replicates_;
};

}  // namespace minimasim::what_if
