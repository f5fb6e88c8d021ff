#include "sim/population/fit.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace minimasim::population {

namespace {

constexpr double log_ratio_bound = 3.912023005428146;  // log 50
constexpr int coupling_sweeps = 10;

// FIRM cells that end outside their interval get a smaller variance.
void tighten(std::vector<MarginGoal> const& margins, std::vector<double> const& totals,
             std::vector<Goal>& goals)
{
    for (std::size_t j = 0; j < margins.size(); ++j) {
        double const total = totals[goals[j].feature];
        bool const is_outside = total < margins[j].row.low - 0.25 || total > margins[j].row.high + 0.25;
        if (margins[j].row.evidence_class == 'F' && is_outside && goals[j].variance > 0.02) {
            goals[j].variance *= 0.2;
        }
    }
}

double sum_of(std::vector<double> const& v)
{
    return std::accumulate(v.begin(), v.end(), 0.0);
}

// The state of the municipality's block: multipliers, and the weights they give the catalogue.
struct Town {
    std::vector<Goal> goals;
    FeatureRows rows;
    std::vector<double> multipliers;
    std::vector<double> base;  // prior of the neighbourhoods, sums to the households of the municipality

    // Newton on the increments, given the weights of all neighbourhoods together; updates base.
    void couple(std::vector<double> const& together)
    {
        auto shifted = goals;
        for (std::size_t j = 0; j < goals.size(); ++j) {
            shifted[j].target -= goals[j].variance * multipliers[j];
        }
        std::vector<double> step(goals.size(), 0.0);
        std::vector<double> weights;
        NewtonOptions options;
        options.tolerance = 1e-6;
        options.most_steps = 2;
        fit_weights(rows, shifted, together, step, weights, options);
        for (std::size_t j = 0; j < goals.size(); ++j) {
            multipliers[j] += step[j];
        }
        for (std::size_t k = 0; k < base.size(); ++k) {
            double x = 0;
            for (auto z = rows.begin[k]; z < rows.begin[k + 1]; ++z) {
                x += step[rows.feature[z]] * static_cast<double>(rows.count[z]);
            }
            base[k] *= std::exp(x);
        }
    }
};

void describe(std::vector<double> const& weights, std::vector<double> const& prior,
              NewtonResult const& newton, NeighbourhoodFit& fit)
{
    double const total = sum_of(weights);
    double const prior_total = sum_of(prior);
    double squares = 0;
    fit.kullback_leibler = 0;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        squares += weights[k] * weights[k];
        if (weights[k] > 0 && prior[k] > 0) {
            fit.kullback_leibler +=
                weights[k] / total * std::log(weights[k] / total / (prior[k] / prior_total));
        }
    }
    fit.effective_archetypes = squares > 0 ? total * total / squares : 0;
    fit.archetypes_at_bound = newton.at_bound;
    fit.newton_steps += newton.steps;
    fit.has_converged = newton.has_converged;
}

}  // namespace

std::vector<double> feature_totals(FeatureRows const& rows, std::vector<double> const& weights)
{
    std::vector<double> totals(feature::count, 0.0);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        for (auto z = rows.begin[k]; z < rows.begin[k + 1] && weights[k] > 0; ++z) {
            totals[rows.feature[z]] += weights[k] * static_cast<double>(rows.count[z]);
        }
    }
    return totals;
}

FittedWeights fit_catalogue(Catalogue const& catalogue, FeatureRows const& rows,
                            std::vector<Goal> const& national, MarginGoals const& goals)
{
    double const households = goals.municipality.front().goal.target;
    std::size_t const places = goals.neighbourhoods.size();

    // 1. The catalogue to the national tables, on a million households.
    std::vector<double> prior = catalogue.prior;
    for (double& q : prior) {
        q *= 1e6;
    }
    std::vector<double> multipliers(national.size(), 0.0);
    std::vector<double> weights;
    NewtonOptions loose;
    loose.tolerance = 1e-5;
    fit_weights(rows_of_goals(rows, national), national, prior, multipliers, weights, loose);

    // 2. That to the municipality.
    Town town;
    town.goals = goals_of(goals.municipality);
    town.rows = rows_of_goals(rows, town.goals);
    town.multipliers.assign(town.goals.size(), 0.0);
    double const total = sum_of(weights);
    for (double& w : weights) {
        w *= households / total;
    }
    prior = weights;
    fit_weights(town.rows, town.goals, prior, town.multipliers, town.base, loose);

    // 3. Neighbourhoods and municipality in turn.
    std::vector<std::vector<Goal>> place_goals;
    std::vector<std::vector<double>> place_multipliers;
    for (auto const& margins : goals.neighbourhoods) {
        place_goals.push_back(goals_of(margins));
        place_multipliers.emplace_back(margins.size(), 0.0);
    }
    FeatureRows const place_rows = rows_of_goals(rows, place_goals.front());
    FittedWeights fitted;
    fitted.weights.resize(places);
    fitted.neighbourhoods.resize(places);
    for (int sweep = 0; sweep < coupling_sweeps; ++sweep) {
        bool const is_last = sweep + 1 == coupling_sweeps;
        std::vector<double> together(catalogue.archetypes.size(), 0.0);
        for (std::size_t n = 0; n < places; ++n) {
            double const share = place_goals[n].front().target / households;
            std::vector<double> local(town.base);
            for (double& w : local) {
                w *= share;
            }
            NewtonOptions options;
            options.largest_log_ratio = log_ratio_bound;
            options.tolerance = is_last ? 1e-7 : 1e-4;
            auto const newton = fit_weights(place_rows, place_goals[n], local, place_multipliers[n],
                                            fitted.weights[n], options);
            describe(fitted.weights[n], local, newton, fitted.neighbourhoods[n]);
            fitted.neighbourhoods[n].area = goals.neighbourhoods[n].front().row.area;
            for (std::size_t k = 0; k < together.size(); ++k) {
                together[k] += fitted.weights[n][k];
            }
            if (sweep == 2 || sweep == 5) {
                tighten(goals.neighbourhoods[n], feature_totals(rows, fitted.weights[n]), place_goals[n]);
            }
        }
        if (sweep == 3 || sweep == 6) {
            tighten(goals.municipality, feature_totals(rows, together), town.goals);
        }
        if (!is_last) {
            town.couple(together);
        }
    }
    for (auto& place : fitted.weights) {
        for (double& w : place) {
            w = std::floor(w * 0x1.0p40 + 0.5) * 0x1.0p-40;
        }
    }
    return fitted;
}

}  // namespace minimasim::population
