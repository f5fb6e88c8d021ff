#pragma once

#include <vector>

#include "sim/run/packages/run_packages.hpp"

// One replicate of Assen up to the point where the packages begin: what they cost can then be measured apart.
namespace minimasim::bench {

// The central member, worked out under the law of the policy date; built once and kept in the temporary
// folder.
run::Member const& assen();

class PreparedBaseline {
  public:
    // With packages, of the households alone that can matter to them, as a run keeps them; without, of all,
    // as a sweep does.
    explicit PreparedBaseline(bool with_breakdowns, std::vector<rules::Policy> const& packages = {});

    run::Setting const& setting() const { return setting_; }
    rules::Policy const& policy() const { return setting_.packages[0].policy.policy; }

    // Runs packages, each the law in force with its own municipal terms: as differences, or by the plain
    // reference.
    std::vector<outcomes::Tally> run(std::vector<rules::Policy> const& packages, bool decides_everybody);

  private:
    run::Setting setting_;
    run::Member member_;
    takeup::Behaviour behaviour_;
    run::Propensities propensities_;
    run::Overlay overlay_;
    run::Marks marks_;
    run::Pass baseline_;
    outcomes::Tally tally_;
};

// Packages in which every scheme is active with an income limit and amounts of its own, all different.
std::vector<rules::Policy> varied_packages(rules::Policy const& from, std::size_t count);

// Packages of a grid: ten values of four terms in every combination, over and over, so that most are shared.
std::vector<rules::Policy> grid_of_packages(rules::Policy const& from, std::size_t count);

// The first so many shipped packages that change terms alone, not take-up.
std::vector<rules::Policy> shipped_packages(rules::Policy const& from, std::size_t count);

}  // namespace minimasim::bench
