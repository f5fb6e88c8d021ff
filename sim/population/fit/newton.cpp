#include "sim/population/fit/newton.hpp"

#include <algorithm>
#include <cmath>
#include <Eigen/Cholesky>
#include <Eigen/Core>

#include "sim/base/error.hpp"

namespace minimasim::population {

namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

constexpr double longest_step = 3;         // of a multiplier
constexpr double slow_progress = 0.3;      // ratio of residuals above which second derivatives are renewed
constexpr double unbounded_ratio = 1e250;  // stands for no bound
constexpr int most_halvings = 30;
constexpr double stiffening = 1e-6;  // of the second block of a coupled system

// Factorises a symmetric matrix whose lower triangle is given, with `diagonal` added. Margins of several
// attributes all add up to the households, so a little ridge (a share of `total`) makes the matrix regular.
std::vector<double> cholesky_factor(std::vector<double> const& matrix, std::vector<double> const& diagonal,
                                    double total)
{
    auto const n = static_cast<Eigen::Index>(diagonal.size());
    for (double ridge = 1e-9;; ridge *= 100) {
        if (!(ridge < 1e9)) {
            throw ModelError(
                "the fit of the margins has lost its numbers: its second derivatives are not finite");
        }
        auto factor = matrix;
        Eigen::Map<Matrix> map(factor.data(), n, n);
        for (Eigen::Index j = 0; j < n; ++j) {
            map(j, j) += diagonal[static_cast<std::size_t>(j)] + ridge * std::max(total, 1.0);
        }
        Eigen::LLT<Eigen::Ref<Matrix>, Eigen::Lower> const cholesky(map);
        if (cholesky.info() == Eigen::Success) {
            return factor;
        }
    }
}

Vector solved(std::vector<double> const& factor, std::vector<double> const& right_hand_side)
{
    auto const n = static_cast<Eigen::Index>(right_hand_side.size());
    Eigen::Map<Matrix const> const lower(factor.data(), n, n);
    Vector x = Eigen::Map<Vector const>(right_hand_side.data(), n);
    lower.triangularView<Eigen::Lower>().solveInPlace(x);
    lower.triangularView<Eigen::Lower>().adjoint().solveInPlace(x);
    return x;
}

}  // namespace

AreaDual::AreaDual(std::vector<Goal> the_goals) : goals(std::move(the_goals)), multipliers(goals.size(), 0.0)
{
    for (std::size_t j = 0; j < goals.size(); ++j) {
        if (goals[j].evidence_class == 'H' && goals[j].target == 0) {
            multipliers[j] = closed;
        }
    }
}

double AreaDual::value(TiltedTotals const& sums) const
{
    double value = sums.total + sums.beyond;
    for (std::size_t j = 0; j < goals.size(); ++j) {
        if (multipliers[j] != closed) {
            value += multipliers[j] * (0.5 * goals[j].variance * multipliers[j] - goals[j].target);
        }
    }
    return value;
}

// Sets what each goal lacks; returns the largest as a share of all weights.
double AreaDual::gaps(TiltedTotals const& sums, std::vector<double>& gap) const
{
    gap.resize(goals.size());
    double largest = 0;
    for (std::size_t j = 0; j < goals.size(); ++j) {
        gap[j] = this->gap(j, sums.totals[j]);
        largest = std::max(largest, std::fabs(gap[j]));
    }
    return largest / std::max(sums.total, 1e-300);
}

void AreaDual::factorise(Tilt const& tilt, std::vector<double> const& weights, TiltedTotals const& sums,
                         double bound)
{
    std::vector<double> second(goals.size() * goals.size(), 0.0);
    tilt.add_second_derivatives(multipliers, weights, sums.at_bound > 0, bound, second.data());
    std::vector<double> variance;
    for (auto const& goal : goals) {
        variance.push_back(goal.variance);
    }
    factor_ = cholesky_factor(second, variance, sums.total);
}

void RidgeSystem::factorise(Tilt const& tilt, std::vector<double> const& weights,
                            std::vector<double> const& variance, std::size_t first_other)
{
    std::size_t const n = variance.size();
    std::vector<double> second(n * n, 0.0);
    tilt.add_second_derivatives(std::vector<double>(n, 0.0), weights, false, unbounded_ratio, second.data());
    for (std::size_t j = first_other; j < n; ++j) {
        second[j * n + j] *= 1 + stiffening;
    }
    double total = 0;
    for (double const w : weights) {
        total += w;
    }
    factor_ = cholesky_factor(second, variance, total);
}

std::vector<double> RidgeSystem::solve(std::vector<double> const& right_hand_side) const
{
    Vector const x = solved(factor_, right_hand_side);
    return {x.data(), x.data() + x.size()};
}

NewtonResult AreaDual::solve(Tilt const& tilt, AreaPrior const& of_area, NewtonOptions const& options,
                             std::vector<double>& weights, TiltedTotals& sums)
{
    std::vector<double> room;
    auto const prior = of_area.multiplied_out(tilt.archetypes(), room);
    auto const n = static_cast<Eigen::Index>(goals.size());
    double const bound = options.largest_ratio > 0 ? options.largest_ratio : unbounded_ratio;
    NewtonResult result;
    std::vector<double> gap;
    tilt.weigh(multipliers, prior, bound, weights, sums);
    double at = value(sums);
    result.residual = gaps(sums, gap);
    bool is_fresh = false;  // the factor belongs to this very point
    while (result.residual >= options.tolerance && result.steps < options.most_steps) {
        if (factor_.empty()) {
            factorise(tilt, weights, sums, bound);
            is_fresh = true;
        }
        Vector const step = solved(factor_, gap);
        auto const start = multipliers;
        double length = std::min(1.0, longest_step / std::max(step.cwiseAbs().maxCoeff(), 1e-300));
        double const before = result.residual;
        bool has_moved = false;
        for (int halving = 0; halving < most_halvings && !has_moved; ++halving, length /= 2) {
            for (Eigen::Index j = 0; j < n; ++j) {
                auto const i = static_cast<std::size_t>(j);
                multipliers[i] = start[i] == closed ? closed : start[i] + length * step[j];
            }
            tilt.weigh(multipliers, prior, bound, weights, sums);
            double const there = value(sums);
            result.residual = gaps(sums, gap);
            has_moved = std::isfinite(there) && (there < at || result.residual < before);
            if (has_moved) {
                at = there;
            } else if (!is_fresh) {
                break;  // old second derivatives mislead here
            }
        }
        ++result.steps;
        if (!has_moved) {
            multipliers = start;
            tilt.weigh(multipliers, prior, bound, weights, sums);
            at = value(sums);
            result.residual = gaps(sums, gap);
            if (is_fresh) {
                break;  // no better point to be found
            }
        }
        if (!has_moved || result.residual > slow_progress * before) {
            factor_.clear();
        }
        is_fresh = false;
    }
    result.at_bound = sums.at_bound;
    result.has_converged = result.residual < options.tolerance;
    return result;
}

NewtonResult fit_weights(FeatureRows const& rows, std::vector<Goal> const& goals,
                         std::vector<double> const& prior, std::vector<double>& multipliers,
                         std::vector<double>& weights, NewtonOptions const& options)
{
    AreaDual dual(goals);
    dual.multipliers = multipliers;
    TiltedTotals sums;
    auto const result = dual.solve(Tilt(rows, goals.size()), {prior.data(), 1, {}}, options, weights, sums);
    multipliers = dual.multipliers;
    return result;
}

}  // namespace minimasim::population
