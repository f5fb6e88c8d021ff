#pragma once

#include <cstdint>
#include <vector>

#include "sim/run/simulate.hpp"

// What comes before the first replicate: the same for a run of packages and for a sweep.
namespace minimasim::run {

// Of the amounts in a population.
inline constexpr Date price_level{2023, 7, 1};

// What holds for the whole run, still without packages and without the plausible set.
Setting setting_of(Workspace const& workspace, RunOptions const& options);

// Whether two policies have the same national law and household costs, so that statutory income is the same.
bool has_same_law(rules::Policy const& a, rules::Policy const& b);

// Who of a member's households claims what national law gives, household by household.
std::vector<rules::StatutoryClaims> claims_of_member(Setting const& setting, Member const& member);

// A member of the ensemble, or the population that was given in its place.
population::Population population_of(Ensemble const& ensemble, RunOptions const& options,
                                     std::uint32_t number);

// The first few members: between them the rates of take-up vary as they do over the ensemble. A large given
// population: every so many of its households.
std::vector<population::Population> members_to_match(Ensemble const& ensemble, RunOptions const& options);

// Works out a member under the law of the calibration date and every law of the packages. first_household: of
// part of a population, the number of its first household in the whole.
Member prepare_member(Setting const& setting, Workspace const& workspace, population::Population population,
                      std::uint32_t number, std::uint32_t first_household = 0);

// Puts every household, under every law, into the cell of its decile of income under the law in force.
void settle_deciles(outcomes::Cells const& cells, Member& member);

// Works a member out under the laws of the packages that it does not have yet. `claims`: who claims what
// national law gives, household by household.
void add_laws(Setting const& setting, Workspace const& workspace, Member& member);
void add_laws(Setting const& setting, Workspace const& workspace,
              std::vector<rules::StatutoryClaims> const& claims, Member& member);

}  // namespace minimasim::run
