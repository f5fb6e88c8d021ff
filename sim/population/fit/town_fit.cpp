#include "sim/population/fit/town_fit.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::population {

namespace {

constexpr double longest_step = 1;  // of a multiplier of the municipality
constexpr double unbounded = 1e250;
constexpr double start_tolerance = 1e-5;

}  // namespace

TownFit::TownFit(FitProblem const& problem, FitOptions const& options)
    : options_(options), dual_(problem.municipality)
{
    if (!has_goals()) {
        return;
    }
    auto const rows = rows_of_goals(problem.rows, dual_.goals);
    auto const& place_goals = problem.places.front().goals;
    tilt_ = Tilt(rows, dual_.goals.size());
    joint_tilt_ = Tilt(joined_rows(rows, rows_of_goals(problem.rows, place_goals), dual_.goals.size()),
                       dual_.goals.size() + place_goals.size());
}

void TownFit::start(std::vector<double>& base)
{
    if (!has_goals()) {
        return;
    }
    auto const prior = base;
    NewtonOptions loose;
    loose.tolerance = start_tolerance;
    dual_.solve(tilt_, {prior.data(), 1, {}}, loose, base, sums_);
    dual_.forget();
}

double TownFit::look_at(PlaceFits const& places)
{
    if (!has_goals()) {
        return 0;
    }
    std::vector<double> weights;
    tilt_.weigh(std::vector<double>(dual_.goals.size(), 0.0), {places.weights_of_all().data(), 1, {}},
                unbounded, weights, sums_);
    double largest = 0;
    for (std::size_t j = 0; j < dual_.goals.size(); ++j) {
        largest = std::max(largest, std::fabs(dual_.gap(j, sums_.totals[j])));
    }
    return largest / places.households();
}

// The second derivatives of municipality and places together, as if all places were alike. Places that differ
// answer more than that, so the step is rather too short than too long.
std::vector<double> TownFit::joint_step(PlaceFits const& places)
{
    std::size_t const goals = dual_.goals.size();
    std::size_t const place_goals = places.duals().front().goals.size();
    std::vector<double> gap(goals + place_goals, 0.0);
    std::vector<double> variance(goals + place_goals, 0.0);
    for (std::size_t j = 0; j < goals; ++j) {
        gap[j] = dual_.gap(j, sums_.totals[j]);
        variance[j] = dual_.goals[j].variance;
    }
    for (std::size_t n = 0; n < places.duals().size(); ++n) {
        auto const& place = places.duals()[n];
        for (std::size_t j = 0; j < place_goals; ++j) {
            gap[goals + j] += place.gap(j, places.totals(n)[j]);
            variance[goals + j] += place.goals[j].variance;
        }
    }
    if (coupling_.is_empty()) {
        coupling_.factorise(joint_tilt_, places.weights_of_all(), variance, goals);
    }
    auto step = coupling_.solve(gap);
    step.resize(goals);
    for (double& s : step) {
        s = std::clamp(s, -longest_step, longest_step);
    }
    return step;
}

std::vector<double> TownFit::careful_step(PlaceFits const& places) const
{
    AreaDual alone(dual_.goals);
    for (std::size_t j = 0; j < alone.goals.size(); ++j) {
        if (dual_.multipliers[j] != closed) {
            alone.goals[j].target -= alone.goals[j].variance * dual_.multipliers[j];
        }
    }
    NewtonOptions newton;
    newton.tolerance = options_.tolerance / 10;
    newton.most_steps = 2;
    std::vector<double> weights;
    TiltedTotals sums;
    alone.solve(tilt_, {places.weights_of_all().data(), 1, {}}, newton, weights, sums);
    return alone.multipliers;
}

void TownFit::step(PlaceFits const& places, bool is_careful, std::vector<double>& base)
{
    if (!has_goals()) {
        return;
    }
    auto const step = is_careful ? careful_step(places) : joint_step(places);
    for (std::size_t j = 0; j < step.size(); ++j) {
        if (dual_.multipliers[j] != closed) {
            dual_.multipliers[j] += step[j];
        }
    }
    std::vector<double> moved;
    tilt_.weigh(step, {base.data(), 1, {}}, unbounded, moved);
    base = std::move(moved);
}

}  // namespace minimasim::population
