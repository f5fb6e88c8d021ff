#include "sim/population/newton.hpp"

#include <algorithm>
#include <cmath>
#include <Eigen/Cholesky>
#include <Eigen/Core>

namespace minimasim::population {

namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

constexpr double longest_step = 3;         // of a multiplier
constexpr double slow_progress = 0.3;      // ratio of residuals above which second derivatives are renewed
constexpr double unbounded_ratio = 1e250;  // stands for no bound
constexpr int most_halvings = 30;

}  // namespace

double AreaDual::value(TiltedTotals const& sums) const
{
    double value = sums.total + sums.beyond;
    for (std::size_t j = 0; j < goals.size(); ++j) {
        value += multipliers[j] * (0.5 * goals[j].variance * multipliers[j] - goals[j].target);
    }
    return value;
}

// Sets what each goal lacks; returns the largest as a share of all weights.
double AreaDual::gaps(TiltedTotals const& sums, std::vector<double>& gap) const
{
    gap.resize(goals.size());
    double largest = 0;
    for (std::size_t j = 0; j < goals.size(); ++j) {
        gap[j] = goals[j].target - goals[j].variance * multipliers[j] - sums.totals[j];
        largest = std::max(largest, std::fabs(gap[j]));
    }
    return largest / std::max(sums.total, 1e-300);
}

void AreaDual::factorise(Tilt const& tilt, std::vector<double> const& weights, TiltedTotals const& sums,
                         double bound)
{
    auto const n = static_cast<Eigen::Index>(goals.size());
    std::vector<double> second(goals.size() * goals.size(), 0.0);
    tilt.add_second_derivatives(multipliers, weights, sums.at_bound > 0, bound, second.data());
    // Margins of several attributes all add up to the households: a little ridge makes the matrix regular.
    for (double ridge = 1e-9;; ridge *= 100) {
        factor_ = second;
        Eigen::Map<Matrix> map(factor_.data(), n, n);
        for (Eigen::Index j = 0; j < n; ++j) {
            map(j, j) += goals[static_cast<std::size_t>(j)].variance + ridge * std::max(sums.total, 1.0);
        }
        Eigen::LLT<Eigen::Ref<Matrix>, Eigen::Lower> const cholesky(map);
        if (cholesky.info() == Eigen::Success) {
            return;
        }
    }
}

NewtonResult AreaDual::solve(Tilt const& tilt, AreaPrior const& prior, NewtonOptions const& options,
                             std::vector<double>& weights, TiltedTotals& sums)
{
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
        Eigen::Map<Matrix const> const lower(factor_.data(), n, n);
        Vector step = Eigen::Map<Vector const>(gap.data(), n);
        lower.triangularView<Eigen::Lower>().solveInPlace(step);
        lower.triangularView<Eigen::Lower>().adjoint().solveInPlace(step);
        auto const start = multipliers;
        double length = std::min(1.0, longest_step / std::max(step.cwiseAbs().maxCoeff(), 1e-300));
        double const before = result.residual;
        bool has_moved = false;
        for (int halving = 0; halving < most_halvings && !has_moved; ++halving, length /= 2) {
            for (Eigen::Index j = 0; j < n; ++j) {
                auto const i = static_cast<std::size_t>(j);
                multipliers[i] = start[i] + length * step[j];
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
