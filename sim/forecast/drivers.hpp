#pragma once

#include <string>
#include <vector>

#include "sim/forecast/terms.hpp"

namespace minimasim::forecast {

// A term that an outcome depends on: a straight line through the replicates, drawn value against outcome.
struct Driver {
    std::string process;
    std::string term;
    double at_low = 0;          // the outcome on that line where the term is at its low end
    double at_high = 0;         // and at its high end
    double variance_share = 0;  // squared correlation: of the spread of the outcome over the replicates
};

// The terms whose line is more than chance would give for the number of replicates (chi-squared of one
// degree of freedom, 5 % for all terms together by Bonferroni), the largest share first. A value of the
// outcome that is no number leaves its replicate out.
std::vector<Driver> drivers_of(std::vector<double> const& outcome,
                               std::vector<Terms> const& terms_of_replicates,
                               std::vector<Assumption> const& assumptions);

}  // namespace minimasim::forecast
