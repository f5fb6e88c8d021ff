#include "sim/population/bounds/bounds.hpp"

#include <algorithm>
#include <atomic>

#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"

namespace minimasim::population {

namespace {

std::string_view classes_of(BindingEvidence evidence)
{
    return evidence == BindingEvidence::published ? "HF" : "HFS";
}

// All conflicts of a program, each left out before the next is looked for. Where archetypes lack only that is
// named: the rest follows from it.
std::vector<Conflict> conflicts_of(HouseholdProgram& program)
{
    std::vector<Conflict> conflicts;
    for (auto const& address : program.goals_without_archetype()) {
        conflicts.push_back({address});
    }
    if (!conflicts.empty()) {
        return conflicts;
    }
    while (program.least_violation() > 0) {
        auto conflict = program.remove_conflict();
        if (conflict.empty()) {
            throw ModelError("goals that cannot be met were not told apart: the conflict is below " +
                             std::to_string(HouseholdProgram::tolerance) + " household");
        }
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

// Goals of one area as if it stood alone; its conflicts get the area's place.
std::vector<Conflict> conflicts_alone(FeatureRows const& rows, std::vector<Goal> const& goals,
                                      BindingEvidence evidence, std::int32_t place)
{
    if (goals.empty()) {
        return {};
    }
    HouseholdProgram program(rows, {}, {{0, goals}}, classes_of(evidence));
    auto conflicts = conflicts_of(program);
    for (auto& conflict : conflicts) {
        for (auto& address : conflict) {
            address.place = place;
        }
    }
    return conflicts;
}

}  // namespace

std::vector<GroupBounds> bounds_of_groups(FitProblem const& problem,
                                          std::vector<std::vector<char>> const& is_in_group,
                                          BoundsOptions const& options)
{
    auto const tell = [&](std::string_view step, double share) {
        if (options.progress) {
            options.progress(step, share);
        }
    };
    HouseholdProgram start(problem.rows, problem.municipality, problem.places, classes_of(options.evidence),
                           is_in_group);
    tell("support", 0);
    if (start.least_violation() > 0) {
        throw ModelError("no distribution of households over the catalogue meets all goals together");
    }
    std::size_t const questions = 2 * is_in_group.size();
    std::atomic<std::size_t> answered = 0;
    auto const ends = run_in_parallel(questions, options.threads, [&](std::size_t q) {
        HouseholdProgram program(start);  // every question from the same basis, whatever the threads
        double const end = program.optimum(q / 2, q % 2 == 0 ? 1 : -1, options.gap).outer;
        tell("bounds", static_cast<double>(++answered) / static_cast<double>(questions));
        return end;
    });
    std::vector<GroupBounds> bounds;
    for (std::size_t g = 0; g < is_in_group.size(); ++g) {
        bounds.push_back({std::max(0.0, ends[2 * g]), ends[2 * g + 1]});
    }
    return bounds;
}

GroupBounds bounds_of_group(FitProblem const& problem, std::vector<char> const& is_in_group,
                            BoundsOptions const& options)
{
    return bounds_of_groups(problem, {is_in_group}, options).front();
}

std::vector<Conflict> unsupported_goals(FitProblem const& problem, BindingEvidence evidence, int threads)
{
    std::vector<Conflict> all;
    auto const areas = run_in_parallel(problem.places.size() + 1, threads, [&](std::size_t p) {
        return p < problem.places.size() ? conflicts_alone(problem.rows, problem.places[p].goals, evidence,
                                                           static_cast<std::int32_t>(p))
                                         : conflicts_alone(problem.rows, problem.municipality, evidence, -1);
    });
    for (auto const& conflicts : areas) {
        all.insert(all.end(), conflicts.begin(), conflicts.end());
    }
    if (!all.empty()) {
        return all;
    }
    HouseholdProgram together(problem.rows, problem.municipality, problem.places, classes_of(evidence));
    return conflicts_of(together);
}

std::vector<Conflict> unmet_by_fractions(FeatureRows const& rows, std::vector<Goal> const& goals,
                                         BindingEvidence evidence)
{
    return conflicts_alone(rows, goals, evidence, 0);
}

}  // namespace minimasim::population
