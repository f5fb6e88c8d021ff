#pragma once

#include <array>
#include <vector>

#include "sim/forecast/people/people_terms.hpp"
#include "sim/forecast/people/standing.hpp"

// How long households stay on low income or social assistance: who has been there for four years leaves as
// often as keeps the share of long stays as it is in the base year.
namespace minimasim::forecast {

inline constexpr int long_years = 4;

// Low income by what a household lives on, and social assistance. -1: of no group.
inline constexpr std::size_t stay_groups = 4;
inline constexpr std::size_t assistance_group = 3;
int stay_group(Standing const& standing);

// The group of a kind of low income.
std::size_t group_of_low_kind(std::size_t kind);

// The chance to leave in a year before long_years: low income, or assistance for work.
double early_chance(PeopleTerms const& terms, std::size_t group);

// Those of a group by their years when a year begins.
struct Stays {
    double early = 0;         // less than three
    double at_three = 0;      // three: long_years when the year ends
    double late = 0;          // longer
    double late_leaving = 0;  // longer, and out by age this year
    double arrived = 0;       // long, and moved in during the year

    double all() const { return early + at_three + late + arrived; }
};

// The chance to leave after long_years with which as many are long there as wanted when the year ends, as far
// as it is not above the chance before.
double late_chance(Stays const& stays, double early, double wanted);

struct LeaveChances {
    std::array<double, stay_groups> early{};
    std::array<double, stay_groups> late{};

    // By years when the year begins.
    double of(std::size_t group, int years) const { return years < long_years ? early[group] : late[group]; }
};

}  // namespace minimasim::forecast
