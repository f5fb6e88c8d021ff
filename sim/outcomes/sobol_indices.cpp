#include "sim/outcomes/sobol_indices.hpp"

#include <cmath>

#include "sim/base/draw.hpp"

namespace minimasim::outcomes {

namespace {

constexpr std::uint32_t resamples = 500;

struct Shares {
    double first;
    double total;
};

double mean_over(std::vector<double> const& a, std::vector<double> const& b,
                 std::vector<std::size_t> const& rows)
{
    double sum = 0;
    for (auto const row : rows) {
        sum += a[row] + b[row];
    }
    return sum / static_cast<double>(2 * rows.size());
}

double variance_over(PickFreeze const& outcome, std::vector<std::size_t> const& rows, double mean)
{
    double sum = 0;
    for (auto const row : rows) {
        double const a = outcome.a[row] - mean;
        double const b = outcome.b[row] - mean;
        sum += a * a + b * b;
    }
    return sum / static_cast<double>(2 * rows.size() - 1);
}

Shares shares_over(PickFreeze const& outcome, std::size_t source, std::vector<std::size_t> const& rows,
                   double mean, double variance)
{
    double first = 0;
    double total = 0;
    for (auto const row : rows) {
        double const change = outcome.mixed[source][row] - outcome.a[row];
        first += (outcome.b[row] - mean) * change;
        total += change * change;
    }
    auto const n = static_cast<double>(rows.size());
    return {first / n / variance, total / (2 * n) / variance};
}

}  // namespace

SobolIndices sobol_indices(PickFreeze const& outcome, std::uint64_t seed)
{
    std::size_t const n = outcome.a.size();
    std::vector<std::size_t> rows(n);
    for (std::size_t row = 0; row < n; ++row) {
        rows[row] = row;
    }
    double const mean = n == 0 ? 0 : mean_over(outcome.a, outcome.b, rows);
    double const variance = n == 0 ? 0 : variance_over(outcome, rows, mean);
    SobolIndices indices;
    if (variance <= 0) {
        return indices;
    }
    indices.standard_deviation = std::sqrt(variance);
    std::vector<std::vector<double>> firsts(outcome.mixed.size());
    std::vector<std::vector<double>> totals(outcome.mixed.size());
    for (std::uint32_t resample = 0; resample < resamples; ++resample) {
        std::vector<std::size_t> drawn(n);
        for (std::size_t i = 0; i < n; ++i) {
            double const u = uniform(seed, Stream::resample, 0, static_cast<std::uint32_t>(i), 0, resample);
            drawn[i] = static_cast<std::size_t>(u * static_cast<double>(n));
        }
        double const of_drawn = mean_over(outcome.a, outcome.b, drawn);
        double const variance_of_drawn = variance_over(outcome, drawn, of_drawn);
        if (variance_of_drawn <= 0) {
            continue;
        }
        for (std::size_t source = 0; source < outcome.mixed.size(); ++source) {
            auto const shares = shares_over(outcome, source, drawn, of_drawn, variance_of_drawn);
            firsts[source].push_back(shares.first);
            totals[source].push_back(shares.total);
        }
    }
    for (std::size_t source = 0; source < outcome.mixed.size(); ++source) {
        auto const shares = shares_over(outcome, source, rows, mean, variance);
        indices.sources.push_back(
            {shares.first,
             {percentile(firsts[source], lower_tail), percentile(firsts[source], upper_tail)},
             shares.total,
             {percentile(totals[source], lower_tail), percentile(totals[source], upper_tail)}});
    }
    return indices;
}

}  // namespace minimasim::outcomes
