#include "sim/run/forecast_search.hpp"

#include <algorithm>

namespace minimasim::run {

namespace {

constexpr std::size_t most_replicates = 40;  // the search looks for a mean, not for its tails
constexpr double most_completed = 3'000;     // a year: more than there are households with problem debts
constexpr double precision = 5;              // trajectories a year
constexpr double everybody = 12;             // applications a household and year: each month

forecast::Package places_for(double completed_per_year, int from_month)
{
    using forecast::Terms;
    return {"search",
            {{from_month, &Terms::completed_per_year, completed_per_year},
             {from_month, &Terms::applications_per_year, everybody},
             {from_month, &Terms::arrangement_share, 1}},
            {}};
}

}  // namespace

forecast::Needed search_trajectories(std::vector<forecast::Goal> const& goals, ForecastOptions const& options,
                                     int from_month, RunPackages const& run)
{
    forecast::Needed needed;
    auto const goal = std::find_if(goals.begin(), goals.end(), [](forecast::Goal const& known) {
        return known.indicator == "problem_debts_share";
    });
    int const last = (options.until - forecast::first_year + 1) * 12 - 1;
    if (goal == goals.end() || from_month > last) {
        return needed;
    }
    needed.goal = goal->value;
    needed.highest_tried = most_completed;
    auto const replicates = std::min<std::size_t>(options.run.replicates, most_replicates);
    auto const reaches = [&](double completed) {
        auto const paths = run({places_for(completed, from_month)}, replicates);
        needed.share =
            outcomes::interval_of(forecast::values_of(paths, 0, "problem_debts_share", last, last), 0);
        needed.completed = outcomes::interval_of(
            forecast::values_of(paths, 0, "completed_trajectories", last - 11, last), 0);
        return needed.share.estimate <= goal->value;
    };
    needed.is_possible = reaches(most_completed);
    if (!needed.is_possible) {
        return needed;
    }
    double low = 0;
    double high = most_completed;
    while (high - low > precision) {
        double const middle = (low + high) / 2;
        (reaches(middle) ? high : low) = middle;
    }
    needed.completed_per_year = high;
    needed.is_possible = reaches(high);
    return needed;
}

}  // namespace minimasim::run
