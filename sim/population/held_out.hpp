#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/population/evidence/evidence.hpp"
#include "sim/population/evidence/uncertainty_sources.hpp"

namespace minimasim::population {

// The municipality's table of persons by position in the household and five-year age, cell by cell: what it
// says at the base date, what a population says that was fitted without it, and what naive guesses say.
struct HeldOutCell {
    std::string name;      // position:first age
    double published = 0;  // brought to the base date
    double fitted = 0;     // of whole households of a population that was fitted to it
    double held_out = 0;   // of whole households of a population that was not
    double low = 0;        // 90 % of the members of an ensemble that was not
    double high = 0;
    double national_rates = 0;  // local ages times the nation's positions by age
    double held_out_fit = 0;    // of the fractional weights before whole households, to compare guesses with
    double flat_catalogue = 0;  // local margins, no national table, every candidate household alike
    double flat_kinds = 0;      // the same, every combination of attributes alike
};

// How far a guess is from a table.
struct TableError {
    double sae = 0;    // sum of absolute errors over the persons of the table
    double srmse = 0;  // root mean squared error over the mean cell
};

struct HeldOutTable {
    std::vector<HeldOutCell> cells;
    std::uint32_t members = 0;

    TableError error(double HeldOutCell::*guess) const;

    // The error in SAE of a drawing of as many persons from the table itself: no population of whole
    // persons that was not fitted to the table is nearer on average.
    double sampling_floor() const;

    // Cells whose published number lies within the interval of the members.
    std::size_t covered() const;

    // Mean interval score at 90 % (Gneiting and Raftery, JASA 102, 2007): width, and twenty times what lies
    // outside. Of the members' intervals, and of Poisson intervals around the national rates.
    double interval_score() const;
    double interval_score_of_national_rates() const;
};

// The name of the table as Evidence::also_hold_out knows it.
inline constexpr char const* position_table = "position_age";

// Totals of the table's cells in whole households of one member, fitted without the table.
std::vector<double> totals_without_table(Evidence const& evidence, EnsembleMember const& member);

// Sets everything beside each other. `fitted` is the population that was made with the table,
// `by_member[0]` what the first member says without it.
HeldOutTable hold_out_positions(Evidence const& evidence, Population const& fitted, std::uint64_t seed,
                                std::vector<std::vector<double>> const& by_member);

}  // namespace minimasim::population
