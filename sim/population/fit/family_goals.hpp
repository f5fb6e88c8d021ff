#pragma once

#include <array>
#include <vector>

#include "sim/population/fit/goals.hpp"

// What national tables say of families: the sexes of who lives alone, of partners and of lone parents by age,
// the number of children at home, and the age of the mother at the birth.

namespace minimasim::population {

// A wanted total of a feature.
struct FamilyTarget {
    int feature = 0;
    double target = 0;
    double published = 0;  // the part of the target that a table tells: an error is a share of it
};

// The national tables of families on as many households as `households_by_type` holds.
std::vector<FamilyTarget> national_families(
    NationalTables const& national, std::array<double, household_type_count> const& households_by_type);

// The same shares imposed on the municipality's own persons by position and age, children of 8 to 11, and
// families, as estimates (SOFT). No table of the municipality tells them, so they are no evidence about it.
void add_family_goals(Evidence const& evidence, AssumedValues const& assumed, Reconciled const& reconciled,
                      std::vector<MarginGoal>& goals);

// Couples with children (first) and lone parents with one, two, three or more children at home: the shares of
// the northern provinces, moved to the municipality's own families and sizes of household (iterative
// proportional fitting). Sizes of nothing, because their table was held out, leave the shares as they are.
std::array<std::array<double, 3>, 2> families_by_children(NationalTables const& national,
                                                          Reconciled const& reconciled);

}  // namespace minimasim::population
