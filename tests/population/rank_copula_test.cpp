// The dependence of income, wealth, rent, energy and debt: its size, its tails and its margins.

#include "sim/population/attributes/rank_copula.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/base/error.hpp"

namespace minimasim::population {

namespace {

constexpr std::uint32_t households = 40'000;

Correlation correlations(double income_wealth, double income_debt)
{
    Correlation c{};
    for (std::size_t i = 0; i < ranked_count; ++i) {
        c[i][i] = 1;
    }
    auto const set = [&](Ranked a, Ranked b, double value) {
        c[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] = value;
        c[static_cast<std::size_t>(b)][static_cast<std::size_t>(a)] = value;
    };
    set(Ranked::income, Ranked::wealth, income_wealth);
    set(Ranked::income, Ranked::debt, income_debt);
    set(Ranked::rent, Ranked::energy, 0.25);
    return c;
}

struct Sample {
    std::vector<double> income;
    std::vector<double> wealth;
    std::vector<double> debt;
};

Sample sample_of(CopulaKind kind, double income_wealth, double income_debt)
{
    RankCopula const copula(correlations(income_wealth, income_debt), kind);
    Sample s;
    for (std::uint32_t id = 0; id < households; ++id) {
        HouseholdDraws const draws{7, 0, id};
        auto const scores = copula.scores(draws.normal(AmountDraw::income), draws);
        s.income.push_back(scores[static_cast<std::size_t>(Ranked::income)]);
        s.wealth.push_back(scores[static_cast<std::size_t>(Ranked::wealth)]);
        s.debt.push_back(scores[static_cast<std::size_t>(Ranked::debt)]);
    }
    return s;
}

double correlation(std::vector<double> const& a, std::vector<double> const& b)
{
    double sum = 0;
    double squares = 0;
    double others = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += a[i] * b[i];
        squares += a[i] * a[i];
        others += b[i] * b[i];
    }
    return sum / std::sqrt(squares * others);
}

// Of the lowest `part` by income, who are also the lowest by wealth.
double joint_lower_tail(Sample const& s, double part)
{
    double const limit = normal_quantile(part);
    double both = 0;
    for (std::size_t i = 0; i < s.income.size(); ++i) {
        both += s.income[i] < limit && s.wealth[i] < limit ? 1 : 0;
    }
    return both / (part * static_cast<double>(s.income.size()));
}

double share_below(std::vector<double> const& scores, double probability)
{
    double const limit = normal_quantile(probability);
    double below = 0;
    for (double const z : scores) {
        below += z < limit ? 1 : 0;
    }
    return below / static_cast<double>(scores.size());
}

}  // namespace

TEST(RankCopula, HasTheCorrelationsItWasGiven)
{
    auto const s = sample_of(CopulaKind::gaussian, 0.45, -0.5);

    EXPECT_NEAR(correlation(s.income, s.wealth), 0.45, 0.015);
    EXPECT_NEAR(correlation(s.income, s.debt), -0.5, 0.015);
}

TEST(RankCopula, LeavesTheMarginsAloneWhateverItsShape)
{
    for (auto const kind : {CopulaKind::gaussian, CopulaKind::student_t, CopulaKind::survival_clayton}) {
        auto const s = sample_of(kind, 0.45, -0.5);

        for (double const p : {0.02, 0.1, 0.5, 0.9, 0.98}) {
            EXPECT_NEAR(share_below(s.wealth, p), p, 0.01) << static_cast<int>(kind);
            EXPECT_NEAR(share_below(s.debt, p), p, 0.01) << static_cast<int>(kind);
        }
    }
}

TEST(RankCopula, PutsMoreHouseholdsInTheJointLowerTailWhenItsTailsAreHeavy)
{
    double const gaussian = joint_lower_tail(sample_of(CopulaKind::gaussian, 0.45, 0), 0.02);
    double const student_t = joint_lower_tail(sample_of(CopulaKind::student_t, 0.45, 0), 0.02);
    double const clayton = joint_lower_tail(sample_of(CopulaKind::survival_clayton, 0.45, 0), 0.02);

    EXPECT_GT(student_t, gaussian + 0.05);
    EXPECT_GT(clayton, gaussian + 0.15);
}

TEST(RankCopula, RefusesCorrelationsThatContradictEachOther)
{
    auto c = correlations(0.9, 0.9);
    c[static_cast<std::size_t>(Ranked::wealth)][static_cast<std::size_t>(Ranked::debt)] = -0.9;
    c[static_cast<std::size_t>(Ranked::debt)][static_cast<std::size_t>(Ranked::wealth)] = -0.9;

    EXPECT_THROW(RankCopula(c, CopulaKind::gaussian), ModelError);
}

TEST(RankCopula, FindsTheCorrelationBehindPublishedMedians)
{
    // Log wealth 10 + 2 z, medians by decile of a score correlated 0.4 with z.
    auto const wealth = [](double z) { return std::exp(10 + 2 * z) - 1; };
    Deciles medians{};
    for (std::size_t d = 0; d < 10; ++d) {
        auto const density = [](double p) {
            double const z = p <= 0 || p >= 1 ? 0 : normal_quantile(p);
            return p <= 0 || p >= 1 ? 0.0 : std::exp(-0.5 * z * z) / std::sqrt(2 * 3.14159265358979);
        };
        double const place = static_cast<double>(d) / 10;
        medians[d] = wealth(0.4 * 10 * (density(place) - density(place + 0.1)));
    }

    double const found =
        fitted_rank_correlation({wealth(-0.67448975), wealth(0), wealth(0.67448975)}, medians);

    EXPECT_NEAR(found, 0.4, 1e-6);
}

}  // namespace minimasim::population
