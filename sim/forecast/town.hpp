#pragma once

#include <cstdint>
#include <vector>

#include "sim/forecast/terms.hpp"
#include "sim/population/population.hpp"

namespace minimasim::forecast {

// What the forecast looks at of every household, as it is in a year.
struct Traits {
    std::vector<std::uint32_t> kind;  // what the risk of problem debts goes by
    std::vector<std::uint8_t> has_children;
    std::vector<std::uint8_t> is_tenant;
    std::vector<std::uint8_t> is_hard_to_reach;  // claimant of a profile with little trust
    std::vector<std::uint8_t> is_known;          // to the office of work and income: assistance
    std::vector<std::uint8_t> is_young;          // claimant of 18 to 27
    std::vector<std::uint8_t> income_kind;       // IncomeKind, of the main earner
};

// The households of one member of the ensemble. A household keeps its place over the years; those of later
// years follow (new_year.hpp).
struct Town : Traits {
    std::uint32_t member = 0;
    std::vector<std::uint32_t> number;  // of the household among the draws
    std::vector<std::uint16_t> neighbourhood;
    std::vector<std::uint8_t> has_problem_debts;        // at the start
    std::vector<std::uint8_t> is_up_to_social_minimum;  // at the start, to compare with published arrears
    std::vector<double> odds_of_kind;    // of problem debts, by the relative risks of the start
    std::uint32_t nobody = 0xFFFF'FFFF;  // kind of a place whose household is gone
    std::size_t neighbourhoods = 0;

    std::size_t size() const { return number.size(); }  // places
    bool is_here(std::size_t household) const { return kind[household] != nobody; }
    double odds(std::size_t household) const { return odds_of_kind[kind[household]]; }
    std::vector<std::int32_t> households_by_neighbourhood() const;
    std::vector<std::int32_t> households_by_profile() const;
};

// The profile of the claimant, which is part of the kind of a household.
std::size_t profile_of_kind(std::uint32_t kind);

// Takes the town from a population. The odds of a household are p / (1 - p), where p is the product of a
// risk for its neighbourhood, income class, buffer, children or pension, and profile; the risks are such that
// every one of these groups has as many households with problem debts as the population. They are found from
// counts, so that the order of the households makes no difference; combinations of groups without households
// get the product of their risks. `number` gives every household its number
// among the draws; empty: its place.
Town town_of(population::Population const& population, Terms const& terms,
             std::vector<std::uint32_t> number = {});

// Puts the traits of a household of a population at a place; of `terms` the limits of the buffers count.
void set_traits(population::Population const& population, std::size_t household, Terms const& terms,
                Traits& traits, std::size_t place);
void resize(Traits& traits, std::size_t places);

}  // namespace minimasim::forecast
