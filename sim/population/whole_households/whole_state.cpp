#include "sim/population/whole_households/whole_state.hpp"

#include <algorithm>

#include "sim/base/loop.hpp"

namespace minimasim::population {

namespace {

// Goals that no archetype has more than once.
std::vector<char> goals_of_households(FeatureRows const& rows, std::size_t goals)
{
    std::vector<char> once(goals, 1);
    for (std::size_t z = 0; z < rows.feature.size(); ++z) {
        once[rows.feature[z]] = once[rows.feature[z]] && rows.count[z] <= 1;
    }
    return once;
}

}  // namespace

Variants::Variants(ExchangeSpace const& space) : space_(&space)
{
    std::size_t cells = 1;
    for (auto const& codes : space.codes) {
        stride_.push_back(cells);
        categories_.push_back(std::size_t{*std::max_element(codes.begin(), codes.end())} + 1);
        cells *= categories_.back();
    }
    if (space.codes.empty()) {
        return;
    }
    archetype_at_.assign(cells, none);
    for (std::uint32_t k = 0; k < space.codes.front().size(); ++k) {
        std::size_t at = 0;
        for (std::size_t d = 0; d < space.codes.size(); ++d) {
            at += space.codes[d][k] * stride_[d];
        }
        place_.push_back(at);
        archetype_at_[at] = k;
    }
}

std::vector<double> goal_totals(FeatureRows const& rows, std::size_t goals,
                                std::vector<double> const& weights)
{
    std::vector<double> totals(goals, 0.0);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        for (auto z = rows.begin[k]; z < rows.begin[k + 1]; ++z) {
            totals[rows.feature[z]] += weights[k] * static_cast<double>(rows.count[z]);
        }
    }
    return totals;
}

std::vector<double> goal_totals(FeatureRows const& rows, std::size_t goals,
                                std::vector<std::uint32_t> const& households)
{
    std::vector<double> totals(goals, 0.0);
    for (auto const k : households) {
        for (auto z = rows.begin[k]; z < rows.begin[k + 1]; ++z) {
            totals[rows.feature[z]] += static_cast<double>(rows.count[z]);
        }
    }
    return totals;
}

GoalMarks::GoalMarks(FeatureRows const& rows) : marks_(rows.size(), 0)
{
    for (std::size_t k = 0; k < rows.size(); ++k) {
        for (auto z = rows.begin[k]; z < rows.begin[k + 1]; ++z) {
            marks_[k] |= std::uint64_t{1} << (rows.feature[z] % 64);
        }
    }
}

WholeState::WholeState(FitProblem const& the_problem, FittedWeights const& the_fit,
                       WholeOptions const& the_options)
    : problem(the_problem),
      fitted(the_fit),
      options(the_options),
      place_rows(rows_of_goals(problem.rows, problem.places.front().goals)),
      town_rows(rows_of_goals(problem.rows, problem.municipality)),
      place_marks(place_rows),
      town_marks(town_rows),
      place_of_households(goals_of_households(place_rows, problem.places.front().goals.size())),
      town_of_households(goals_of_households(town_rows, problem.municipality.size())),
      variants(problem.exchange),
      sampler(fitted.base()),
      places(problem.places.size())
{
    whole.archetypes.resize(problem.places.size());
}

void WholeState::count_town()
{
    std::size_t const goals = problem.municipality.size();
    constexpr std::size_t most_chunks = 64;
    std::size_t const chunks = std::min(most_chunks, places.size());
    struct Sums {
        std::vector<double> fitted;
        std::vector<double> drawn;
    };
    auto const parts = run_in_parallel(chunks, options.threads, [&](std::size_t chunk) {
        Sums sums{std::vector<double>(goals), std::vector<double>(goals)};
        std::vector<double> weights;
        for (std::size_t n = chunk * places.size() / chunks; n < (chunk + 1) * places.size() / chunks; ++n) {
            fitted.of_place(n, weights);
            auto const by_weight = goal_totals(town_rows, goals, weights);
            auto const by_household = goal_totals(town_rows, goals, whole.archetypes[n]);
            for (std::size_t j = 0; j < goals; ++j) {
                sums.fitted[j] += by_weight[j];
                sums.drawn[j] += by_household[j];
            }
        }
        return sums;
    });
    Sums all{std::vector<double>(goals), std::vector<double>(goals)};
    for (auto const& part : parts) {
        for (std::size_t j = 0; j < goals; ++j) {
            all.fitted[j] += part.fitted[j];
            all.drawn[j] += part.drawn[j];
        }
    }
    town = AreaMisfit(problem.municipality, all.fitted, town_of_households, all.drawn);
}

}  // namespace minimasim::population
