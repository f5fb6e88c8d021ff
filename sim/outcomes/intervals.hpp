#pragma once

#include <cstdint>
#include <vector>

namespace minimasim::outcomes {

// Tails of an interval of 90 %.
inline constexpr double lower_tail = 0.05;
inline constexpr double upper_tail = 0.95;

struct Limits {
    double low = 0;
    double high = 0;
};

// An estimate (mean over the replicates), its 90 % interval (5th and 95th percentile: all that is uncertain),
// and apart from it the Monte Carlo error: the standard error of the mean, because replicates are finite. NaN
// where one replicate tells nothing about it.
struct Interval {
    double estimate = 0;
    double low = 0;
    double high = 0;
    double monte_carlo_error = 0;
};

// A part of a whole, for shares; no share where the whole is nothing.
struct Part {
    double part = 0;
    double whole = 0;
};

// A percentile, interpolated between neighbours (Hyndman and Fan, American Statistician 50, 1996,
// definition 7); empty = 0.
double percentile(std::vector<double> values, double share);

// How far the mean would move if the replicates were drawn again over the same members: the root of the mean
// variance within members over the number of replicates. Replicate r is of member r mod `members`; where no
// member has two (or `members` is 0), the variance of all replicates takes its place. NaN for one replicate.
double monte_carlo_error(std::vector<double> const& values, std::uint32_t members);

// The interval of amounts and of differences; all zero where every value is zero.
Interval interval_of(std::vector<double> const& values, std::uint32_t members);

// The interval of counts. Where few replicates agree on a small count, that is no proof: the interval is then
// that of a next count, by Jeffreys' prior for a Poisson mean, until so many agree that another count is
// expected in less than one of twenty. `may_differ` is false for a zero that cannot be anything else.
Interval count_interval(std::vector<double> const& counts, std::uint32_t members, bool may_differ);

// The interval of shares, over the replicates whose whole is not nothing (NaN in `shares`). Where all agree,
// on 0 or 1 above all, it is the interval of Jeffreys for the mean part of the mean whole, unless the share
// is `given` by a package.
Interval share_interval(std::vector<Part> const& parts, std::uint32_t members, bool given);

// Jeffreys' 90 % interval of a share: quantiles of Beta(part + 1/2, whole - part + 1/2), from 0 where the
// part is nothing and to 1 where it is everything (Brown, Cai and DasGupta, Statistical Science 16,
// 2001, 4.1.2).
Limits jeffreys_limits(Part const& counted);

// Between which a next count lies in 90 of 100 cases, after `replicates` counts with this sum: the negative
// binomial that Jeffreys' prior Gamma(1/2, 0) gives (Brown, Cai and DasGupta, Statistica Sinica 13, 2003).
Limits next_count_limits(double sum, std::size_t replicates);

// The distribution function of Beta(a, b), a and b positive (DLMF 8.17.22).
double beta_distribution(double a, double b, double x);

}  // namespace minimasim::outcomes
