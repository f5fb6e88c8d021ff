#include "sim/population/profiles/profile_shares.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::population {

namespace {

constexpr int most_steps = 60;
constexpr int most_sweeps = 400;
constexpr double largest_multiplier = 20;  // weights differ by a factor e^20: what asks more cannot be had
constexpr double tolerance = 1e-9;

constexpr std::size_t profiles = profile_count;
using Matrix = std::array<PerProfile, profiles>;

// Value of the dual and, for its derivatives, the shares and how they move with the log weights.
struct State {
    double value = 0;
    PerProfile weight{};
    PerProfile share{};
    Matrix spread{};
};

State state_at(std::vector<double> const& multipliers, std::vector<AlikeAdults> const& adults,
               std::vector<ShareBound> const& bounds)
{
    State s;
    PerProfile exponent{};
    for (std::size_t j = 0; j < bounds.size(); ++j) {
        s.value += multipliers[j] * bounds[j].at_least;
        for (std::size_t k = 0; k < profiles; ++k) {
            exponent[k] += multipliers[j] * bounds[j].coefficient[k];
        }
    }
    for (std::size_t k = 0; k < profiles; ++k) {
        s.weight[k] = std::exp(exponent[k]);
    }
    double all = 0;
    double logs = 0;
    for (auto const& a : adults) {
        PerProfile p{};
        double sum = 0;
        for (std::size_t k = 0; k < profiles; ++k) {
            p[k] = s.weight[k] * a.membership[k];
            sum += p[k];
        }
        all += a.count;
        logs += a.count * std::log(sum);
        for (std::size_t k = 0; k < profiles; ++k) {
            p[k] /= sum;
            s.share[k] += a.count * p[k];
        }
        for (std::size_t k = 0; k < profiles; ++k) {
            for (std::size_t l = 0; l <= k; ++l) {
                s.spread[k][l] -= a.count * p[k] * p[l];
            }
        }
    }
    s.value -= logs / all;
    for (std::size_t k = 0; k < profiles; ++k) {
        s.spread[k][k] += s.share[k];
        s.share[k] /= all;
        for (std::size_t l = 0; l <= k; ++l) {
            s.spread[k][l] /= all;
            s.spread[l][k] = s.spread[k][l];
        }
    }
    return s;
}

double short_of(ShareBound const& bound, PerProfile const& share)
{
    double sum = bound.at_least;
    for (std::size_t k = 0; k < profiles; ++k) {
        sum -= bound.coefficient[k] * share[k];
    }
    return sum;
}

// Maximises gradient.step - step.curvature.step / 2 over steps that keep the multipliers in their range, one
// coordinate after another.
std::vector<double> quadratic_step(std::vector<double> const& multipliers,
                                   std::vector<double> const& gradient,
                                   std::vector<std::vector<double>> const& curvature)
{
    std::size_t const n = multipliers.size();
    std::vector<double> step(n, 0.0);
    std::vector<double> slope(gradient);
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        double moved = 0;
        for (std::size_t j = 0; j < n; ++j) {
            double const wanted = step[j] + slope[j] / (curvature[j][j] + 1e-12);
            double const kept = std::clamp(wanted, -multipliers[j], largest_multiplier - multipliers[j]);
            double const change = kept - step[j];
            step[j] = kept;
            moved = std::max(moved, std::fabs(change));
            for (std::size_t i = 0; i < n; ++i) {
                slope[i] -= curvature[i][j] * change;
            }
        }
        if (moved < 1e-12) {
            break;
        }
    }
    return step;
}

std::vector<std::vector<double>> curvature_of(State const& state, std::vector<ShareBound> const& bounds)
{
    std::vector<std::vector<double>> curvature(bounds.size(), std::vector<double>(bounds.size(), 0.0));
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        PerProfile moved{};
        for (std::size_t k = 0; k < profiles; ++k) {
            for (std::size_t l = 0; l < profiles; ++l) {
                moved[k] += state.spread[k][l] * bounds[i].coefficient[l];
            }
        }
        for (std::size_t j = 0; j < bounds.size(); ++j) {
            for (std::size_t k = 0; k < profiles; ++k) {
                curvature[i][j] += bounds[j].coefficient[k] * moved[k];
            }
        }
    }
    return curvature;
}

}  // namespace

NearestShares nearest_shares(std::vector<AlikeAdults> const& adults, std::vector<ShareBound> const& bounds)
{
    NearestShares result;
    result.multipliers.assign(bounds.size(), 0.0);
    auto state = state_at(result.multipliers, adults, bounds);
    result.implied = state.share;
    for (int count = 0; count < most_steps; ++count) {
        std::vector<double> gradient;
        double miss = 0;
        for (std::size_t j = 0; j < bounds.size(); ++j) {
            gradient.push_back(short_of(bounds[j], state.share));
            miss = std::max(miss, result.multipliers[j] > 0 ? std::fabs(gradient[j]) : gradient[j]);
        }
        if (miss < tolerance) {
            break;
        }
        auto const step = quadratic_step(result.multipliers, gradient, curvature_of(state, bounds));
        double part = 1;
        std::vector<double> tried(bounds.size());
        State next;
        do {
            for (std::size_t j = 0; j < bounds.size(); ++j) {
                tried[j] = std::max(0.0, result.multipliers[j] + part * step[j]);
            }
            next = state_at(tried, adults, bounds);
            part /= 2;
        } while (next.value < state.value - 1e-14 && part > 1e-6);
        bool const stands_still = next.value <= state.value + 1e-15;
        result.multipliers = tried;
        state = next;
        if (stands_still) {
            break;
        }
    }
    result.weight = state.weight;
    result.share = state.share;
    for (auto const& bound : bounds) {
        result.is_feasible = result.is_feasible && short_of(bound, state.share) < 1e-5;
    }
    return result;
}

}  // namespace minimasim::population
