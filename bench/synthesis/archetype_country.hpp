#pragma once

#include <cstddef>

#include "sim/population/fit/fit_problem.hpp"

namespace minimasim::synthesis {

struct ArchetypeCountryOptions {
    std::size_t wijken = 3350;
    long households = 8'400'000;
    std::size_t archetypes = 20'000;
};

// A made-up country of households with persons: a catalogue of archetypes with 60 features (households, type,
// tenure, income decile, persons by sex and age), and margins of wijken as they are published: persons
// rounded to 5, households as shares rounded to 1 %. The same catalogue and margins as reference/mdi2.cpp.
population::FitProblem draw_archetype_country(ArchetypeCountryOptions const& options);

}  // namespace minimasim::synthesis
