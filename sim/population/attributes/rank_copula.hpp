#pragma once

#include <array>
#include <cstddef>

#include "sim/population/attributes/household_draws.hpp"
#include "sim/population/evidence/assumptions.hpp"
#include "sim/population/national.hpp"

namespace minimasim::population {

// The amounts of a household whose ranks depend on each other.
enum class Ranked : std::size_t { income, wealth, rent, energy, debt };
inline constexpr std::size_t ranked_count = 5;

// Standard normal scores by Ranked: 0 is the middle of the distribution of that amount.
using Scores = std::array<double, ranked_count>;
using Correlation = std::array<Scores, ranked_count>;

// The shape of the dependence at given correlations. A Gaussian copula has no dependence in the extreme
// tails; the other two have, and tell how much the answer rests on that: who has both a very low income and
// next to no savings decides eligibility. student_t has four degrees of freedom; survival_clayton counts
// ranks from the top, so that the joint lower tail with income is the heavy one.
enum class CopulaKind { gaussian, student_t, survival_clayton };

// Ranks of wealth, rent, energy and debt of a household, given that of its income. Margins are standard
// normal whatever the kind.
class RankCopula {
  public:
    // Throws ModelError when the matrix is no correlation matrix.
    RankCopula(Correlation const& correlation, CopulaKind kind);

    // `income` is the score of income, which is kept.
    Scores scores(double income, HouseholdDraws const& draws) const;

    double correlation_with_income(Ranked amount) const
    {
        return amount == Ranked::income ? 1 : with_income_[static_cast<std::size_t>(amount) - 1];
    }

  private:
    static constexpr std::size_t others = ranked_count - 1;
    using Row = std::array<double, others>;

    double dependent(std::size_t place, double income, double own, HouseholdDraws const& draws) const;
    double clayton(std::size_t place, double income, double own) const;

    CopulaKind kind_;
    Row with_income_{};                 // correlation with income
    std::array<Row, others> factor_{};  // Cholesky factor of what income leaves open
    Row residual_{};                    // its standard deviation
};

// Rank correlation of income and wealth that puts the median wealth of each income decile where it was
// published, least squares on normal scores. `quartiles` are those of wealth of all households.
double fitted_rank_correlation(std::array<double, 3> const& quartiles, Deciles const& medians);

// The copula of one member: correlations from the published table and data/assumptions.
RankCopula rank_copula(NationalTables const& national, AssumedValues const& assumed);

}  // namespace minimasim::population
