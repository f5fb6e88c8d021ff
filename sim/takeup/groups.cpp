#include "sim/takeup/groups.hpp"

namespace minimasim::takeup {

namespace {

constexpr double just_retired_years = 2;
constexpr int young_until_age = 27;  // the group of the Inspectorate's study

}  // namespace

Group group_of(bool receives_social_assistance, population::Source main_source, int claimant_age,
               double pension_age)
{
    if (receives_social_assistance) {
        return Group::assistance;
    }
    if (main_source == population::Source::self_employed) {
        return Group::self_employed;
    }
    if (claimant_age >= pension_age && claimant_age < pension_age + just_retired_years) {
        return Group::just_retired;
    }
    if (claimant_age < young_until_age) {
        return Group::young;
    }
    return main_source == population::Source::employee ? Group::work : Group::other;
}

Group group_of(population::Population const& population, std::size_t household, double pension_age)
{
    return group_of(population.receives_social_assistance[household] != 0, population.main_source[household],
                    population.persons.age[population.person_begin[household]], pension_age);
}

}  // namespace minimasim::takeup
