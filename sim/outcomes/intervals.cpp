#include "sim/outcomes/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace minimasim::outcomes {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double small_count = 10;  // below it published tables suppress a count as too small

// Between the two values around the place in order; puts `values` in another order. Only these two are looked
// for: a table has tens of thousands of intervals.
double percentile_among(std::vector<double>& values, double share)
{
    if (values.empty()) {
        return 0;
    }
    double const place = share * static_cast<double>(values.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    auto const at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(values.begin(), at, values.end());
    double const above = at + 1 == values.end() ? *at : *std::min_element(at + 1, values.end());
    return *at + (place - static_cast<double>(below)) * (above - *at);
}

double mean(std::vector<double> const& values)
{
    double sum = 0;
    for (double const value : values) {
        sum += value;
    }
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

bool agree(std::vector<double> const& values)
{
    return std::all_of(values.begin(), values.end(), [&](double value) { return value == values.front(); });
}

// The continued fraction of the incomplete beta function, by the method of Lentz.
double beta_fraction(double a, double b, double x)
{
    constexpr int most_terms = 10'000;
    constexpr double smallest = 1e-300;
    constexpr double precision = 1e-15;
    auto const not_zero = [](double value) { return std::abs(value) < smallest ? smallest : value; };
    double c = 1;
    double d = 1 / not_zero(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= most_terms; ++m) {
        double const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / not_zero(1 + even * d);
        c = not_zero(1 + even / c);
        fraction *= c * d;
        double const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / not_zero(1 + odd * d);
        c = not_zero(1 + odd / c);
        double const step = c * d;
        fraction *= step;
        if (std::abs(step - 1) < precision) {
            break;
        }
    }
    return fraction;
}

double beta_quantile(double a, double b, double share)
{
    double low = 0;
    double high = 1;
    while (high - low > 1e-12) {
        double const middle = 0.5 * (low + high);
        (beta_distribution(a, b, middle) < share ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

}  // namespace

double percentile(std::vector<double> values, double share)
{
    return percentile_among(values, share);
}

double monte_carlo_error(std::vector<double> const& values, std::uint32_t members)
{
    std::size_t const n = values.size();
    if (n < 2) {
        return unknown;
    }
    std::size_t const groups = members == 0 || n <= members ? 1 : members;
    double squares = 0;
    for (std::size_t group = 0; group < groups; ++group) {
        double sum = 0;
        std::size_t count = 0;
        for (std::size_t r = group; r < n; r += groups) {
            sum += values[r];
            ++count;
        }
        double const of_group = sum / static_cast<double>(count);
        for (std::size_t r = group; r < n; r += groups) {
            squares += (values[r] - of_group) * (values[r] - of_group);
        }
    }
    return std::sqrt(squares / static_cast<double>(n - groups) / static_cast<double>(n));
}

Interval interval_of(std::vector<double> const& values, std::uint32_t members)
{
    auto others = values;  // in an order of their own
    double const low = percentile_among(others, lower_tail);
    return {mean(values), low, percentile_among(others, upper_tail), monte_carlo_error(values, members)};
}

Interval count_interval(std::vector<double> const& counts, std::uint32_t members, bool may_differ)
{
    auto interval = interval_of(counts, members);
    if (counts.empty() || !may_differ || !agree(counts) || counts.front() >= small_count) {
        return interval;
    }
    auto const n = static_cast<double>(counts.size());
    // The chance that a next replicate differs, after n that agree: the mean of Beta(1/2, n + 1/2).
    if (0.5 / (n + 1) > lower_tail) {
        auto const limits = next_count_limits(n * counts.front(), counts.size());
        interval.low = limits.low;
        interval.high = limits.high;
    }
    // The standard deviation of Gamma(sum + 1/2, n).
    interval.monte_carlo_error = std::sqrt(n * counts.front() + 0.5) / n;
    return interval;
}

Interval share_interval(std::vector<Part> const& parts, std::uint32_t members, bool given)
{
    std::vector<double> shares;
    Part sum;
    for (auto const& counted : parts) {
        if (counted.whole > 0) {
            shares.push_back(counted.part / counted.whole);
            sum.part += counted.part;
            sum.whole += counted.whole;
        }
    }
    if (shares.empty()) {
        return {0, 0, 0, unknown};
    }
    // Replicates that are left out would shift the members of the others.
    auto interval = interval_of(shares, shares.size() == parts.size() ? members : 0);
    if (given || !agree(shares)) {
        return interval;
    }
    auto const n = static_cast<double>(shares.size());
    auto const limits = jeffreys_limits({sum.part / n, sum.whole / n});
    interval.low = limits.low;
    interval.high = limits.high;
    double const a = sum.part + 0.5;
    double const b = sum.whole - sum.part + 0.5;
    interval.monte_carlo_error = std::sqrt(a * b / (a + b + 1)) / (a + b);
    return interval;
}

Limits jeffreys_limits(Part const& counted)
{
    double const a = counted.part + 0.5;
    double const b = counted.whole - counted.part + 0.5;
    return {counted.part <= 0 ? 0 : beta_quantile(a, b, lower_tail),
            counted.part >= counted.whole ? 1 : beta_quantile(a, b, upper_tail)};
}

Limits next_count_limits(double sum, std::size_t replicates)
{
    auto const n = static_cast<double>(replicates);
    double const shape = sum + 0.5;
    double probability = std::pow(n / (n + 1), shape);
    double below = probability;  // chance of this count or a smaller one
    Limits limits;
    for (double count = 0;; ++count) {
        limits.low = below < lower_tail ? count + 1 : limits.low;
        limits.high = count;
        if (below >= upper_tail) {
            return limits;
        }
        probability *= (shape + count) / (count + 1) / (n + 1);
        below += probability;
    }
}

double beta_distribution(double a, double b, double x)
{
    if (x <= 0 || x >= 1) {
        return x <= 0 ? 0 : 1;
    }
    double const log_factor =
        std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x);
    double const factor = std::exp(log_factor);
    return x < (a + 1) / (a + b + 2) ? factor * beta_fraction(a, b, x) / a
                                     : 1 - factor * beta_fraction(b, a, 1 - x) / b;
}

}  // namespace minimasim::outcomes
