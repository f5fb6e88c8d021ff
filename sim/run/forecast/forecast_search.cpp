#include "sim/run/forecast/forecast_search.hpp"

#include <algorithm>

namespace minimasim::run {

namespace {

constexpr double most_completed = 3'000;  // a year: more than there are households with problem debts
constexpr double precision = 5;           // trajectories a year
constexpr double everybody = 12;          // applications a household and year: each month

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
    auto const replicates = std::min<std::size_t>(options.run.replicates, most_replicates_of_search);
    struct Tried {
        double completed_per_year = 0;
        outcomes::Interval completed;
        outcomes::Interval share;
    };
    // Together, as the draws are the same; the first package of a run is current policy.
    auto const try_all = [&](std::vector<double> const& all) {
        std::vector<forecast::Package> packages(1);
        for (double const completed : all) {
            packages.push_back(places_for(completed, from_month));
        }
        auto const paths = run(packages, replicates);
        std::vector<Tried> tried;
        for (std::size_t k = 0; k < all.size(); ++k) {
            tried.push_back(
                {all[k],
                 outcomes::interval_of(
                     forecast::values_of(paths, k + 1, "completed_trajectories", last - 11, last), 0),
                 outcomes::interval_of(forecast::values_of(paths, k + 1, "problem_debts_share", last, last),
                                       0)});
        }
        return tried;
    };
    auto const reaches = [&](Tried const& tried) { return tried.share.estimate <= goal->value; };
    auto best = try_all({most_completed}).front();
    needed.is_possible = reaches(best);
    double low = 0;
    while (needed.is_possible && best.completed_per_year - low > precision) {
        double const high = best.completed_per_year;
        double const middle = (low + high) / 2;
        auto const tried = try_all({(low + middle) / 2, middle, (middle + high) / 2});
        // Halved twice.
        for (auto const& next : {tried[1], reaches(tried[1]) ? tried[0] : tried[2]}) {
            if (best.completed_per_year - low <= precision) {
                break;
            }
            if (reaches(next)) {
                best = next;
            } else {
                low = next.completed_per_year;
            }
        }
    }
    needed.completed_per_year = needed.is_possible ? best.completed_per_year : 0;
    needed.completed = best.completed;
    needed.share = best.share;
    return needed;
}

}  // namespace minimasim::run
