#include "sim/population/fit/tilt.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::population {

Tilt::Tilt(FeatureRows const& rows, std::size_t goals)
    : goals_(goals), begin_(rows.begin), feature_(rows.feature), count_(rows.count.begin(), rows.count.end())
{
    for (double const c : count_) {
        width_ = std::max(width_, static_cast<std::size_t>(c) + 1);
    }
    power_.reserve(feature_.size());
    for (std::size_t z = 0; z < feature_.size(); ++z) {
        power_.push_back(
            static_cast<std::uint32_t>(feature_[z] * width_ + static_cast<std::size_t>(count_[z])));
    }
}

std::vector<double> Tilt::powers_of(std::vector<double> const& multipliers) const
{
    std::vector<double> powers(goals_ * width_, 1.0);
    for (std::size_t j = 0; j < goals_; ++j) {
        double const factor =
            multipliers[j] == closed ? 0.0 : std::exp(std::clamp(multipliers[j], -300.0, 300.0));
        for (std::size_t c = 1; c < width_; ++c) {
            powers[j * width_ + c] = powers[j * width_ + c - 1] * factor;
        }
    }
    return powers;
}

double Tilt::weigh_one(std::vector<double> const& powers, AreaPrior const& prior, double bound,
                       std::size_t archetype) const
{
    double ratio = 1;
    for (auto z = begin_[archetype]; z < begin_[archetype + 1]; ++z) {
        ratio *= powers[power_[z]];
    }
    return ratio == 0 ? 0 : prior(archetype) * std::clamp(ratio, 1 / bound, bound);
}

void Tilt::weigh(std::vector<double> const& multipliers, AreaPrior const& prior, double bound,
                 std::vector<double>& weights) const
{
    auto const powers = powers_of(multipliers);
    weights.resize(archetypes());
    for (std::size_t k = 0; k < weights.size(); ++k) {
        weights[k] = weigh_one(powers, prior, bound, k);
    }
}

void Tilt::weigh(std::vector<double> const& multipliers, AreaPrior const& prior, double bound,
                 std::vector<double>& weights, TiltedTotals& sums) const
{
    auto const powers = powers_of(multipliers);
    weights.resize(archetypes());
    sums.total = 0;
    sums.beyond = 0;
    sums.at_bound = 0;
    sums.totals.assign(goals_, 0.0);
    double* const totals = sums.totals.data();
    double const lowest = 1 / bound;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        double ratio = 1;
        auto const last = begin_[k + 1];
        for (auto z = begin_[k]; z < last; ++z) {
            ratio *= powers[power_[z]];
        }
        double const held = ratio == 0 ? 0 : std::clamp(ratio, lowest, bound);
        double const weight = prior(k) * held;
        weights[k] = weight;
        sums.total += weight;
        if (held != ratio && weight > 0) {
            // Beyond the bound the dual goes on as a straight line: the weight no longer answers.
            ++sums.at_bound;
            sums.beyond += weight * std::log(ratio / held);
        }
        for (auto z = begin_[k]; z < last; ++z) {
            totals[feature_[z]] += weight * count_[z];
        }
    }
}

void Tilt::add_second_derivatives(std::vector<double> const& multipliers, std::vector<double> const& weights,
                                  bool has_held, double bound, double* matrix) const
{
    auto const powers = powers_of(has_held ? multipliers : std::vector<double>(goals_, 0.0));
    for (std::size_t k = 0; k < weights.size(); ++k) {
        double const weight = weights[k];
        if (weight <= 0) {
            continue;
        }
        auto const first = begin_[k];
        auto const last = begin_[k + 1];
        if (has_held) {
            double ratio = 1;
            for (auto z = first; z < last; ++z) {
                ratio *= powers[power_[z]];
            }
            if (ratio < 1 / bound || ratio > bound) {
                continue;
            }
        }
        for (auto z = first; z < last; ++z) {
            double const part = weight * count_[z];
            double* const column = matrix + feature_[z] * goals_;
            for (auto v = z; v < last; ++v) {
                column[feature_[v]] += part * count_[v];
            }
        }
    }
}

}  // namespace minimasim::population
