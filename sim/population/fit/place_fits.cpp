#include "sim/population/fit/place_fits.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/loop.hpp"

namespace minimasim::population {

namespace {

constexpr double tightened = 0.15;          // factor on the variance of a FIRM goal that ended outside
constexpr double smallest_variance = 1e-4;  // households squared: below it a goal is exact in effect
constexpr double widening = 10;             // of the bound of a place whose goals cannot be met within it
constexpr double widest_ratio = 1e7;
constexpr std::size_t most_chunks = 64;  // of places, whose sums are added in order

}  // namespace

int tighten_goals(std::vector<double> const& totals, AreaDual& dual)
{
    int changed = 0;
    for (std::size_t j = 0; j < dual.goals.size(); ++j) {
        auto& goal = dual.goals[j];
        // Whole households must stay inside too: the last quarter of a household is kept free, as far as the
        // interval leaves it.
        double const free = std::min(0.25, (goal.high - goal.low) / 20);
        bool const is_outside = totals[j] < goal.low + free || totals[j] > goal.high - free;
        if (goal.evidence_class == 'F' && is_outside && goal.variance > smallest_variance) {
            goal.variance *= tightened;
            ++changed;
        }
    }
    if (changed > 0) {
        dual.forget();
    }
    return changed;
}

PlaceFits::PlaceFits(FitProblem const& problem, FitOptions const& options)
    : options_(options),
      totals_(problem.places.size()),
      residual_(problem.places.size(), 1.0),
      is_settled_(problem.places.size(), 0)
{
    for (auto const& place : problem.places) {
        duals_.emplace_back(place.goals);
        households_ += place.goals.front().target;
    }
}

// The multipliers of goals that no weight within the bound meets run away, and the other goals with them: the
// bound of this place is widened, which the report shows.
void PlaceFits::fit_one(std::size_t place, FittedWeights& fitted, double tolerance,
                        std::vector<double>& weights)
{
    auto& fit = fitted.fits[place];
    auto& dual = duals_[place];
    auto const start = dual.multipliers;
    auto const prior = fitted.prior_of(place);
    TiltedTotals sums;
    NewtonOptions newton;
    newton.tolerance = tolerance;
    newton.largest_ratio = fit.largest_ratio;
    auto result = dual.solve(fitted.tilt_, prior, newton, weights, sums);
    fit.newton_steps += result.steps;
    while (!result.has_converged && result.at_bound > 0 && fit.largest_ratio < widest_ratio) {
        fit.largest_ratio *= widening;
        newton.largest_ratio = fit.largest_ratio;
        dual.multipliers = start;
        dual.forget();
        result = dual.solve(fitted.tilt_, prior, newton, weights, sums);
        fit.newton_steps += result.steps;
    }
    fit.has_converged = result.has_converged;
    fit.residual = result.residual;
    fit.archetypes_at_bound = result.at_bound;
    residual_[place] = result.residual;
    totals_[place] = sums.totals;
}

void PlaceFits::fit(FittedWeights& fitted, double tolerance, bool with_sum)
{
    std::size_t const places = duals_.size();
    std::size_t const size = with_sum ? fitted.base().size() : 0;
    std::size_t const chunks = std::min(most_chunks, places);
    auto const sums = run_in_parallel(chunks, options_.threads, [&](std::size_t chunk) {
        std::vector<double> together(size, 0.0);
        std::vector<double> weights;
        for (std::size_t n = chunk * places / chunks; n < (chunk + 1) * places / chunks; ++n) {
            if (is_settled_[n]) {
                continue;
            }
            fit_one(n, fitted, tolerance, weights);
            is_settled_[n] = !with_sum && residual_[n] < options_.tolerance;
            for (std::size_t k = 0; k < size; ++k) {
                together[k] += weights[k];
            }
        }
        return together;
    });
    together_.assign(size, 0.0);
    for (auto const& part : sums) {
        for (std::size_t k = 0; k < size; ++k) {
            together_[k] += part[k];
        }
    }
}

int PlaceFits::tighten(FittedWeights& fitted)
{
    int changed = 0;
    for (std::size_t n = 0; n < duals_.size(); ++n) {
        int const here = tighten_goals(totals_[n], duals_[n]);
        is_settled_[n] = is_settled_[n] && here == 0;
        changed += here;
        auto& fit = fitted.fits[n];
        if (here > 0 && fit.archetypes_at_bound > 0 && fit.largest_ratio < widest_ratio) {
            fit.largest_ratio *= widening;  // the bound may be what holds them outside
        }
    }
    return changed;
}

double PlaceFits::largest_residual() const
{
    return *std::max_element(residual_.begin(), residual_.end());
}

std::vector<AreaDual::State> PlaceFits::states() const
{
    std::vector<AreaDual::State> all;
    for (auto const& dual : duals_) {
        all.push_back(dual.state());
    }
    return all;
}

void PlaceFits::set_states(std::vector<AreaDual::State> const& states)
{
    for (std::size_t n = 0; n < duals_.size(); ++n) {
        duals_[n].set_state(states[n]);
        is_settled_[n] = 0;
    }
}

}  // namespace minimasim::population
