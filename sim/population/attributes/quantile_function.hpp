#pragma once

#include <vector>

namespace minimasim::population {

// A curve through points that never falls where they do not (Fritsch and Carlson 1980): a cubic between
// neighbours, with slopes that are harmonic means.
class MonotoneSpline {
  public:
    MonotoneSpline() = default;
    // At least two points, `x` rising and `y` not falling.
    MonotoneSpline(std::vector<double> x, std::vector<double> y);

    // Between the first and the last point; outside, the value of the nearest.
    double operator()(double x) const;

  private:
    std::vector<double> x_;
    std::vector<double> y_;
    std::vector<double> slope_;
};

// Amounts by rank, in units of their median: a part of zeros, a monotone spline
// through published quartiles on the scale of the log, and a Pareto tail above the upper quartile whose
// exponent gives the published mean.
class QuantileFunction {
  public:
    // `zero_share` below 0.25; `lowest` is the smallest amount that is not zero; quartiles rise and stand, as
    // the mean, in the unit of the median 1. A mean that no Pareto tail reaches gets the nearest that one
    // does.
    QuantileFunction(double zero_share, double lowest, double lower_quartile, double upper_quartile,
                     double mean);

    // The amount at rank u in (0, 1).
    double operator()(double u) const;

    double pareto_exponent() const { return pareto_; }

  private:
    double zero_share_;
    double upper_quartile_;
    MonotoneSpline log_amount_;  // by rank, up to the upper quartile
    double pareto_ = 2;
};

// Gives rising amounts the wanted mean: each keeps its place and takes the amount at that place of the same
// amounts weighted by a power of themselves (exponential tilting of their logs). A mean outside the range of
// the amounts is not reached; amounts above zero.
void tilt_to_mean(std::vector<double>& rising, double mean);

}  // namespace minimasim::population
