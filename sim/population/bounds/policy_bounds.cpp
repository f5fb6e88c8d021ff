#include "sim/population/bounds/policy_bounds.hpp"

#include <cstdio>

#include "sim/population/fit/fit.hpp"
#include "sim/population/fit/goals.hpp"
#include "sim/population/reconciliation/margin_problem.hpp"

namespace minimasim::population {

namespace {

// "GM0106 age = 0-4 (1234 to 1234)", joined.
std::vector<std::string> in_words(std::vector<Conflict> const& conflicts, MarginGoals const& goals)
{
    std::vector<std::string> texts;
    for (auto const& conflict : conflicts) {
        std::string text;
        for (auto const& address : conflict) {
            auto const& row =
                (address.place < 0 ? goals.municipality
                                   : goals.neighbourhoods[static_cast<std::size_t>(address.place)])
                    .at(address.goal)
                    .row;
            char interval[80];
            std::snprintf(interval, sizeof interval, " (%.1f to %.1f)", row.low, row.high);
            text +=
                (text.empty() ? "" : "; ") + row.area + " " + row.attribute + " = " + row.category + interval;
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

void add_bounds(FitProblem const& problem, std::vector<std::vector<char>> const& is_in_group,
                BoundsOptions const& options, GroupBounds PolicyGroupBounds::*column,
                std::vector<PolicyGroupBounds>& groups)
{
    auto const bounds = bounds_of_groups(problem, is_in_group, options);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        groups[g].*column = bounds[g];
    }
}

}  // namespace

PolicyBounds bounds_of_policy_groups(Evidence const& evidence, SynthesisOptions const& options,
                                     BoundsProgress const& progress)
{
    auto const& member = options.member;
    MunicipalProblem const municipal(evidence, member, options.size_factor);
    auto const& goals = municipal.goals;
    auto const& catalogue = municipal.catalogue;
    auto const& problem = municipal.problem;

    PolicyBounds result;
    result.conflicts =
        in_words(unsupported_goals(problem, BindingEvidence::published, options.threads), goals);
    if (!result.conflicts.empty()) {
        return result;
    }
    result.conflicts_with_estimates =
        in_words(unsupported_goals(problem, BindingEvidence::with_estimates, options.threads), goals);

    std::vector<std::vector<char>> is_in_group;
    for (auto const& group : policy_groups()) {
        is_in_group.push_back(members_of(group, catalogue.archetypes));
        result.groups.push_back({group, {}, {}, 0});
    }
    auto const fitted = fit_problem(problem, fit_options(member, options.threads));
    std::vector<double> weights;
    for (std::size_t p = 0; p < fitted.places(); ++p) {
        fitted.of_place(p, weights);
        for (std::size_t g = 0; g < result.groups.size(); ++g) {
            for (std::size_t a = 0; a < weights.size(); ++a) {
                result.groups[g].fitted += is_in_group[g][a] != 0 ? weights[a] : 0;
            }
        }
    }
    BoundsOptions bounds;
    bounds.threads = options.threads;
    bounds.progress = progress;
    add_bounds(problem, is_in_group, bounds, &PolicyGroupBounds::published, result.groups);
    if (result.conflicts_with_estimates.empty()) {
        bounds.evidence = BindingEvidence::with_estimates;
        add_bounds(problem, is_in_group, bounds, &PolicyGroupBounds::with_estimates, result.groups);
    }
    return result;
}

}  // namespace minimasim::population
