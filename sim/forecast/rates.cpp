#include "sim/forecast/rates.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace minimasim::forecast {

namespace {

constexpr double months_per_year = 12;
constexpr int rounds_of_balance = 6;  // arrears are then met to less than a household
constexpr double not_yet = std::numeric_limits<double>::quiet_NaN();
constexpr double most_in_arrears = 0.9;  // chance at the start, of households with the worst odds

// A sum of doubles that does not depend on their order: of whole numbers of 2^-32.
class OrderlessSum {
  public:
    void add(double value, std::int64_t times) { sum_ += times * std::llround(value * 0x1.0p32); }
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
    double const approached =
        std::min(t.signals_per_month, t.visits_per_month * (1 + t.calling_first_share) + t.calls_per_month);
    double const letters = std::max(0.0, t.signals_per_month - approached);
    return approached * t.acceptance + letters * t.letter_response;
}

// The households of a kind.
struct Kind {
    std::uint32_t kind = 0;
    double odds = 0;
    std::int64_t households = 0;
    std::int64_t without_debts = 0;
    std::int64_t easy_to_reach = 0;  // of those not known
    std::int64_t hard_to_reach = 0;
};

// Those that occur.
std::vector<Kind> kinds_of(Town const& town)
{
    std::vector<Kind> all(town.odds_of_kind.size());
    for (std::size_t i = 0; i < town.size(); ++i) {
        auto& kind = all[town.kind[i]];
        ++kind.households;
        kind.without_debts += town.has_problem_debts[i] == 0;
        if (town.is_known[i] == 0) {
            ++(town.is_hard_to_reach[i] != 0 ? kind.hard_to_reach : kind.easy_to_reach);
        }
    }
    std::vector<Kind> kinds;
    for (std::uint32_t k = 0; k < all.size(); ++k) {
        if (all[k].households > 0) {
            all[k].kind = k;
            all[k].odds = town.odds_of_kind[k];
            kinds.push_back(all[k]);
        }
    }
    return kinds;
}

// The mean over visits and calls, and over households easy and hard to reach, is then the published share.
double scale_of_acceptance(std::vector<Kind> const& kinds, Terms const& t)
{
    OrderlessSum all;
    OrderlessSum weighted;
    for (auto const& kind : kinds) {  // who is approached: by the risk to be behind with payments
        all.add(kind.odds, kind.easy_to_reach + kind.hard_to_reach);
        weighted.add(kind.odds, kind.easy_to_reach);
        weighted.add(kind.odds * t.low_trust_ratio, kind.hard_to_reach);
    }
    double const by_channel = ratio(t.visits_per_month * t.visit_over_call + t.calls_per_month,
                                    t.visits_per_month + t.calls_per_month);
    double const mean = by_channel * ratio(weighted.value(), all.value());
    return mean > 0 ? 1 / mean : 1;
}

// With this chance of arrears over odds, and none above the most, so many households are in arrears.
double arrears_over_odds_of(std::vector<Kind> const& kinds, double arrears)
{
    double over_odds = 1;
    for (int round = 0; round < rounds_of_balance; ++round) {
        OrderlessSum sum;
        for (auto const& kind : kinds) {
            sum.add(std::min(most_in_arrears, over_odds * kind.odds), kind.without_debts);
        }
        over_odds *= ratio(arrears, sum.value());
    }
    return over_odds;
}

// The chance a month to come behind, outside the year after a life event, with which this share is in arrears
// on average when a share `leave` of those gets out in a month. In the year after an event more of them are
// behind already, month by month, so that fewer can come behind than the mean risk says.
double enter_arrears(double in_arrears, double leave, Terms const& t)
{
    double const in_year = t.life_event_per_year;  // share of households in the year after an event
    double const events = ratio(in_year, months_per_year * (1 - in_year));  // a month, of the others
    double const mean_risk = 1 + in_year * (t.life_event_risk - 1);
    double enter = ratio(leave * in_arrears, (1 - in_arrears) * mean_risk);
    for (int round = 0; round < rounds_of_balance; ++round) {
        double const after = std::min(1.0, enter * t.life_event_risk);
        double const to = ratio(after, after + leave);  // where the year after an event leads
        double const kept = 1 - after - leave;
        double const kept_year = std::pow(kept, months_per_year);
        // The others: what comes in, gets out, and comes from a year that ends in `to` but for what is kept.
        double const others =
            ratio(enter + events * to * (1 - kept_year), enter + leave + events * (1 - kept_year));
        double const mean_kept = ratio(1 - kept_year, months_per_year * (1 - kept));
        double const in_year_mean = to - (to - others) * mean_kept;
        enter *= ratio(in_arrears, in_year * in_year_mean + (1 - in_year) * others);
    }
    return enter;
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
    auto const debts = static_cast<double>(
        std::count(town.has_problem_debts.begin(), town.has_problem_debts.end(), std::uint8_t{1}));
    double const arrears = t.arrears_share * static_cast<double>(town.size());
    auto const kinds = kinds_of(town);
    rates.arrears_over_odds = arrears_over_odds_of(kinds, arrears);

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
    rates.tax_signal = std::min(1 - rates.signal, ratio(t.tax_signals_per_month, can_be_signalled));
    rates.acceptance_scale = scale_of_acceptance(kinds, t);

    double const resolved_per_month =
        accepted_per_month(t) * ratio(arrears, can_be_signalled) * t.resolved_by_help;
    rates.recover = std::max(0.0, t.arrears_recovery_per_month - ratio(resolved_per_month, arrears));
    // Into arrears: of every kind of household as many as get out. Were it in proportion to the odds alone,
    // those with the worst odds would get out faster than they come in, and arrears as a whole would grow.
    rates.leave_arrears = rates.worsen + t.arrears_recovery_per_month;
    add_kinds(town, t, rates);

    rates.leave_administration = t.administration_exit_per_year / months_per_year;
    rates.enter_administration = ratio(
        std::max(0.0, t.administration_exit_per_year + t.administration_trend_per_year) * t.administrations,
        months_per_year * std::max(0.0, debts - administered_with_debts));
    rates.administered_with_debts = ratio(administered_with_debts, debts);
    OrderlessSum odds;
    for (auto const& kind : kinds) {
        odds.add(kind.odds, kind.without_debts);
    }
    rates.administered_over_odds = ratio(t.administrations - administered_with_debts, odds.value());
    return rates;
}

void add_kinds(Town const& town, Terms const& t, Rates& rates)
{
    rates.arrears_at_start.resize(town.odds_of_kind.size(), not_yet);
    rates.enter_arrears.resize(town.odds_of_kind.size(), not_yet);
    for (auto const kind : town.kind) {
        if (std::isnan(rates.enter_arrears[kind])) {
            double const in_arrears =
                std::min(most_in_arrears, rates.arrears_over_odds * town.odds_of_kind[kind]);
            rates.arrears_at_start[kind] = in_arrears;
            rates.enter_arrears[kind] = enter_arrears(in_arrears, rates.leave_arrears, t);
        }
    }
}

}  // namespace minimasim::forecast
