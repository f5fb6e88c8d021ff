#pragma once

#include <string>
#include <vector>

#include "sim/population/attributes/archetype.hpp"
#include "sim/population/evidence/uncertainty_sources.hpp"
#include "sim/population/fit/municipal_positions.hpp"

namespace minimasim::population {

// Log ratio of a municipality's cells to what the nation's pattern says of a municipality with its ages and
// its types of household: by position, then five-year group. Rare ages are merged as in the margins. Types
// tell who lives alone, with a partner or as a lone parent, not how the rest divides into children at home
// and other members.
using PositionPattern = std::vector<double>;

// The municipalities of the size class of one with so many adults; `left_out` itself is never among them.
std::vector<MunicipalPositions const*> municipalities_of_like_size(std::vector<MunicipalPositions> const& all,
                                                                   std::string const& left_out,
                                                                   double adults);

// Patterns of some municipalities. The nation is the sum of `all` without `left_out`. Each cell is made
// smaller by as much as the chance of a count adds to its spread over `some`.
std::vector<PositionPattern> patterns_of(std::vector<MunicipalPositions> const& all,
                                         std::string const& left_out,
                                         std::vector<MunicipalPositions const*> const& some);

// How a member's municipality differs from the nation in the positions its ages have: as another municipality
// of like size does, drawn evenly.
PositionPattern pattern_of_member(Evidence const& evidence, EnsembleMember const& member);

// What a pattern makes of the weight of each candidate household. Children at home each bring the ratio of
// their cell; the heads of a household bring the mean of theirs, since partners come in pairs, and so do
// other members.
std::vector<double> factors_of_pattern(PositionPattern const& pattern,
                                       std::vector<Archetype> const& archetypes);

}  // namespace minimasim::population
