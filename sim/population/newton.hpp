#pragma once

#include <cstdint>
#include <vector>

namespace minimasim::population {

// Which features an archetype has and how often (compressed rows): a household feature once, a person feature
// once a person.
struct FeatureRows {
    std::vector<std::uint32_t> begin{0};
    std::vector<std::uint16_t> feature;
    std::vector<float> count;

    std::size_t size() const { return begin.size() - 1; }
};

// Wanted total of one feature. The variance is that of the interval it was published with: the fit ends
// within a few of its square roots, and exactly on the target where it is 0.
struct Goal {
    std::uint16_t feature = 0;
    double target = 0;
    double variance = 0;
};

// The part of the rows that concerns some goals, with features renumbered to the place of their goal.
FeatureRows rows_of_goals(FeatureRows const& rows, std::vector<Goal> const& goals);

struct NewtonOptions {
    double tolerance = 1e-7;  // largest residual, as a share of the total of all weights
    int most_steps = 40;
    double largest_log_ratio = 0;  // log of the bound on weight over prior; 0 = unbounded
};

struct NewtonResult {
    int steps = 0;
    double residual = 0;  // at the end, as a share of the total of all weights
    bool has_converged = false;
    std::int64_t at_bound = 0;
};

// Minimum discrimination information: weights p closest to the prior q in relative entropy whose feature
// totals meet the goals, by damped Newton on the dual (Cholesky). p = q exp(multipliers . features), with the
// exponent held inside the bound. `multipliers` holds the start and receives the end; its ridge is the
// variance of each goal. `rows` must come from rows_of_goals.
NewtonResult fit_weights(FeatureRows const& rows, std::vector<Goal> const& goals,
                         std::vector<double> const& prior, std::vector<double>& multipliers,
                         std::vector<double>& weights, NewtonOptions const& options);

}  // namespace minimasim::population
