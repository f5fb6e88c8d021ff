#pragma once

#include <cstdint>
#include <vector>

#include "sim/population/fit/fit_problem.hpp"
#include "sim/population/fit/tilt.hpp"

namespace minimasim::population {

struct NewtonOptions {
    double tolerance = 1e-7;  // largest residual, as a share of the total of all weights
    int most_steps = 40;
    double largest_ratio = 0;  // bound on weight over prior and its inverse; 0 = unbounded
};

struct NewtonResult {
    int steps = 0;
    double residual = 0;  // at the end, as a share of the total of all weights
    bool has_converged = false;
    std::int64_t at_bound = 0;
};

// A symmetric linear system of second derivatives, kept as its Cholesky factor.
class RidgeSystem {
  public:
    bool is_empty() const { return factor_.empty(); }
    void forget() { factor_.clear(); }

    // Second derivatives of `tilt` at these weights with the variances on the diagonal. Goals from
    // `first_other` on are a second block, made a little stiffer so that goals that stand in both leave the
    // system regular.
    void factorise(Tilt const& tilt, std::vector<double> const& weights, std::vector<double> const& variance,
                   std::size_t first_other);

    std::vector<double> solve(std::vector<double> const& right_hand_side) const;

  private:
    std::vector<double> factor_;
};

// The minimum discrimination information problem of one area: weights closest to the prior in relative
// entropy whose totals meet the goals. Solved on the dual (one multiplier a goal, the variance of a goal its
// ridge) by damped Newton steps with Cholesky. The state stays between calls: when the prior has moved a
// little, a few steps along the old second derivatives do.
class AreaDual {
  public:
    AreaDual() = default;
    explicit AreaDual(std::vector<Goal> the_goals);

    // Moves the multipliers; `weights` and `sums` are scratch and receive the state at the end.
    NewtonResult solve(Tilt const& tilt, AreaPrior const& prior, NewtonOptions const& options,
                       std::vector<double>& weights, TiltedTotals& sums);

    // What the goal lacks at this total; nothing when it is closed.
    double gap(std::size_t goal, double total) const
    {
        auto const& g = goals[goal];
        return multipliers[goal] == closed ? 0 : g.target - g.variance * multipliers[goal] - total;
    }

    // Where the dual stands: its goals, whose variances may have been tightened, and its multipliers.
    struct State {
        std::vector<Goal> goals;
        std::vector<double> multipliers;
    };
    State state() const { return {goals, multipliers}; }
    void set_state(State const& state)
    {
        goals = state.goals;
        multipliers = state.multipliers;
        forget();
    }

    // Forgets the second derivatives, for goals whose variance has changed.
    void forget() { factor_.clear(); }

    std::vector<Goal> goals;
    std::vector<double> multipliers;

  private:
    double value(TiltedTotals const& sums) const;
    double gaps(TiltedTotals const& sums, std::vector<double>& gap) const;
    void factorise(Tilt const& tilt, std::vector<double> const& weights, TiltedTotals const& sums,
                   double bound);

    std::vector<double> factor_;  // Cholesky factor of the second derivatives, goals x goals
};

// The same for one problem that stands alone: `multipliers` holds the start and receives the end. `rows` must
// come from rows_of_goals.
NewtonResult fit_weights(FeatureRows const& rows, std::vector<Goal> const& goals,
                         std::vector<double> const& prior, std::vector<double>& multipliers,
                         std::vector<double>& weights, NewtonOptions const& options);

}  // namespace minimasim::population
