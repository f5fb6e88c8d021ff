#include "sim/run/optimise/optimise.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/outcomes/figures.hpp"
#include "sim/run/optimise/appraiser.hpp"
#include "sim/run/optimise/search.hpp"
#include "sim/run/version.hpp"

namespace minimasim::run {

namespace {

using report::FrontierPoint;
using report::Interval;
using report::Target;

// Replicates of the search begin beyond those of any run, so that a package is not judged by the draws it was
// picked for.
constexpr std::uint32_t first_search_replicate = 1'000'000;

// The search goes on to this much above the budget: it judges cost by few replicates.
constexpr double margin_of_search = 1.25;

// The first slice of the search ends here, euro a year.
constexpr double first_slice = 1'000;

constexpr std::size_t most_proposals = 3;
constexpr double cents = 100;

// Parts of the progress bar.
constexpr double share_of_search = 0.7;

double units_of(Target target)
{
    return target == Target::poverty_gap ? cents : 1;
}

Interval interval_of(std::vector<double> const& values)
{
    double sum = 0;
    for (double const value : values) {
        sum += value;
    }
    return {sum / static_cast<double>(values.size()), outcomes::percentile(values, 0.05),
            outcomes::percentile(values, 0.95)};
}

template <class Outcomes, class Get>
Interval interval_over(Outcomes const& outcomes, double units, Get const& get)
{
    std::vector<double> values;
    for (auto const& outcome : outcomes) {
        values.push_back(static_cast<double>(get(outcome)) / units);
    }
    return interval_of(values);
}

FrontierPoint point_of(std::vector<Appraisal> const& outcomes, std::vector<Levers::Change> const& changes)
{
    FrontierPoint point;
    for (auto const& change : changes) {
        point.changes.push_back(
            {change.scheme, change.term, rules::to_text(change.unit), change.from, change.to});
    }
    point.cost = interval_over(outcomes, cents, [](Appraisal const& one) { return one.cost_cents; });
    for (std::size_t t = 0; t < report::target_count; ++t) {
        point.effects[t] = interval_over(outcomes, units_of(static_cast<Target>(t)),
                                         [t](Appraisal const& one) { return one.effects[t]; });
    }
    return point;
}

// What a package changes, without how much.
std::set<std::string> terms_of(FrontierPoint const& point)
{
    std::set<std::string> terms;
    for (auto const& change : point.changes) {
        terms.insert(change.scheme + "." + change.term);
    }
    return terms;
}

// Those that do more than every cheaper one, from cheap to costly. points: from cheap to costly.
std::vector<FrontierPoint> efficient(report::Frontier const& frontier,
                                     std::vector<FrontierPoint> const& points)
{
    std::vector<FrontierPoint> best;
    for (auto const& point : points) {
        double const effect = effect_of(frontier, point).estimate;
        if (effect > (best.empty() ? 0 : effect_of(frontier, best.back()).estimate)) {
            best.push_back(point);
        }
    }
    return best;
}

// At most so many, evenly over the list, with the last one.
std::vector<FrontierPoint> thinned(std::vector<FrontierPoint> const& points, std::size_t most)
{
    if (points.size() <= most) {
        return points;
    }
    std::vector<FrontierPoint> few;
    for (std::size_t i = 1; i <= most; ++i) {
        few.push_back(points[i * points.size() / most - 1]);
    }
    return few;
}

// The packages with most effect that do not change the same terms; then, if there are too few, the next.
std::vector<report::Proposal> proposals(report::Frontier const& frontier, std::vector<FrontierPoint> points)
{
    std::stable_sort(points.begin(), points.end(), [&](FrontierPoint const& a, FrontierPoint const& b) {
        return effect_of(frontier, a).estimate > effect_of(frontier, b).estimate;
    });
    std::vector<report::Proposal> best;
    std::set<std::set<std::string>> known;
    std::vector<FrontierPoint> rest;
    for (auto const& point : points) {
        if (best.size() < most_proposals && known.insert(terms_of(point)).second) {
            best.push_back({"best-" + std::to_string(best.size() + 1), point});
        } else {
            rest.push_back(point);
        }
    }
    for (auto const& point : rest) {
        if (best.size() < most_proposals) {
            best.push_back({"best-" + std::to_string(best.size() + 1), point});
        }
    }
    return best;
}

[[noreturn]] void refuse(report::Frontier const& frontier, double cheapest)
{
    std::string const target = report::target_names[static_cast<std::size_t>(frontier.target)];
    if (cheapest < 0) {
        throw ModelError("none of the terms that were turned does anything for " + target +
                         " by itself; allow more with --schemes");
    }
    throw ModelError("no package that helps with " + target + " is affordable with " +
                     short_number(frontier.budget) + " euro a year; the cheapest step costs about " +
                     short_number(std::ceil(cheapest)) + " euro a year");
}

void check(OptimiseOptions const& options)
{
    constexpr double largest_budget = 1e12;  // euro: beyond any municipality, and exact in cents
    if (!(options.budget > 0 && options.budget <= largest_budget)) {
        throw InputError("--budget", 0,
                         "is " + short_number(options.budget) +
                             "; what a package may cost above current policy is an amount above 0, in euro a "
                             "year");
    }
}

report::Frontier described(Workspace const& workspace, OptimiseOptions const& options,
                           Appraiser const& appraiser, Levers const& levers)
{
    report::Frontier frontier;
    frontier.target = options.target;
    frontier.budget = options.budget;
    frontier.municipality = workspace.municipality.code;
    frontier.municipality_name = workspace.municipality.name;
    frontier.date = to_text(levers.baseline().policy.date);
    frontier.program_version = program_version;
    frontier.data_digest = workspace.data_digest;
    frontier.population_digest = appraiser.prepared().population_digest;
    frontier.seed = options.run.seed;
    frontier.replicates = options.run.replicates;
    frontier.members = static_cast<std::uint32_t>(appraiser.prepared().members.size());
    frontier.search_replicates = options.search_replicates;
    auto const now = appraiser.baseline(options.run.replicates);
    for (std::size_t t = 0; t < report::target_count; ++t) {
        frontier.now[t] =
            interval_over(now, units_of(static_cast<Target>(t)), [t](auto const& one) { return one[t]; });
    }
    return frontier;
}

}  // namespace

report::Frontier optimise(Workspace const& workspace, OptimiseOptions const& options)
{
    check(options);
    Levers const levers(workspace, options.schemes, options.run.date);
    Appraiser const appraiser(workspace, options.run, levers);
    auto frontier = described(workspace, options, appraiser, levers);

    // The search, in sums over its replicates.
    auto const target = static_cast<std::size_t>(options.target);
    double const cents_of_search = cents * options.search_replicates;
    double const highest = options.budget * margin_of_search;
    double reached = 0;  // cost up to which it is done, euro a year
    auto const appraise = [&](std::vector<Positions> const& packages) {
        std::vector<Worth> worths;
        auto const outcomes =
            appraiser.run(packages, first_search_replicate, options.search_replicates, [&](double) {
                options.run.progress("searching", share_of_search * std::min(1.0, reached / highest));
            });
        for (auto const& of_package : outcomes) {
            Worth worth;
            for (auto const& outcome : of_package) {
                worth.cost += outcome.cost_cents;
                worth.effect += outcome.effects[target];
            }
            worths.push_back(worth);
        }
        return worths;
    };
    SearchOptions search_options;
    search_options.first_slice = std::llround(first_slice * cents_of_search);
    search_options.begin_slice = [&](std::int64_t cost) {
        reached = static_cast<double>(cost) / cents_of_search;
    };
    auto const found = search_packages(levers.count_positions(), std::llround(highest * cents_of_search),
                                       appraise, search_options);
    frontier.appraised = found.appraised;
    frontier.finalists = found.finalists.size();
    for (std::size_t i = 0; i < levers.list().size(); ++i) {
        (found.is_useful[i] ? frontier.levers : frontier.useless).push_back(levers.list()[i].name);
    }

    // A closer look, in all replicates.
    std::vector<Positions> finalists;
    for (auto const& finalist : found.finalists) {
        finalists.push_back(finalist.positions);
    }
    auto const outcomes = appraiser.run(finalists, 0, options.run.replicates, [&](double share) {
        options.run.progress("running the best packages", share_of_search + (1 - share_of_search) * share);
    });
    std::vector<FrontierPoint> affordable;
    for (std::size_t i = 0; i < finalists.size(); ++i) {
        auto point = point_of(outcomes[i], levers.changes(finalists[i]));
        if (point.cost.estimate <= options.budget && effect_of(frontier, point).estimate > 0) {
            affordable.push_back(std::move(point));
        }
    }
    if (affordable.empty()) {
        refuse(frontier, found.cheapest < 0 ? -1 : static_cast<double>(found.cheapest) / cents_of_search);
    }
    std::stable_sort(
        affordable.begin(), affordable.end(),
        [](FrontierPoint const& a, FrontierPoint const& b) { return a.cost.estimate < b.cost.estimate; });
    auto const best = efficient(frontier, affordable);
    frontier.is_exhausted = found.is_exhausted;
    frontier.points = thinned(best, options.points);
    frontier.best = proposals(frontier, affordable);
    return frontier;
}

}  // namespace minimasim::run
