#include "sim/population/newton.hpp"

#include <algorithm>
#include <cmath>
#include <Eigen/Cholesky>
#include <Eigen/Core>

namespace minimasim::population {

namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

// The dual function, its gradient and its Hessian at one point.
class Dual {
  public:
    Dual(FeatureRows const& rows, std::vector<Goal> const& goals, std::vector<double> const& prior,
         double bound)
        : rows_(rows), goals_(goals), prior_(prior), bound_(bound > 0 ? bound : 700.0)
    {
    }

    // Sets weights; returns the value of the dual (to be minimised).
    double weigh(Vector const& multipliers, std::vector<double>& weights)
    {
        at_bound = 0;
        total = 0;
        double value = 0;
        for (std::size_t k = 0; k < rows_.size(); ++k) {
            double x = 0;
            for (auto z = rows_.begin[k]; z < rows_.begin[k + 1]; ++z) {
                x += multipliers[rows_.feature[z]] * static_cast<double>(rows_.count[z]);
            }
            double const held = std::clamp(x, -bound_, bound_);
            double const weight = prior_[k] * std::exp(held);
            weights[k] = weight;
            total += weight;
            // Beyond the bound the dual goes on as a straight line: the weight no longer answers.
            value += weight * (1 + x - held);
            at_bound += x != held && prior_[k] > 0;
        }
        for (Eigen::Index j = 0; j < multipliers.size(); ++j) {
            auto const& goal = goals_[static_cast<std::size_t>(j)];
            value += multipliers[j] * (0.5 * goal.variance * multipliers[j] - goal.target);
        }
        return value;
    }

    void totals(Vector const& multipliers, std::vector<double> const& weights, Vector& gap,
                Matrix& hessian) const
    {
        gap.setZero();
        hessian.setZero();
        for (std::size_t k = 0; k < rows_.size(); ++k) {
            double const weight = weights[k];
            if (weight <= 0) {
                continue;
            }
            for (auto z = rows_.begin[k]; z < rows_.begin[k + 1]; ++z) {
                double const part = weight * static_cast<double>(rows_.count[z]);
                Eigen::Index const column = rows_.feature[z];
                gap[column] -= part;
                double* const into = hessian.data() + column * hessian.rows();
                for (auto v = rows_.begin[k]; v <= z; ++v) {
                    into[rows_.feature[v]] += part * static_cast<double>(rows_.count[v]);
                }
            }
        }
        for (Eigen::Index j = 0; j < gap.size(); ++j) {
            auto const& goal = goals_[static_cast<std::size_t>(j)];
            gap[j] += goal.target - goal.variance * multipliers[j];
        }
    }

    std::int64_t at_bound = 0;
    double total = 0;

  private:
    FeatureRows const& rows_;
    std::vector<Goal> const& goals_;
    std::vector<double> const& prior_;
    double bound_;
};

}  // namespace

FeatureRows rows_of_goals(FeatureRows const& rows, std::vector<Goal> const& goals)
{
    std::uint16_t const none = 0xFFFF;
    std::vector<std::uint16_t> place;
    for (std::size_t j = 0; j < goals.size(); ++j) {
        if (place.size() <= goals[j].feature) {
            place.resize(goals[j].feature + std::size_t{1}, none);
        }
        place[goals[j].feature] = static_cast<std::uint16_t>(j);
    }
    FeatureRows selected;
    selected.begin.reserve(rows.begin.size());
    for (std::size_t k = 0; k < rows.size(); ++k) {
        auto const first = static_cast<std::ptrdiff_t>(selected.feature.size());
        for (auto z = rows.begin[k]; z < rows.begin[k + 1]; ++z) {
            if (rows.feature[z] < place.size() && place[rows.feature[z]] != none) {
                selected.feature.push_back(place[rows.feature[z]]);
                selected.count.push_back(rows.count[z]);
            }
        }
        // In rising order, so that the upper triangle of the Hessian is what gets filled.
        for (auto i = static_cast<std::size_t>(first) + 1; i < selected.feature.size(); ++i) {
            for (auto j = i;
                 j > static_cast<std::size_t>(first) && selected.feature[j] < selected.feature[j - 1]; --j) {
                std::swap(selected.feature[j], selected.feature[j - 1]);
                std::swap(selected.count[j], selected.count[j - 1]);
            }
        }
        selected.begin.push_back(static_cast<std::uint32_t>(selected.feature.size()));
    }
    return selected;
}

NewtonResult fit_weights(FeatureRows const& rows, std::vector<Goal> const& goals,
                         std::vector<double> const& prior, std::vector<double>& multipliers,
                         std::vector<double>& weights, NewtonOptions const& options)
{
    auto const n = static_cast<Eigen::Index>(goals.size());
    NewtonResult result;
    weights.resize(rows.size());
    Vector at = Eigen::Map<Vector const>(multipliers.data(), n);
    Vector gap(n);
    Matrix hessian(n, n);
    Dual dual(rows, goals, prior, options.largest_log_ratio);
    double value = dual.weigh(at, weights);
    std::vector<double> trial_weights(rows.size());
    for (; result.steps <= options.most_steps; ++result.steps) {
        dual.totals(at, weights, gap, hessian);
        result.at_bound = dual.at_bound;
        result.residual = gap.cwiseAbs().maxCoeff() / std::max(dual.total, 1e-300);
        if (result.residual < options.tolerance) {
            result.has_converged = true;
            break;
        }
        if (result.steps == options.most_steps) {
            break;
        }
        for (Eigen::Index j = 0; j < n; ++j) {
            hessian(j, j) += goals[static_cast<std::size_t>(j)].variance + 1e-9 * std::max(dual.total, 1.0);
        }
        Vector const step = hessian.selfadjointView<Eigen::Upper>().ldlt().solve(gap);
        double length = std::min(1.0, 3.0 / std::max(step.cwiseAbs().maxCoeff(), 1e-300));
        bool has_moved = false;
        for (int halving = 0; halving < 30; ++halving, length *= 0.5) {
            Vector const trial = at + length * step;
            double const trial_value = dual.weigh(trial, trial_weights);
            if (std::isfinite(trial_value) && trial_value <= value + 1e-10 * std::fabs(value)) {
                at = trial;
                value = trial_value;
                weights.swap(trial_weights);
                has_moved = true;
                break;
            }
        }
        if (!has_moved) {
            dual.weigh(at, weights);
            break;
        }
    }
    Eigen::Map<Vector>(multipliers.data(), n) = at;
    return result;
}

}  // namespace minimasim::population
