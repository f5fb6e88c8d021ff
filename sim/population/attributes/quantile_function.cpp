#include "sim/population/attributes/quantile_function.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace minimasim::population {

namespace {

constexpr double least_exponent = 1.2;  // below it the mean of a tail rests on a handful of households
constexpr double greatest_exponent = 20;
constexpr int most_steps = 30;

}  // namespace

MonotoneSpline::MonotoneSpline(std::vector<double> x, std::vector<double> y)
    : x_(std::move(x)), y_(std::move(y)), slope_(x_.size())
{
    std::vector<double> secant;
    for (std::size_t k = 0; k + 1 < x_.size(); ++k) {
        secant.push_back((y_[k + 1] - y_[k]) / (x_[k + 1] - x_[k]));
    }
    slope_.front() = secant.front();  // the ends take the slope of their line
    slope_.back() = secant.back();
    for (std::size_t k = 1; k + 1 < x_.size(); ++k) {
        double const sum = secant[k - 1] + secant[k];
        slope_[k] = sum > 0 ? 2 * secant[k - 1] * secant[k] / sum : 0;
    }
}

double MonotoneSpline::operator()(double x) const
{
    if (x <= x_.front()) {
        return y_.front();
    }
    if (x >= x_.back()) {
        return y_.back();
    }
    auto const k = static_cast<std::size_t>(std::upper_bound(x_.begin(), x_.end(), x) - x_.begin()) - 1;
    double const width = x_[k + 1] - x_[k];
    double const t = (x - x_[k]) / width;
    double const s = 1 - t;
    return s * s * (1 + 2 * t) * y_[k] + t * t * (3 - 2 * t) * y_[k + 1] + s * s * t * width * slope_[k] -
           t * t * s * width * slope_[k + 1];
}

QuantileFunction::QuantileFunction(double zero_share, double lowest, double lower_quartile,
                                   double upper_quartile, double mean)
    : zero_share_(zero_share),
      upper_quartile_(upper_quartile),
      log_amount_({zero_share, 0.25, 0.5, 0.75},
                  {std::log(lowest), std::log(lower_quartile), 0, std::log(upper_quartile)})
{
    constexpr int steps = 300;
    double below = 0;
    for (int i = 0; i < steps; ++i) {
        below += (*this)(0.75 * (i + 0.5) / steps) * 0.75 / steps;
    }
    double const tail = (mean - below) / (0.25 * upper_quartile);  // exponent / (exponent - 1)
    pareto_ =
        tail <= 1 ? greatest_exponent : std::clamp(tail / (tail - 1), least_exponent, greatest_exponent);
}

double QuantileFunction::operator()(double u) const
{
    return u < zero_share_ ? 0
           : u < 0.75      ? std::exp(log_amount_(u))
                           : upper_quartile_ * std::pow(std::max(1 - u, 1e-6) / 0.25, -1 / pareto_);
}

void tilt_to_mean(std::vector<double>& rising, double mean)
{
    std::size_t const n = rising.size();
    if (n < 2 || mean <= rising.front() || mean >= rising.back()) {
        return;
    }
    std::vector<double> logs(n);
    for (std::size_t i = 0; i < n; ++i) {
        logs[i] = std::log(rising[i] / rising.back());
    }
    std::vector<double> weights(n);
    // Newton on the power: the derivative of the log of the mean is a covariance under the weights.
    double power = 0;
    for (int step = 0; step < most_steps; ++step) {
        double sum = 0;
        double amounts = 0;
        double log_sum = 0;
        double mixed = 0;
        for (std::size_t i = 0; i < n; ++i) {
            weights[i] = std::exp(power * logs[i]);
            sum += weights[i];
            amounts += weights[i] * rising[i];
            log_sum += weights[i] * logs[i];
            mixed += weights[i] * rising[i] * logs[i];
        }
        double const now = amounts / sum;
        double const slope = mixed / amounts - log_sum / sum;
        double const miss = std::log(mean / now);
        if (std::fabs(miss) < 1e-4 || slope <= 0) {
            break;
        }
        power += std::clamp(miss / slope, -1.0, 1.0);
    }
    double all = 0;
    for (double const w : weights) {
        all += w;
    }
    // The amount at each plain rank, between the middles of the weighted ones.
    std::vector<double> tilted(n);
    double before = 0;
    std::size_t k = 0;
    for (std::size_t i = 0; i < n; ++i) {
        double const rank = (static_cast<double>(i) + 0.5) / static_cast<double>(n) * all;
        while (k + 1 < n && before + weights[k] + weights[k + 1] / 2 < rank) {
            before += weights[k];
            ++k;
        }
        double const left = before + weights[k] / 2;
        double const right = k + 1 < n ? before + weights[k] + weights[k + 1] / 2 : left;
        double const t = right > left ? std::clamp((rank - left) / (right - left), 0.0, 1.0) : 0;
        tilted[i] = k + 1 < n ? rising[k] + t * (rising[k + 1] - rising[k]) : rising[k];
    }
    rising = std::move(tilted);
}

}  // namespace minimasim::population
