#include "sim/population/fit.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/draw.hpp"
#include "sim/base/loop.hpp"

namespace minimasim::population {

namespace {

constexpr double national_households = 1e6;  // the scale of national goals
constexpr double first_tolerance = 1e-3;     // of places before the municipality has been coupled
constexpr double tightened = 0.2;            // factor on the variance of a FIRM goal that ended outside
constexpr double smallest_variance = 0.02;   // households squared: below it a goal is exact in effect
constexpr int most_tightenings = 8;
constexpr std::size_t most_chunks = 64;      // of places, whose sums are added in order
constexpr double longest_coupling_step = 1;  // of a multiplier of the municipality
constexpr double slow_progress = 0.3;        // ratio of residuals above which second derivatives are renewed
constexpr double setback = 2;     // ratio of residuals after which the places are not reckoned with
constexpr double progress = 0.7;  // of the largest residual, that counts as coming nearer
constexpr int patience = 5;       // sweeps without it before the fit ends
constexpr double unbounded_ratio = 1e250;
constexpr std::uint32_t municipal_draw = 0xFFFFFFFF;  // key no place has

double sum_of(std::vector<double> const& v)
{
    return std::accumulate(v.begin(), v.end(), 0.0);
}

// FIRM goals outside their interval get a smaller variance; returns how many.
int tighten(std::vector<double> const& totals, AreaDual& dual)
{
    int changed = 0;
    for (std::size_t j = 0; j < dual.goals.size(); ++j) {
        auto& goal = dual.goals[j];
        // Whole households must stay inside too: the last quarter of a household is kept free, as far as the
        // interval leaves it.
        double const free = std::min(0.25, (goal.high - goal.low) / 4);
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

std::vector<double> cell_factors(std::uint16_t cells, double deviation, FitOptions const& options,
                                 std::uint32_t key, std::size_t interaction)
{
    std::vector<double> factors(cells, 1.0);
    for (std::uint32_t c = 0; c < cells && deviation > 0; ++c) {
        double const u = uniform(options.seed, Stream::interaction, options.member, key, c,
                                 static_cast<std::uint32_t>(interaction));
        factors[c] = std::exp(deviation * normal_quantile(u));
    }
    return factors;
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
    tilt_.weigh(multipliers_[place], prior_of(place), options_.largest_ratio, weights);
    for (double& w : weights) {
        w = std::floor(w * 0x1.0p40 + 0.5) * 0x1.0p-40;
    }
}

FittedWeights::Place::Place(FittedWeights const& fitted, std::size_t place)
    : fitted_(fitted),
      powers_(fitted.tilt_.powers_of(fitted.multipliers_[place])),
      prior_(fitted.prior_of(place))
{
}

double FittedWeights::Place::operator()(std::size_t archetype) const
{
    double const weight = fitted_.tilt_.weigh_one(powers_, prior_, fitted_.options_.largest_ratio, archetype);
    return std::floor(weight * 0x1.0p40 + 0.5) * 0x1.0p-40;
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

class LayeredFit {
  public:
    LayeredFit(FitProblem const& problem, FitOptions const& options) : problem_(problem), options_(options)
    {
        fitted_.problem_ = &problem;
        fitted_.options_ = options;
        for (auto const& place : problem.places) {
            places_.emplace_back(place.goals);
            households_ += place.goals.front().target;
        }
        for (auto const& place : places_) {
            fitted_.share_.push_back(place.goals.front().target / households_);
        }
        auto const place_rows = rows_of_goals(problem.rows, places_.front().goals);
        fitted_.tilt_ = Tilt(place_rows, places_.front().goals.size());
        town_ = AreaDual(problem.municipality);
        auto const town_rows = rows_of_goals(problem.rows, town_.goals);
        town_tilt_ = Tilt(town_rows, town_.goals.size());
        joint_tilt_ = Tilt(joined_rows(town_rows, place_rows, town_.goals.size()),
                           town_.goals.size() + places_.front().goals.size());
        place_residual_.assign(places_.size(), 1.0);
        fitted_.fits.resize(places_.size());
    }

    FittedWeights run()
    {
        start();
        int tightenings = 0;
        int since_progress = 0;
        double last_residual = 1;
        double tolerance = first_tolerance;
        auto& residual = fitted_.municipal_residual;
        for (fitted_.sweeps = 1;; ++fitted_.sweeps) {
            // What contradicts itself by a fraction of a household does not come nearer however often.
            bool const is_last = fitted_.sweeps >= options_.most_sweeps || since_progress > patience;
            if (is_last && best_.largest_residual < 1) {
                restore_best();
            }
            fit_places(is_last ? options_.tolerance : tolerance);
            residual = town_.goals.empty() ? 0 : town_residual();
            double const largest =
                std::max(residual, *std::max_element(place_residual_.begin(), place_residual_.end()));
            if (is_last) {
                break;
            }
            if (largest > setback * best_.largest_residual) {
                restore_best();
                is_careful_ = true;
                ++since_progress;
                continue;
            }
            since_progress = largest < progress * best_.largest_residual ? 0 : since_progress + 1;
            keep_if_best(largest);
            bool const is_met = largest < options_.tolerance;
            if ((is_met || fitted_.sweeps % 3 == 0) && tightenings < most_tightenings && tighten_all() > 0) {
                ++tightenings;
                best_ = {};
                is_careful_ = false;
            } else if (is_met) {
                break;
            }
            if (!town_.goals.empty()) {
                if (residual > slow_progress * last_residual) {
                    coupling_.forget();
                }
                couple();
                last_residual = residual;
            }
            tolerance = std::clamp(0.1 * residual, options_.tolerance, tolerance);
        }
        describe();
        for (auto& place : places_) {
            fitted_.multipliers_.push_back(std::move(place.multipliers));
        }
        return std::move(fitted_);
    }

  private:
    // The catalogue to the national tables, interactions, then to the municipality: the places' first base.
    void start()
    {
        auto& base = fitted_.base_;
        base = problem_.prior;
        NewtonOptions loose;
        loose.tolerance = 1e-5;
        TiltedTotals sums;
        if (!problem_.national.empty()) {
            scale(base, national_households);
            auto const prior = base;
            AreaDual national(problem_.national);
            Tilt const tilt(rows_of_goals(problem_.rows, national.goals), national.goals.size());
            national.solve(tilt, {prior.data(), 1, {}}, loose, base, sums);
        }
        for (std::size_t i = 0; i < problem_.interactions.size(); ++i) {
            auto const& interaction = problem_.interactions[i];
            if (interaction.municipal_deviation > 0) {
                auto const factors = cell_factors(interaction.cells, interaction.municipal_deviation,
                                                  options_, municipal_draw, i);
                for (std::size_t k = 0; k < base.size(); ++k) {
                    base[k] *= factors[interaction.cell_of_archetype[k]];
                }
            }
        }
        scale(base, households_);
        if (!town_.goals.empty()) {
            auto const prior = base;
            town_.solve(town_tilt_, {prior.data(), 1, {}}, loose, base, sums);
            town_.forget();
        }
    }

    // The multipliers with the smallest residual so far, to go back to after a setback.
    struct Snapshot {
        double largest_residual = 1;
        std::vector<double> base;
        std::vector<double> town;
        std::vector<std::vector<double>> places;
    };

    void keep_if_best(double largest)
    {
        if (largest >= best_.largest_residual) {
            return;
        }
        best_.largest_residual = largest;
        best_.base = fitted_.base_;
        best_.town = town_.multipliers;
        best_.places.resize(places_.size());
        for (std::size_t n = 0; n < places_.size(); ++n) {
            best_.places[n] = places_[n].multipliers;
        }
    }

    void restore_best()
    {
        if (best_.base.empty()) {
            return;
        }
        fitted_.base_ = best_.base;
        town_.multipliers = best_.town;
        for (std::size_t n = 0; n < places_.size(); ++n) {
            places_[n].multipliers = best_.places[n];
            places_[n].forget();
        }
    }

    static void scale(std::vector<double>& weights, double total)
    {
        double const factor = total / sum_of(weights);
        for (double& w : weights) {
            w *= factor;
        }
    }

    // Every place against its own goals; adds up their weights in a fixed order.
    void fit_places(double tolerance)
    {
        std::size_t const chunks = std::min(most_chunks, places_.size());
        auto const sums = run_in_parallel(chunks, options_.threads, [&](std::size_t chunk) {
            std::vector<double> together(town_.goals.empty() ? 0 : fitted_.base_.size(), 0.0);
            std::vector<double> weights;
            TiltedTotals totals;
            NewtonOptions newton;
            newton.tolerance = tolerance;
            newton.largest_ratio = options_.largest_ratio;
            for (std::size_t n = chunk * places_.size() / chunks; n < (chunk + 1) * places_.size() / chunks;
                 ++n) {
                auto const result =
                    places_[n].solve(fitted_.tilt_, fitted_.prior_of(n), newton, weights, totals);
                place_residual_[n] = result.residual;
                auto& fit = fitted_.fits[n];
                fit.newton_steps += result.steps;
                fit.has_converged = result.has_converged;
                fit.residual = result.residual;
                fit.archetypes_at_bound = result.at_bound;
                place_totals_[n] = totals.totals;
                for (std::size_t k = 0; k < together.size(); ++k) {
                    together[k] += weights[k];
                }
            }
            return together;
        });
        together_.assign(town_.goals.empty() ? 0 : fitted_.base_.size(), 0.0);
        for (auto const& part : sums) {
            for (std::size_t k = 0; k < together_.size(); ++k) {
                together_[k] += part[k];
            }
        }
    }

    // Largest gap of the municipality's goals under the places' weights, as a share of the households.
    double town_residual()
    {
        std::vector<double> weights;
        town_tilt_.weigh(std::vector<double>(town_.goals.size(), 0.0), {together_.data(), 1, {}},
                         unbounded_ratio, weights, town_sums_);
        double largest = 0;
        for (std::size_t j = 0; j < town_.goals.size(); ++j) {
            auto const& goal = town_.goals[j];
            largest = std::max(largest, std::fabs(goal.target - goal.variance * town_.multipliers[j] -
                                                  town_sums_.totals[j]));
        }
        return largest / households_;
    }

    // One Newton step of the municipality's multipliers that reckons with the answer of the places: the
    // second derivatives of both together, as if all places were alike. Places that differ answer more, so
    // the step is never too long.
    void couple()
    {
        if (is_careful_) {
            couple_carefully();
            return;
        }
        auto const goals = town_.goals.size();
        std::vector<double> gap(goals + places_.front().goals.size(), 0.0);
        for (std::size_t j = 0; j < goals; ++j) {
            auto const& goal = town_.goals[j];
            gap[j] = goal.target - goal.variance * town_.multipliers[j] - town_sums_.totals[j];
        }
        for (std::size_t n = 0; n < places_.size(); ++n) {
            for (std::size_t j = 0; j < places_[n].goals.size(); ++j) {
                auto const& goal = places_[n].goals[j];
                gap[goals + j] +=
                    goal.target - goal.variance * places_[n].multipliers[j] - place_totals_[n][j];
            }
        }
        if (coupling_.is_empty()) {
            std::vector<double> variance(gap.size(), 0.0);
            for (std::size_t j = 0; j < goals; ++j) {
                variance[j] = town_.goals[j].variance;
            }
            for (auto const& place : places_) {
                for (std::size_t j = 0; j < place.goals.size(); ++j) {
                    variance[goals + j] += place.goals[j].variance;
                }
            }
            coupling_.factorise(joint_tilt_, together_, variance, goals);
        }
        auto step = coupling_.solve(gap);
        step.resize(goals);
        for (double& s : step) {
            s = std::clamp(s, -longest_coupling_step, longest_coupling_step);
        }
        take(step);
    }

    // Newton steps of the municipality alone, the places standing still: slower, and never a step back.
    void couple_carefully()
    {
        AreaDual alone(town_.goals);
        for (std::size_t j = 0; j < alone.goals.size(); ++j) {
            alone.goals[j].target -= alone.goals[j].variance * town_.multipliers[j];
        }
        NewtonOptions newton;
        newton.tolerance = options_.tolerance / 10;
        newton.most_steps = 2;
        std::vector<double> weights;
        TiltedTotals sums;
        alone.solve(town_tilt_, {together_.data(), 1, {}}, newton, weights, sums);
        take(alone.multipliers);
    }

    void take(std::vector<double> const& step)
    {
        for (std::size_t j = 0; j < step.size(); ++j) {
            town_.multipliers[j] += step[j];
        }
        std::vector<double> moved;
        town_tilt_.weigh(step, {fitted_.base_.data(), 1, {}}, unbounded_ratio, moved);
        fitted_.base_ = std::move(moved);
    }

    int tighten_all()
    {
        int changed = town_.goals.empty() ? 0 : tighten(town_sums_.totals, town_);
        for (std::size_t n = 0; n < places_.size(); ++n) {
            changed += tighten(place_totals_[n], places_[n]);
        }
        if (changed > 0) {
            coupling_.forget();
        }
        return changed;
    }

    void describe()
    {
        run_in_parallel(places_.size(), options_.threads, [&](std::size_t n) {
            auto const prior = fitted_.prior_of(n);
            std::vector<double> weights;
            fitted_.tilt_.weigh(places_[n].multipliers, prior, options_.largest_ratio, weights);
            double total = 0;
            double prior_total = 0;
            double squares = 0;
            for (std::size_t k = 0; k < weights.size(); ++k) {
                total += weights[k];
                prior_total += prior(k);
                squares += weights[k] * weights[k];
            }
            double divergence = 0;
            for (std::size_t k = 0; k < weights.size(); ++k) {
                if (weights[k] > 0) {
                    divergence += weights[k] / total * std::log(weights[k] / prior(k));
                }
            }
            auto& fit = fitted_.fits[n];
            fit.kullback_leibler = divergence - std::log(total / prior_total);
            fit.effective_archetypes = squares > 0 ? total * total / squares : 0;
            return true;
        });
    }

    FitProblem const& problem_;
    FitOptions options_;
    FittedWeights fitted_;
    std::vector<AreaDual> places_;
    AreaDual town_;
    Tilt town_tilt_;
    Tilt joint_tilt_;  // goals of the municipality, then those of a place
    RidgeSystem coupling_;
    bool is_careful_ = false;  // after a setback
    Snapshot best_;
    double households_ = 0;
    std::vector<double> together_;  // weights of all places
    TiltedTotals town_sums_;
    std::vector<double> place_residual_;
    std::vector<std::vector<double>> place_totals_{std::vector<std::vector<double>>(problem_.places.size())};
};

FittedWeights fit_problem(FitProblem const& problem, FitOptions const& options)
{
    return LayeredFit(problem, options).run();
}

}  // namespace minimasim::population
