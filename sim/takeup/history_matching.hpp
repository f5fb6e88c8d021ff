#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "sim/takeup/entitled.hpp"
#include "sim/takeup/evidence.hpp"
#include "sim/takeup/plausible_set.hpp"

namespace minimasim::takeup {

// A 90 % interval of something over a set of parameter vectors, or the ends of a box.
struct Range {
    double low = 0;
    double high = 0;
};

// An interval for each matched parameter.
using ParameterBox = std::array<Range, matched_parameters.size()>;

// A vector drawn evenly from a box, by its number in a wave.
ParameterVector vector_in_box(ParameterBox const& box, std::uint64_t seed, std::uint32_t wave,
                              std::uint32_t number);

// Percentile of values with weights; p in 0..1.
double weighted_percentile(std::vector<std::pair<double, double>> value_and_weight, double p);

// One rate of non-use in the model beside its evidence.
struct MatchedRate {
    Evidence evidence;
    Range prior;            // over the first wave
    Range plausible;        // over the plausible set
    double mean = 0;        // over the plausible set, weighted
    double households = 0;  // of the group, all members together; 0: the model has none to compare with
};

// What history matching left of the prior.
struct Matching {
    PlausibleSet plausible;
    double kept_of_prior = 0;   // share of the first wave with every implausibility below the limit
    double kept_of_second = 0;  // share of the second wave, drawn in the box around the survivors
    ParameterBox prior{};
    ParameterBox posterior{};  // around the plausible set
    std::vector<MatchedRate> rates;
};

// A vector is implausible when a rate lies this many standard deviations from its evidence (Pukelsheim, The
// three sigma rule, 1994).
inline constexpr double implausibility_limit = 3;

// The rates that parameter vectors give, and how far these are from the evidence.
class MatchingTargets {
  public:
    // `members`: for every member of the ensemble, the entitled of every scheme that evidence is about.
    // Evidence on schemes without entitled is left out.
    MatchingTargets(Assumptions const& assumptions, std::vector<Evidence> const& evidence,
                    std::vector<std::vector<Entitled>> const& members);

    // Of each evidence, over the members: the mean rate, and the variance of this mean that the differences
    // between members give.
    struct Rate {
        double mean = 0;
        double variance = 0;
    };
    std::vector<Rate> rates(ParameterVector const& vector) const;

    // The largest over the evidence to match: distance over the root of the variances of sampling (of the
    // publication), of the ensemble (members, with the chance of who claims) and of discrepancy.
    double implausibility(std::vector<Rate> const& rates) const;

    std::vector<Evidence> const& evidence() const { return evidence_; }
    std::int64_t households(std::size_t evidence) const { return households_[evidence]; }

  private:
    Assumptions const& assumptions_;
    std::vector<Evidence> evidence_;
    std::vector<std::vector<Entitled>> const& members_;
    std::vector<std::size_t> scheme_;       // of each evidence, its place among the entitled
    std::vector<std::int64_t> households_;  // of each evidence
};

// Two waves: `vectors` from the box of prior intervals, then as many from the box around those that survive.
// All survivors of both are kept, with weight exp(-I^2 / 2). Throws ModelError when nothing survives.
Matching match_history(Assumptions const& assumptions, std::vector<Evidence> const& evidence,
                       std::vector<std::vector<Entitled>> const& members, std::uint32_t vectors,
                       std::uint64_t seed, int threads);

}  // namespace minimasim::takeup
