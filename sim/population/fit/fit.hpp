#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/population/fit/fit_problem.hpp"
#include "sim/population/fit/newton.hpp"
#include "sim/population/fit/tilt.hpp"

namespace minimasim::population {

struct FitOptions {
    double tolerance = 1e-6;    // largest residual, as a share of the area's total
    int most_sweeps = 30;       // neighbourhoods and municipality in turn
    double largest_ratio = 50;  // of a neighbourhood's weight over its prior, and its inverse
    int threads = 1;
    std::uint64_t seed = 1;  // address of the draws of interactions
    std::uint32_t member = 0;
    std::optional<std::uint32_t> place_member;  // whose draws neighbourhoods use, where that is another one
};

// How far the fit of one place had to move from the prior.
struct PlaceFit {
    double kullback_leibler = 0;      // nats, of the fitted weights from the prior
    double effective_archetypes = 0;  // (sum p)^2 / sum p^2
    std::int64_t archetypes_at_bound = 0;
    int newton_steps = 0;
    double residual = 0;
    bool has_converged = true;
    double largest_ratio = 0;  // its bound, widened where its goals cannot be met within it
};

// The fit as factors: weights of a place are computed when asked for, so that a country needs no more memory
// than one multiplier a goal and place. The problem must outlive it.
class FittedWeights {
  public:
    std::size_t places() const { return multipliers_.size(); }

    // Fractional households of each archetype in a place, whole multiples of 2^-40.
    void of_place(std::size_t place, std::vector<double>& weights) const;

    // Weights of some archetypes of one place, one at a time.
    class Place {
      public:
        Place(FittedWeights const& fitted, std::size_t place);
        double operator()(std::size_t archetype) const;

      private:
        FittedWeights const& fitted_;
        std::vector<double> powers_;
        AreaPrior prior_;
        double largest_ratio_;
    };

    // Weights of the municipality before its places differ: what a place's prior is a share of.
    std::vector<double> const& base() const { return base_; }

    std::vector<PlaceFit> fits;
    int sweeps = 0;
    double municipal_residual = 0;  // as a share of all households

  private:
    friend class LayeredFit;
    friend class PlaceFits;
    AreaPrior prior_of(std::size_t place) const;

    FitProblem const* problem_ = nullptr;
    FitOptions options_;
    Tilt tilt_;
    std::vector<double> base_;
    std::vector<double> share_;  // of the households, by place
    std::vector<std::vector<double>> multipliers_;
};

// Minimum discrimination information in three layers: the catalogue to the national tables, the result to the
// municipality, that to each place with the weight ratio held inside its bound; then places and municipality
// in turn until both hold together (ascent of one concave dual). FIRM goals that end outside their interval
// get a smaller variance on the way. The same bytes for any number of threads.
FittedWeights fit_problem(FitProblem const& problem, FitOptions const& options);

// Totals of all features under given weights.
std::vector<double> feature_totals(FitProblem const& problem, std::vector<double> const& weights);

}  // namespace minimasim::population
