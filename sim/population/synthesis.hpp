#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/population/attributes/draft.hpp"
#include "sim/population/evidence/evidence.hpp"
#include "sim/population/evidence/uncertainty_sources.hpp"
#include "sim/population/population.hpp"
#include "sim/population/profiles/profile_report.hpp"

namespace minimasim::population {

// One cell of a margin: what was published, what the interval allows, what the fit and the whole households
// give.
struct FitRow {
    std::string area;
    std::string universe;
    std::string attribute;
    std::string category;
    double published = 0;  // as printed, in its own year and unit
    double target = 0;     // the same reconciled to the base date, in households or persons
    double low = 0;        // allowed interval of the target
    double high = 0;
    double fitted = 0;        // of the fractional weights; equal to drawn when a stored population is checked
    double drawn = 0;         // of the whole households
    char evidence_class = 0;  // H, F or S
    bool is_met() const { return drawn >= low - 1e-9 && drawn <= high + 1e-9; }
};

// How far the fit of one neighbourhood had to move from the prior.
struct NeighbourhoodFit {
    std::string area;
    double kullback_leibler = 0;           // nats, of the fitted weights from the catalogue
    double effective_archetypes = 0;       // (sum p)^2 / sum p^2
    std::int64_t archetypes_at_bound = 0;  // weight ratio held at 1/50 or 50
    int newton_steps = 0;
    bool has_converged = true;
    double largest_ratio =
        0;  // the bound on the weight ratio, widened where goals could not be met within it
};

struct FitReport {
    std::vector<FitRow> rows;
    std::vector<NeighbourhoodFit> neighbourhoods;
    std::vector<std::string> certificates;  // what could not be made exact: which cell, by how much, why
    std::int64_t archetypes = 0;
    std::int64_t households_outside_class = 0;  // no amount of income put them in the class the fit gave
    std::int64_t repairs = 0;                   // households replaced to make margins exact
};

struct SynthesisResult {
    Population population;
    FitReport fit;
    ProfileReport profiles;
};

// Candidate households that a member is fitted on.
inline constexpr std::size_t catalogue_size = 50'000;

struct SynthesisOptions {
    EnsembleMember member;
    double size_factor = 1;  // scales all counts: 0.1 = a tenth of the municipality
    int threads = 1;
};

// Builds one member of the ensemble. The same member gives the same bytes for any number of threads. Throws
// ModelError when the margins leave no household.
SynthesisResult draw_population(Evidence const& evidence, MeasureIncome const& measure,
                                SynthesisOptions const& options);

// The same rows counted in a stored population, at the base date: beside what its member was fitted to.
FitReport fit_of(Population const& population, Evidence const& evidence, std::uint64_t seed = 1);

}  // namespace minimasim::population
