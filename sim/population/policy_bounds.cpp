#include "sim/population/policy_bounds.hpp"

#include <cstdio>

#include "sim/population/fit.hpp"
#include "sim/population/goals.hpp"

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

constexpr std::size_t catalogue_size = 40'000;

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

PolicyBounds bounds_of_policy_groups(Evidence const& evidence, std::uint64_t seed, std::uint32_t member,
                                     double size_factor, int threads, BoundsProgress const& progress)
{
    AssumedValues const assumed(evidence.assumptions, seed, member);
    auto const reconciled = reconcile(evidence, assumed, size_factor);
    auto const goals = margin_goals(evidence, assumed, reconciled, size_factor);
    auto const catalogue = draw_catalogue(evidence, assumed, seed, member, catalogue_size);
    FitProblem problem;
    problem.rows = feature_rows(catalogue.archetypes);
    problem.municipality = goals_of(goals.municipality);
    for (auto const& margins : goals.neighbourhoods) {
        problem.places.push_back({0, goals_of(margins)});
    }

    PolicyBounds result;
    result.conflicts = in_words(unsupported_goals(problem, BindingEvidence::published, threads), goals);
    if (!result.conflicts.empty()) {
        return result;
    }
    result.conflicts_with_estimates =
        in_words(unsupported_goals(problem, BindingEvidence::with_estimates, threads), goals);

    auto const fitted = fit_catalogue(catalogue, problem.rows, national_goals(evidence, assumed), goals);
    std::vector<std::vector<char>> is_in_group;
    for (auto const& group : policy_groups()) {
        is_in_group.push_back(members_of(group, catalogue.archetypes));
        result.groups.push_back({group, {}, {}, 0});
        for (auto const& weights : fitted.weights) {
            for (std::size_t a = 0; a < weights.size(); ++a) {
                result.groups.back().fitted += is_in_group.back()[a] != 0 ? weights[a] : 0;
            }
        }
    }
    BoundsOptions options;
    options.threads = threads;
    options.progress = progress;
    add_bounds(problem, is_in_group, options, &PolicyGroupBounds::published, result.groups);
    if (result.conflicts_with_estimates.empty()) {
        options.evidence = BindingEvidence::with_estimates;
        add_bounds(problem, is_in_group, options, &PolicyGroupBounds::with_estimates, result.groups);
    }
    return result;
}

}  // namespace minimasim::population
