#pragma once

#include <cstddef>
#include <vector>

#include "sim/forecast/terms.hpp"
#include "sim/forecast/town.hpp"

namespace minimasim::forecast {

// What happens in a month, as chances, worked out once per replicate from the terms without any package: with
// them and no new measure the stocks of the start stay as they are, but for the trend.
struct Rates {
    // By kind of household of the town; NaN of kinds that did not occur yet.
    std::vector<double> arrears_at_start;  // chance without problem debts
    std::vector<double> enter_arrears;     // chance a month when payments are in order
    double worsen = 0;                     // arrears become problem debts
    double recover = 0;                    // arrears end without the help of early signals
    double leave_debts = 0;                // problem debts end without a trajectory
    double signal = 0;                     // of a household behind with payments
    double tax_signal = 0;                 // by the tax authority, in the years of its pilot
    double acceptance_scale = 1;           // makes the mean of those approached the published share
    double arrears_over_odds = 0;          // at the start, without problem debts
    double leave_arrears = 0;              // in one way or another
    double administered_with_debts = 0;    // at the start, of those with problem debts
    double administered_over_odds = 0;     // at the start, of those whose payments are in order
    double enter_administration = 0;       // of a household with problem debts
    double leave_administration = 0;
};

Rates rates_of(Town const& town, Terms const& terms);

// Adds the kinds of households that are new in the town, with the relations of the start.
void add_kinds(Town const& town, Terms const& terms, Rates& rates);

// Trajectories that run at a time when so many are completed in a year: starts a month times their mean
// length.
double places_of(Terms const& terms);

// Months after which a trajectory ends, and whether it is completed; u is uniform.
struct TrajectoryEnd {
    int months = 0;
    bool is_completed = false;
};
TrajectoryEnd end_of_trajectory(double u, double completed_share, double months);

}  // namespace minimasim::forecast
