#pragma once

#include <array>

#include "sim/population/attributes/draft.hpp"
#include "sim/population/attributes/quantile_function.hpp"
#include "sim/population/evidence/assumptions.hpp"
#include "sim/population/evidence/evidence.hpp"

namespace minimasim::population {

// Limits of the income classes at the base date.
class IncomeClasses {
  public:
    IncomeClasses(Evidence const& evidence, AssumedValues const& assumed);

    // The class in which a measure falls.
    IncomeClass of(IncomeMeasure const& measure) const;

    // Upper limit of a low class as a share of the CBS minimum. The first published class is "below or around
    // the social minimum" and reaches to 101 %, so that incomes at the norm belong to it.
    static double upper_share(IncomeClass income_class);

    // A target inside the class for a draw u in (0, 1). Low classes give a share of the minimum, the others a
    // standardised income; `ratio` is standardised income per share of the minimum of this household.
    IncomeMeasure target(IncomeClass income_class, double u, double ratio) const;

    // Place of the draw in the income distribution of the municipality, (0, 1).
    double rank(IncomeClass income_class, double u) const;

  private:
    std::array<double, 9> percentiles_{};  // P10 .. P90 of standardised income, euro at the base date
    std::array<double, income_class_count + 1> cumulative_{};
    MonotoneSpline log_income_;  // by place in the country, P10 to P90
    double pareto_ = 3;
    double near_minimum_ = 0.5;
    double lowest_share_ = 0.25;
};

}  // namespace minimasim::population
