#pragma once

#include <vector>

#include "sim/population/fit/fit.hpp"

namespace minimasim::population {

// The places of a layered fit: each has a dual of its own, and a bound on the ratio of weight to prior.
class PlaceFits {
  public:
    PlaceFits(FitProblem const& problem, FitOptions const& options);

    // Fits every place to its own goals from where it stands; adds up all weights, in an order that does not
    // depend on threads, when `with_sum`. A place whose goals cannot be met within its bound gets a wider
    // one.
    void fit(FittedWeights& fitted, double tolerance, bool with_sum);

    // FIRM goals that ended outside their interval get a smaller variance, and their place a wider bound
    // where weights are held at it; returns how many.
    int tighten(FittedWeights& fitted);

    double households() const { return households_; }
    double largest_residual() const;
    std::vector<AreaDual> const& duals() const { return duals_; }
    std::vector<double> const& totals(std::size_t place) const { return totals_[place]; }
    std::vector<double> const& weights_of_all() const { return together_; }
    std::vector<AreaDual::State> states() const;
    void set_states(std::vector<AreaDual::State> const& states);

  private:
    void fit_one(std::size_t place, FittedWeights& fitted, double tolerance, std::vector<double>& weights);

    FitOptions options_;
    std::vector<AreaDual> duals_;
    std::vector<std::vector<double>> totals_;  // of each place's goals
    std::vector<double> residual_;
    std::vector<char> is_settled_;  // stands alone, and has met its goals
    std::vector<double> together_;
    double households_ = 0;
};

// The same for one area: returns how many variances were made smaller.
int tighten_goals(std::vector<double> const& totals, AreaDual& dual);

}  // namespace minimasim::population
