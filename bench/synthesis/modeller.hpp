#pragma once

#include <vector>

#include "bench/synthesis/cell_table.hpp"
#include "bench/synthesis/country_people.hpp"
#include "sim/population/fit/fit.hpp"
#include "sim/population/fit/fit_problem.hpp"
#include "sim/population/whole_households/whole_households.hpp"

namespace minimasim::synthesis {

// Kinds of household a modeller holds, with a prior weight: one for each possible cell, or several with
// different members.
struct Catalogue {
    std::vector<std::uint16_t> cells;
    std::vector<double> prior;
    std::vector<std::vector<Person>> members;  // empty: a cell and nothing more
};

// Every cell that is no structural zero; prior from a table of all cells (0 where a cell cannot be).
Catalogue catalogue_of_cells(std::vector<double> const& prior);

// The same with members drawn from the national distribution, about `size` archetypes, two or more a cell.
Catalogue catalogue_of_people(std::vector<double> const& prior, std::size_t size, std::uint64_t seed);

// What is published of an area. Wijken have households by each attribute; the area has tables of two.
struct Margins {
    std::vector<std::vector<double>> one_way;  // wijk x (32 categories, attribute after attribute)
    std::vector<std::vector<double>> pairs;    // in the order of published_pairs()
    std::vector<std::vector<double>> age_sex;  // wijk x (sex x age), rounded to 5; empty: not published
    std::vector<double> position_age_sex;      // of the area, rounded to 5; empty: not published
};

Margins margins_of(Area const& area);
void publish_people(People const& people, Margins& margins);

// Log odds of the cells of some attributes that are not known, as the ensemble draws them: standard
// deviations of the country from the expert, of the municipality from the country, and of a wijk from its
// municipality.
struct Spread {
    Attributes attributes;
    double national_deviation = 0;
    double municipal_deviation = 0;
    double place_deviation = 0;
};

// What the modeller has at hand.
struct Knowledge {
    Margins const* local = nullptr;
    std::vector<std::size_t> municipal_pairs;  // which of local->pairs are held
    Margins const* national = nullptr;         // none: the prior is all there is
    std::vector<Spread> spreads;
};

std::vector<std::size_t> all_pairs();
std::vector<std::size_t> all_pairs_but(std::size_t left_out);

// The catalogue with another draw of what the expert may be wrong in. It comes before the fit to national
// tables, so that these stay met.
Catalogue with_expert_error(Catalogue catalogue, std::vector<Spread> const& spreads, std::uint64_t seed,
                            std::uint32_t member);

population::FitProblem make_problem(Catalogue const& catalogue, Knowledge const& knowledge);

// Households by cell under fitted weights, and as whole households.
CellTable table_of_fit(Catalogue const& catalogue, population::FittedWeights const& fitted);
CellTable table_of_households(Catalogue const& catalogue, population::WholeHouseholds const& households);

// Persons of whole households by position, sex and age.
std::vector<double> persons_of_households(Catalogue const& catalogue,
                                          population::WholeHouseholds const& households);

}  // namespace minimasim::synthesis
