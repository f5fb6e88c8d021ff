#pragma once

#include <cstdint>

#include "sim/population/population.hpp"

namespace minimasim::takeup {

// Groups of households that differ in how inclined they are to claim; a household belongs to the first that
// fits. Employees count as work; other: pension, benefits but assistance, students, no income.
enum class Group : std::uint8_t { assistance, self_employed, just_retired, young, work, other };
inline constexpr int group_count = 6;

constexpr char const* to_text(Group group)
{
    constexpr char const* names[] = {"assistance", "self_employed", "just_retired", "young", "work", "other"};
    return names[static_cast<int>(group)];
}

// The group of a household: just retired in the first two years of pension age, young when the claimant is
// under 27.
Group group_of(bool receives_social_assistance, population::Source main_source, int claimant_age,
               double pension_age);

// The group of a household of a population.
Group group_of(population::Population const& population, std::size_t household, double pension_age);

}  // namespace minimasim::takeup
