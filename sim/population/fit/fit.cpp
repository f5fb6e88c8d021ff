#include "sim/population/fit/fit.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/draw.hpp"
#include "sim/base/loop.hpp"
#include "sim/population/fit/place_fits.hpp"
#include "sim/population/fit/town_fit.hpp"

namespace minimasim::population {

namespace {

constexpr double national_households = 1e6;  // the scale of national goals
constexpr double national_tolerance = 1e-5;
constexpr double first_tolerance = 1e-3;  // of places before the municipality has been coupled
constexpr int most_tightenings = 8;
constexpr double slow_progress = 0.3;  // ratio of residuals above which second derivatives are renewed
constexpr double setback = 2;          // ratio of residuals after which the places are not reckoned with
constexpr double progress = 0.7;       // of the largest residual, that counts as coming nearer
constexpr int patience = 5;            // sweeps without it before the fit ends
constexpr std::uint32_t national_key = 0xFFFFFFFE;  // addresses of draws that no place has
constexpr std::uint32_t municipal_key = 0xFFFFFFFF;

std::vector<double> cell_factors(std::uint16_t cells, double deviation, FitOptions const& options,
                                 std::uint32_t key, std::size_t interaction)
{
    std::vector<double> factors(cells, 1.0);
    bool const is_of_all = key == municipal_key || key == national_key;
    std::uint32_t const member = is_of_all ? options.member : options.place_member.value_or(options.member);
    for (std::uint32_t c = 0; c < cells && deviation > 0; ++c) {
        double const u = uniform(options.seed, Stream::interaction, member, key, c,
                                 static_cast<std::uint32_t>(interaction));
        factors[c] = std::exp(deviation * normal_quantile(u));
    }
    return factors;
}

void scale(std::vector<double>& weights, double total)
{
    double const factor = total / std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& w : weights) {
        w *= factor;
    }
}

double quantised(double weight)
{
    return std::floor(weight * 0x1.0p40 + 0.5) * 0x1.0p-40;
}

}  // namespace

AreaPrior FittedWeights::prior_of(std::size_t place) const
{
    AreaPrior prior;
    prior.base = base_.data();
    prior.scale = share_[place];
    for (std::size_t i = 0; i < problem_->interactions.size(); ++i) {
        auto const& interaction = problem_->interactions[i];
        if (interaction.place_deviation > 0) {
            prior.interactions.push_back({interaction.cell_of_archetype.data(),
                                          cell_factors(interaction.cells, interaction.place_deviation,
                                                       options_, problem_->places[place].key, i)});
        }
    }
    return prior;
}

void FittedWeights::of_place(std::size_t place, std::vector<double>& weights) const
{
    tilt_.weigh(multipliers_[place], prior_of(place), fits[place].largest_ratio, weights);
    for (double& w : weights) {
        w = quantised(w);
    }
}

FittedWeights::Place::Place(FittedWeights const& fitted, std::size_t place)
    : fitted_(fitted),
      powers_(fitted.tilt_.powers_of(fitted.multipliers_[place])),
      prior_(fitted.prior_of(place)),
      largest_ratio_(fitted.fits[place].largest_ratio)
{
}

double FittedWeights::Place::operator()(std::size_t archetype) const
{
    return quantised(fitted_.tilt_.weigh_one(powers_, prior_, largest_ratio_, archetype));
}

std::vector<double> feature_totals(FitProblem const& problem, std::vector<double> const& weights)
{
    auto const& rows = problem.rows;
    std::vector<double> totals(problem.feature_count, 0.0);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        for (auto z = rows.begin[k]; z < rows.begin[k + 1] && weights[k] > 0; ++z) {
            totals[rows.feature[z]] += weights[k] * static_cast<double>(rows.count[z]);
        }
    }
    return totals;
}

// Places and municipality in turn.
class LayeredFit {
  public:
    LayeredFit(FitProblem const& problem, FitOptions const& options)
        : problem_(problem), options_(options), places_(problem, options), town_(problem, options)
    {
        fitted_.problem_ = &problem;
        fitted_.options_ = options;
        for (auto const& place : problem.places) {
            fitted_.share_.push_back(place.goals.front().target / places_.households());
        }
        auto const& goals = problem.places.front().goals;
        fitted_.tilt_ = Tilt(rows_of_goals(problem.rows, goals), goals.size());
        fitted_.fits.resize(problem.places.size());
        for (auto& fit : fitted_.fits) {
            fit.largest_ratio = options.largest_ratio;
        }
    }

    FittedWeights run()
    {
        start();
        double tolerance = first_tolerance;
        double last_residual = 1;
        auto& residual = fitted_.municipal_residual;
        for (fitted_.sweeps = 1;; ++fitted_.sweeps) {
            // What contradicts itself by a fraction of a household does not come nearer however often.
            bool const is_last = fitted_.sweeps >= options_.most_sweeps || since_progress_ > patience;
            if (is_last) {
                restore(converged_.base.empty() ? best_ : converged_);
            }
            places_.fit(fitted_, is_last ? options_.tolerance : tolerance, town_.has_goals());
            residual = town_.look_at(places_);
            double const largest = std::max(residual, places_.largest_residual());
            if (is_last) {
                break;
            }
            if (largest > setback * best_.largest_residual) {
                restore(best_);
                is_careful_ = true;
                ++since_progress_;
                continue;
            }
            since_progress_ = largest < progress * best_.largest_residual ? 0 : since_progress_ + 1;
            if (largest < best_.largest_residual) {
                best_ = snapshot(largest);
            }
            if (largest < options_.tolerance && !has_tightened()) {
                break;
            }
            if (residual > slow_progress * last_residual) {
                town_.forget();
            }
            town_.step(places_, is_careful_, fitted_.base_);
            last_residual = residual;
            tolerance = town_.has_goals() ? std::clamp(0.1 * residual, options_.tolerance, tolerance)
                                          : options_.tolerance;
        }
        describe();
        for (auto const& dual : places_.duals()) {
            fitted_.multipliers_.push_back(dual.multipliers);
        }
        return std::move(fitted_);
    }

  private:
    // The catalogue to the national tables, interactions, then to the municipality: the places' first base.
    void start()
    {
        auto& base = fitted_.base_;
        base = problem_.prior;
        disturb(base, &Interaction::national_deviation, national_key);
        if (!problem_.national.empty()) {
            scale(base, national_households);
            auto const prior = base;
            AreaDual national(problem_.national);
            Tilt const tilt(rows_of_goals(problem_.rows, national.goals), national.goals.size());
            NewtonOptions newton;
            newton.tolerance = national_tolerance;
            TiltedTotals sums;
            national.solve(tilt, {prior.data(), 1, {}}, newton, base, sums);
        }
        disturb(base, &Interaction::municipal_deviation, municipal_key);
        for (std::size_t k = 0; k < problem_.municipal_factors.size(); ++k) {
            base[k] *= problem_.municipal_factors[k];
        }
        scale(base, places_.households());
        town_.start(base);
    }

    void disturb(std::vector<double>& base, double Interaction::*deviation, std::uint32_t key) const
    {
        for (std::size_t i = 0; i < problem_.interactions.size(); ++i) {
            auto const& interaction = problem_.interactions[i];
            if (interaction.*deviation > 0) {
                auto const factors =
                    cell_factors(interaction.cells, interaction.*deviation, options_, key, i);
                for (std::size_t k = 0; k < base.size(); ++k) {
                    base[k] *= factors[interaction.cell_of_archetype[k]];
                }
            }
        }
    }

    // All goals are met: are FIRM ones outside their interval? Where tighter ones cannot be met together, the
    // fit comes back to this point, and the report names the cells.
    bool has_tightened()
    {
        if (tightenings_ == most_tightenings) {
            return false;
        }
        converged_ = snapshot(0);
        int const of_town = town_.tighten();
        if (of_town + places_.tighten(fitted_) == 0) {
            return false;
        }
        ++tightenings_;
        town_.forget();
        best_ = {};
        is_careful_ = false;
        return true;
    }

    // Where the fit stands, to come back to.
    struct Snapshot {
        double largest_residual = 1;
        std::vector<double> base;
        AreaDual::State town;
        std::vector<AreaDual::State> places;
        std::vector<double> largest_ratios;
    };

    Snapshot snapshot(double largest) const
    {
        Snapshot now{largest, fitted_.base_, town_.state(), places_.states(), {}};
        for (auto const& fit : fitted_.fits) {
            now.largest_ratios.push_back(fit.largest_ratio);
        }
        return now;
    }

    void restore(Snapshot const& then)
    {
        if (then.base.empty()) {
            return;
        }
        fitted_.base_ = then.base;
        town_.set_state(then.town);
        places_.set_states(then.places);
        for (std::size_t n = 0; n < fitted_.fits.size(); ++n) {
            fitted_.fits[n].largest_ratio = then.largest_ratios[n];
        }
    }

    void describe()
    {
        auto const& duals = places_.duals();
        run_in_parallel(duals.size(), options_.threads, [&](std::size_t n) {
            auto const prior = fitted_.prior_of(n);
            auto& fit = fitted_.fits[n];
            std::vector<double> weights;
            fitted_.tilt_.weigh(duals[n].multipliers, prior, fit.largest_ratio, weights);
            double total = 0;
            double prior_total = 0;
            double squares = 0;
            double divergence = 0;
            for (std::size_t k = 0; k < weights.size(); ++k) {
                total += weights[k];
                prior_total += prior(k);
                squares += weights[k] * weights[k];
                divergence += weights[k] > 0 ? weights[k] * std::log(weights[k] / prior(k)) : 0;
            }
            fit.kullback_leibler = total > 0 ? divergence / total - std::log(total / prior_total) : 0;
            fit.effective_archetypes = squares > 0 ? total * total / squares : 0;
            return true;
        });
    }

    FitProblem const& problem_;
    FitOptions options_;
    FittedWeights fitted_;
    PlaceFits places_;
    TownFit town_;
    int tightenings_ = 0;
    int since_progress_ = 0;
    bool is_careful_ = false;
    Snapshot best_;       // the smallest residual since variances were last tightened
    Snapshot converged_;  // the last point at which all goals were met
};

FittedWeights fit_problem(FitProblem const& problem, FitOptions const& options)
{
    return LayeredFit(problem, options).run();
}

}  // namespace minimasim::population
