#pragma once

#include <vector>

#include "sim/forecast/budget.hpp"
#include "sim/forecast/replicate.hpp"

namespace minimasim::forecast {

// The end of the key of such a line: "child_package.by_contact".
inline constexpr char const* by_contact = ".by_contact";

// Gives every scheme a line of its own, after it, for what the users cost that contact led to it: in the
// years of the budget, at the amounts of the price year, which follow the consumer prices of the replicate.
// Paths and packages of the budget stand in the same order. Lines that are nothing are left out by budget_of.
void add_users_gained(std::vector<Replicate> const& replicates, BudgetInput& input);

}  // namespace minimasim::forecast
