#include "sim/population/whole_households/whole_households.hpp"

#include <algorithm>

#include "sim/base/loop.hpp"
#include "sim/population/whole_households/whole_state.hpp"

namespace minimasim::population {

WholeHouseholds draw_whole_households(FitProblem const& problem, FittedWeights const& fitted,
                                      WholeOptions const& options)
{
    WholeState state(problem, fitted, options);
    auto const repairs = run_in_parallel(problem.places.size(), options.threads,
                                         [&](std::size_t n) { return settle_place(state, n); });
    for (auto const made : repairs) {
        state.whole.repairs += made;
    }
    if (!problem.municipality.empty()) {
        state.count_town();
        if (state.variants.is_empty()) {
            settle_town(state);
        } else {
            exchange_attributes(state);
        }
        state.whole.binding_misfit = state.town.misfit(true);
    }
    for (auto const& place : state.places) {
        state.whole.binding_misfit += place.misfit(true);
    }
    for (auto& households : state.whole.archetypes) {
        std::sort(households.begin(), households.end());
    }
    return std::move(state.whole);
}

}  // namespace minimasim::population
