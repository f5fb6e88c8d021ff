#include "sim/forecast/rates.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace minimasim::forecast {

namespace {

constexpr double months_per_year = 12;
constexpr double most_in_arrears = 0.9;  // chance at the start, of households with the worst odds

// A sum of doubles that does not depend on their order: of whole numbers of 2^-32.
class OrderlessSum {
  public:
    void add(double value) { sum_ += std::llround(value * 0x1.0p32); }
    double value() const { return static_cast<double>(sum_) * 0x1.0p-32; }

  private:
    std::int64_t sum_ = 0;
};

double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

double accepted_per_month(Terms const& t)
{
    double const approached = t.visits_per_month * (1 + t.calling_first_share) + t.calls_per_month;
    double const letters = std::max(0.0, t.signals_per_month - approached);
    return approached * t.acceptance + letters * t.letter_response;
}

// The mean over visits and calls, and over households easy and hard to reach, is then the published share.
double scale_of_acceptance(Town const& town, Terms const& t)
{
    OrderlessSum all;
    OrderlessSum weighted;
    for (std::size_t i = 0; i < town.size(); ++i) {
        if (town.is_known[i] == 0) {
            all.add(town.odds[i]);  // who is approached: by the risk to be behind with payments
            weighted.add(town.odds[i] * (town.is_hard_to_reach[i] != 0 ? t.low_trust_ratio : 1));
        }
    }
    double const by_channel = ratio(t.visits_per_month * t.visit_over_call + t.calls_per_month,
                                    t.visits_per_month + t.calls_per_month);
    double const mean = by_channel * ratio(weighted.value(), all.value());
    return mean > 0 ? 1 / mean : 1;
}

}  // namespace

double places_of(Terms const& t)
{
    double const starts_per_month = t.completed_per_year / months_per_year / t.completed_share;
    double const mean_months =
        t.completed_share * t.trajectory_months + (1 - t.completed_share) * (t.trajectory_months + 1) / 2;
    return starts_per_month * mean_months;
}

TrajectoryEnd end_of_trajectory(double u, double completed_share, double months)
{
    int const whole = static_cast<int>(months);
    if (u < completed_share) {
        return {whole, true};
    }
    double const place = (u - completed_share) / (1 - completed_share);  // who stops does so in any month
    return {std::min(whole, 1 + static_cast<int>(place * whole)), false};
}

Rates rates_of(Town const& town, Terms const& t)
{
    Rates rates;
    OrderlessSum odds;
    std::int64_t with_debts = 0;
    for (std::size_t i = 0; i < town.size(); ++i) {
        with_debts += town.has_problem_debts[i];
        if (town.has_problem_debts[i] == 0) {
            odds.add(town.odds[i]);
        }
    }
    auto const debts = static_cast<double>(with_debts);
    double const arrears = t.arrears_share * static_cast<double>(town.size());
    double const arrears_over_odds = ratio(arrears, odds.value());
    OrderlessSum orderly_odds;
    for (std::size_t i = 0; i < town.size(); ++i) {
        rates.arrears_at_start.push_back(
            town.has_problem_debts[i] != 0 ? 0 : std::min(most_in_arrears, arrears_over_odds * town.odds[i]));
        if (town.has_problem_debts[i] == 0) {
            orderly_odds.add(town.odds[i] * (1 - rates.arrears_at_start[i]));
        }
    }

    // Into problem debts: what leaves them, and the trend; relapse is a part of it.
    double const inflow_per_year =
        (t.debts_exit_per_year + t.debts_trend_per_year) * debts - t.relapse_two_years * t.completed_per_year;
    rates.worsen = ratio(std::max(0.0, inflow_per_year) / months_per_year, arrears);
    // Out of them: what trajectories do not do, by those who are in none.
    double const places = std::min(places_of(t), debts);
    rates.leave_debts = ratio(std::max(0.0, t.debts_exit_per_year * debts - t.completed_per_year),
                              months_per_year * (debts - places));

    double const behind = arrears + debts;
    double const administered_with_debts = t.administrations * t.administration_with_debts_share;
    double const can_be_signalled = std::max(0.0, behind - places - administered_with_debts);
    rates.signal = std::min(1.0, ratio(t.signals_per_month, can_be_signalled));
    rates.acceptance_scale = scale_of_acceptance(town, t);

    double const resolved_per_month =
        accepted_per_month(t) * ratio(arrears, can_be_signalled) * t.resolved_by_help;
    rates.recover = std::max(0.0, t.arrears_recovery_per_month - ratio(resolved_per_month, arrears));
    double const mean_risk = 1 + t.life_event_per_year * (t.life_event_risk - 1);
    double const enter_over_odds =
        ratio((rates.worsen + t.arrears_recovery_per_month) * arrears, orderly_odds.value() * mean_risk);
    for (double const o : town.odds) {
        rates.enter_arrears.push_back(enter_over_odds * o);
    }

    rates.leave_administration = t.administration_exit_per_year / months_per_year;
    rates.enter_administration = ratio(
        std::max(0.0, t.administration_exit_per_year + t.administration_trend_per_year) * t.administrations,
        months_per_year * std::max(0.0, debts - administered_with_debts));
    return rates;
}

}  // namespace minimasim::forecast
