#pragma once

#include <array>

#include "sim/population/reconciliation/reconcile.hpp"

// The steps of reconcile(), in their order; each reads what the ones before it put in Reconciled.

namespace minimasim::population {

// The columns of the national table by position, in the order of Position.
inline constexpr std::array<PositionTable::Ages PositionTable::*, position_count> national_columns{
    &PositionTable::child_at_home,
    &PositionTable::living_alone,
    &PositionTable::partner_without_children,
    &PositionTable::partner_with_children,
    &PositionTable::lone_parent,
    &PositionTable::other_member};

// National persons in a position of an age range, both sexes.
double national_sum(std::array<PositionTable, 2> const& tables, PositionTable::Ages PositionTable::*column,
                    int first, int last);

// Persons of each neighbourhood by age and sex: the nearest point to the publication of 2022 that adds up,
// then moved to the persons in households of 2023 and rounded.
void reconcile_neighbourhoods(Evidence const& evidence, Reconciled& r);

// Households of the municipality by type and size, and of each neighbourhood.
void reconcile_households(Evidence const& evidence, AssumedValues const& assumed, double size_factor,
                          Reconciled& r);

}  // namespace minimasim::population
