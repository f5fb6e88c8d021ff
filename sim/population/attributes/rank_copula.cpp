#include "sim/population/attributes/rank_copula.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"

namespace minimasim::population {

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double upper_quartile_score = 0.67448975;
constexpr double farthest = 1e-6;  // ranks stay this far from 0 and 1

// Student's t with four degrees of freedom has a distribution function and quantiles in closed form (Shaw
// 2006, Sampling Student's T distribution, section 2).
constexpr double degrees_of_freedom = 4;

double t_probability(double t)
{
    double const s = t / std::sqrt(1 + t * t / degrees_of_freedom);
    return 0.5 + 0.375 * s * (1 - s * s / 12);
}

double t_quantile(double probability)
{
    double const root = std::sqrt(4 * probability * (1 - probability));
    double const q = 2 * std::sqrt(std::max(0.0, std::cos(std::acos(std::min(1.0, root)) / 3) / root - 1));
    return probability < 0.5 ? -q : q;
}

double inside(double rank)
{
    return std::clamp(rank, farthest, 1 - farthest);
}

}  // namespace

RankCopula::RankCopula(Correlation const& correlation, CopulaKind kind) : kind_(kind)
{
    std::array<Row, others> open{};
    for (std::size_t i = 0; i < others; ++i) {
        with_income_[i] = correlation[i + 1][0];
    }
    for (std::size_t i = 0; i < others; ++i) {
        for (std::size_t j = 0; j < others; ++j) {
            open[i][j] = correlation[i + 1][j + 1] - with_income_[i] * with_income_[j];
        }
        residual_[i] = std::sqrt(std::max(0.0, open[i][i]));
    }
    for (std::size_t i = 0; i < others; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = open[i][j];
            for (std::size_t k = 0; k < j; ++k) {
                rest -= factor_[i][k] * factor_[j][k];
            }
            if (i == j && rest <= 0) {
                throw ModelError(
                    "the correlations of income, wealth, rent, energy and debt in data/assumptions "
                    "contradict "
                    "each other: no ranks have them all");
            }
            factor_[i][j] = i == j ? std::sqrt(rest) : rest / factor_[j][j];
        }
    }
}

// Conditional distribution of Clayton's copula given the rank of income; a negative dependence looks from the
// other side. Kendall's tau is that of the Gaussian copula.
double RankCopula::clayton(std::size_t place, double income, double own) const
{
    double const tau = 2 / pi * std::asin(std::fabs(with_income_[place]));
    if (tau < 1e-3) {
        return own;
    }
    bool const is_negative = with_income_[place] < 0;
    double const theta = 2 * tau / (1 - tau);
    double const u = inside(normal_probability(income));
    double const w = inside(normal_probability(is_negative ? -own : own));
    double const v = std::pow((std::pow(w, -theta / (1 + theta)) - 1) * std::pow(u, -theta) + 1, -1 / theta);
    double const score = normal_quantile(inside(v));
    return is_negative ? -score : score;
}

double RankCopula::dependent(std::size_t place, double income, double own, HouseholdDraws const& draws) const
{
    if (kind_ == CopulaKind::gaussian) {
        return with_income_[place] * income + own;
    }
    if (kind_ == CopulaKind::survival_clayton) {
        return clayton(place, income, own / residual_[place]);
    }
    // Given one of its components, a t vector is a t vector with one degree of freedom more.
    double const t = t_quantile(inside(normal_probability(income)));
    double squares = 0;
    for (std::uint32_t k = 0; k < 5; ++k) {
        double const z = draws.mixing_normal(k);
        squares += z * z;
    }
    double const scale = std::sqrt((degrees_of_freedom + t * t) / squares);
    return normal_quantile(inside(t_probability(with_income_[place] * t + scale * own)));
}

Scores RankCopula::scores(double income, HouseholdDraws const& draws) const
{
    Row const independent{draws.normal(AmountDraw::liquid_assets), draws.normal(AmountDraw::rent),
                          draws.normal(AmountDraw::energy), draws.normal(AmountDraw::debt)};
    Scores scores{income};
    for (std::size_t i = 0; i < others; ++i) {
        double own = 0;
        for (std::size_t k = 0; k <= i; ++k) {
            own += factor_[i][k] * independent[k];
        }
        scores[i + 1] = dependent(i, income, own, draws);
    }
    return scores;
}

double fitted_rank_correlation(std::array<double, 3> const& quartiles, Deciles const& medians)
{
    // Scores of wealth: straight lines through the quartiles on the scale of the log.
    auto const level = [](double wealth) { return std::log(1 + wealth); };
    double const low = level(quartiles[0]);
    double const middle = level(quartiles[1]);
    double const high = level(quartiles[2]);
    auto const density = [](double probability) {
        if (probability <= 0 || probability >= 1) {
            return 0.0;
        }
        double const z = normal_quantile(probability);
        return std::exp(-0.5 * z * z) / std::sqrt(2 * pi);
    };
    double products = 0;
    double squares = 0;
    for (std::size_t d = 0; d < medians.size(); ++d) {
        double const place = static_cast<double>(d) / 10;
        double const income = 10 * (density(place) - density(place + 0.1));  // mean score of the decile
        double const wealth = level(medians[d]);
        double const score = upper_quartile_score * (wealth < middle ? (wealth - middle) / (middle - low)
                                                                     : (wealth - middle) / (high - middle));
        products += income * score;
        squares += income * income;
    }
    return products / squares;
}

RankCopula rank_copula(NationalTables const& national, AssumedValues const& assumed)
{
    Correlation c{};
    auto const set = [&](Ranked a, Ranked b, double value) {
        c[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] = value;
        c[static_cast<std::size_t>(b)][static_cast<std::size_t>(a)] = value;
    };
    for (std::size_t i = 0; i < ranked_count; ++i) {
        c[i][i] = 1;
    }
    set(Ranked::income, Ranked::wealth,
        fitted_rank_correlation(national.wealth_quartiles, national.wealth_median_by_decile) +
            assumed("copula.income_wealth_error"));
    set(Ranked::income, Ranked::rent, assumed("copula.income_rent"));
    set(Ranked::income, Ranked::energy, assumed("copula.income_energy"));
    set(Ranked::income, Ranked::debt, assumed("copula.income_debt"));
    set(Ranked::wealth, Ranked::rent, assumed("copula.wealth_rent"));
    set(Ranked::wealth, Ranked::energy, assumed("copula.wealth_energy"));
    set(Ranked::wealth, Ranked::debt, assumed("copula.wealth_debt"));
    set(Ranked::rent, Ranked::energy, assumed("copula.rent_energy"));
    set(Ranked::rent, Ranked::debt, assumed("copula.rent_debt"));
    set(Ranked::energy, Ranked::debt, assumed("copula.energy_debt"));
    return {c, static_cast<CopulaKind>(static_cast<int>(assumed("copula.kind")))};
}

}  // namespace minimasim::population
