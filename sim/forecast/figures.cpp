#include <cmath>
#include <limits>

#include "sim/base/error.hpp"
#include "sim/forecast/results.hpp"

namespace minimasim::forecast {

namespace {

// How the months of a period become one number.
enum class Over { last_month, all_months, share };

using Count = double (*)(MonthCounts const&);

struct Indicator {
    char const* key;
    char const* unit;
    Over over;
    Count count;
    Count whole = nullptr;  // of a share
};

double households(MonthCounts const& m)
{
    return m.orderly + m.arrears + m.problem_debts;
}

double approached(MonthCounts const& m)
{
    return m.visited + m.called;
}

constexpr Indicator indicators[]{
    {"problem_debts_share", "share of households", Over::last_month,
     [](MonthCounts const& m) { return m.problem_debts / households(m); }},
    {"problem_debts", "households", Over::last_month,
     [](MonthCounts const& m) { return double(m.problem_debts); }},
    {"arrears", "households", Over::last_month, [](MonthCounts const& m) { return double(m.arrears); }},
    {"entered_arrears", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.entered_arrears); }},
    {"entered_problem_debts", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.entered_debts); }},
    {"recovered_problem_debts", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.recovered_debts); }},
    {"households", "households", Over::last_month, households},
    {"households_arrived", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.households_arrived); }},
    {"households_gone", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.households_gone); }},
    {"problem_debts_arrived", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.debts_arrived); }},
    {"problem_debts_gone", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.debts_gone); }},
    {"arrears_arrived", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.arrears_arrived); }},
    {"arrears_gone", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.arrears_gone); }},
    {"trajectories_gone", "trajectories", Over::all_months,
     [](MonthCounts const& m) { return double(m.trajectories_gone); }},
    {"relapsed", "households", Over::all_months, [](MonthCounts const& m) { return double(m.relapsed); }},
    {"signals", "signals", Over::all_months, [](MonthCounts const& m) { return double(m.signals); }},
    {"signals_known", "signals", Over::all_months,
     [](MonthCounts const& m) { return double(m.known_signals); }},
    {"approached", "households", Over::all_months, approached},
    {"accepted", "households", Over::all_months, [](MonthCounts const& m) { return double(m.accepted); }},
    {"acceptance", "share of approached", Over::share,
     [](MonthCounts const& m) { return double(m.accepted); }, approached},
    {"accepted_by_letter", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.accepted_by_letter); }},
    {"arrears_resolved_by_help", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.resolved); }},
    {"applied", "households", Over::all_months, [](MonthCounts const& m) { return double(m.applied); }},
    {"started_trajectories", "trajectories", Over::all_months,
     [](MonthCounts const& m) { return double(m.started); }},
    {"stopped_trajectories", "trajectories", Over::all_months,
     [](MonthCounts const& m) { return double(m.stopped); }},
    {"completed_trajectories", "trajectories", Over::all_months,
     [](MonthCounts const& m) { return double(m.completed); }},
    {"running_trajectories", "trajectories", Over::last_month,
     [](MonthCounts const& m) { return double(m.running); }},
    {"waiting", "households", Over::last_month, [](MonthCounts const& m) { return double(m.waiting); }},
    {"youth_plans_started", "plans", Over::all_months,
     [](MonthCounts const& m) { return double(m.youth_started); }},
    {"youth_plans_completed", "plans", Over::all_months,
     [](MonthCounts const& m) { return double(m.youth_completed); }},
    {"aftercare_started", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.aftercare_started); }},
    {"budget_course_participants", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.course_participants); }},
    {"administrations", "households", Over::last_month,
     [](MonthCounts const& m) { return double(m.administered); }},
    {"led_to_schemes", "households", Over::all_months,
     [](MonthCounts const& m) { return double(m.led_to_schemes); }},
    {"users_gained_by_contact", "users", Over::all_months,
     [](MonthCounts const& m) { return double(m.users_gained); }},
    {"freed_of_debts_by_help", "households", Over::last_month,
     [](MonthCounts const& m) { return double(m.freed); }},
    {"freed_repayment", "euro", Over::all_months,
     [](MonthCounts const& m) { return double(m.freed_repayment_cents) / 100; }},
    {"signals_of_tax_authority", "signals", Over::all_months,
     [](MonthCounts const& m) {
         return double(m.signals_by_sender[static_cast<std::size_t>(Sender::tax_authority)]);
     }},
};

Indicator const& find_indicator(std::string const& key)
{
    for (auto const& indicator : indicators) {
        if (key == indicator.key) {
            return indicator;
        }
    }
    throw ModelError("the forecast has no indicator " + key);
}

double value_of(Indicator const& indicator, Path const& path, int first, int last)
{
    auto const month = [&](int m) -> MonthCounts const& { return path.months[static_cast<std::size_t>(m)]; };
    if (indicator.over == Over::last_month) {
        return indicator.count(month(last));
    }
    double part = 0;
    double whole = 0;
    for (int m = first; m <= last; ++m) {
        part += indicator.count(month(m));
        whole += indicator.whole != nullptr ? indicator.whole(month(m)) : 0;
    }
    if (indicator.over == Over::all_months) {
        return part;
    }
    return whole > 0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> values_of(std::vector<Replicate> const& replicates, std::size_t package,
                              Indicator const& indicator, int first, int last)
{
    std::vector<double> values;
    for (auto const& replicate : replicates) {
        values.push_back(value_of(indicator, replicate.paths[package], first, last));
    }
    return values;
}

outcomes::Interval interval(std::vector<double> values)
{
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty()) {
        constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
        return {nothing, nothing, nothing, nothing};
    }
    return outcomes::interval_of(values, 0);
}

outcomes::Interval difference(std::vector<double> values, std::vector<double> const& baseline)
{
    for (std::size_t r = 0; r < values.size(); ++r) {
        values[r] -= baseline[r];
    }
    return interval(std::move(values));
}

void add_period(std::vector<Replicate> const& replicates, Forecast const& forecast, int first, int last,
                std::vector<Figure>& figures)
{
    for (auto const& indicator : indicators) {
        auto const baseline = values_of(replicates, 0, indicator, first, last);
        for (std::size_t p = 0; p < forecast.packages.size(); ++p) {
            if (first == last && !forecast.packages[p].changes_forecast) {
                continue;  // as current policy, month by month
            }
            auto const values = values_of(replicates, p, indicator, first, last);
            figures.push_back({forecast.packages[p].id, indicator.key, indicator.unit,
                               first_year + first / 12, first == last ? 1 + first % 12 : 0, interval(values),
                               difference(values, baseline)});
        }
    }
}

}  // namespace

std::vector<double> values_of(std::vector<Replicate> const& replicates, std::size_t package,
                              std::string const& indicator, int first, int last)
{
    return values_of(replicates, package, find_indicator(indicator), first, last);
}

void add_figures(std::vector<Replicate> const& replicates, Forecast& forecast)
{
    int const months = (forecast.until - first_year + 1) * 12;
    for (int first = 0; first < months; first += 12) {
        add_period(replicates, forecast, first, first + 11, forecast.years);
    }
    for (int month = 0; month < months; ++month) {
        add_period(replicates, forecast, month, month, forecast.months);
    }
}

void add_goals(std::vector<Replicate> const& replicates, std::vector<Goal> const& goals, Forecast& forecast)
{
    for (auto const& goal : goals) {
        if (goal.reading != Reading::level) {
            continue;
        }
        for (std::size_t p = 0; p < forecast.packages.size(); ++p) {
            for (int year = first_year; year <= forecast.until; ++year) {
                int const first = (year - first_year) * 12;
                auto const values = values_of(replicates, p, goal.indicator, first, first + 11);
                double reached = 0;
                for (double const value : values) {
                    reached += goal.is_ceiling ? value <= goal.value : value >= goal.value;
                }
                forecast.goals.push_back({forecast.packages[p].id, goal, year, interval(values),
                                          reached / static_cast<double>(values.size())});
            }
        }
    }
}

}  // namespace minimasim::forecast
