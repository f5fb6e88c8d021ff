#include "bench/synthesis/interval_scores.hpp"

#include <algorithm>
#include <cmath>

#include "bench/synthesis/cell_table.hpp"

namespace minimasim::synthesis {
namespace {

constexpr double miss_rate = 0.1;             // of a 90 % interval
constexpr double normal_95_percent = 1.6449;  // quantile of the standard normal distribution

double quantile(std::vector<double> const& sorted, double share)
{
    double const place = share * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    auto const above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double interval_score(double low, double high, double truth)
{
    double const missed = std::max({0., low - truth, truth - high});
    return high - low + 2 / miss_rate * missed;
}

// The rank of the truth among the members, ties spread evenly: the part of that stretch of (0, 1) that lies
// between 0.05 and 0.95.
double share_inside(std::vector<double> const& sorted, double truth)
{
    auto const first = std::lower_bound(sorted.begin(), sorted.end(), truth) - sorted.begin();
    auto const last = std::upper_bound(sorted.begin(), sorted.end(), truth) - sorted.begin();
    auto const ranks = static_cast<double>(sorted.size() + 1);
    double const from = static_cast<double>(first) / ranks;
    double const to = static_cast<double>(last + 1) / ranks;
    double const inside = std::min(to, 1 - miss_rate / 2) - std::max(from, miss_rate / 2);
    return std::max(0., inside) / (to - from);
}

std::vector<double> sorted_members(EnsembleFigures const& figures, std::size_t figure)
{
    std::vector<double> values;
    for (auto const& member : figures.members) {
        values.push_back(member[figure]);
    }
    std::sort(values.begin(), values.end());
    return values;
}

}  // namespace

EnsembleFigures with_mean_of(EnsembleFigures const& figures, double least)
{
    EnsembleFigures kept;
    kept.members.resize(figures.members.size());
    for (std::size_t i = 0; i < figures.truth.size(); ++i) {
        if (sum(sorted_members(figures, i)) < least * static_cast<double>(figures.members.size())) {
            continue;
        }
        kept.truth.push_back(figures.truth[i]);
        for (std::size_t m = 0; m < figures.members.size(); ++m) {
            kept.members[m].push_back(figures.members[m][i]);
        }
    }
    return kept;
}

IntervalScores score_ensemble(EnsembleFigures const& figures)
{
    IntervalScores scores;
    std::vector<double> half_widths;
    for (std::size_t i = 0; i < figures.truth.size(); ++i) {
        auto const sorted = sorted_members(figures, i);
        double const low = quantile(sorted, miss_rate / 2);
        double const high = quantile(sorted, 1 - miss_rate / 2);
        double const truth = figures.truth[i];
        scores.coverage += low <= truth && truth <= high;
        scores.coverage_exact += share_inside(sorted, truth);
        scores.score += interval_score(low, high, truth);
        double const mean = sum(sorted) / static_cast<double>(sorted.size());
        half_widths.push_back((high - low) / 2 / std::max(1e-9, mean));
    }
    auto const count = static_cast<double>(figures.truth.size());
    scores.coverage /= count;
    scores.coverage_exact /= count;
    scores.score /= count;
    scores.median_half_width = median(half_widths);
    return scores;
}

double score_normal_intervals(std::vector<double> const& truth, std::vector<double> const& mean,
                              std::vector<double> const& variance)
{
    double total = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        double const half = normal_95_percent * std::sqrt(variance[i]);
        total += interval_score(std::max(0., mean[i] - half), mean[i] + half, truth[i]);
    }
    return total / static_cast<double>(truth.size());
}

}  // namespace minimasim::synthesis
