#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/population/attributes/archetype.hpp"

namespace minimasim::population {

// A group of households that policy is about. Households of students are in none: published shares of income
// leave them out.
struct PolicyGroup {
    std::string_view key;
    std::string_view dutch_name;
    std::string_view english_name;
    bool (*holds)(Archetype const& household);
};

std::vector<PolicyGroup> const& policy_groups();

// Whether each archetype belongs to the group.
std::vector<char> members_of(PolicyGroup const& group, std::vector<Archetype> const& archetypes);

// How many households of a population belong to the group.
std::int64_t count_members(PolicyGroup const& group, Population const& population);

}  // namespace minimasim::population
