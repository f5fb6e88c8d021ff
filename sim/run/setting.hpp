#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/run/law_and_policy/municipality.hpp"
#include "sim/run/members/member_columns.hpp"
#include "sim/run/members/member_facts.hpp"
#include "sim/takeup/plausible_set.hpp"
#include "sim/takeup/propensity.hpp"

namespace minimasim::run {

// A package as the engine runs it.
struct Package {
    std::string id;
    DatedPolicy policy;
    std::vector<input::TakeUpChange> take_up;
    std::vector<std::string> ex_officio;
    std::size_t law_index = 0;  // which of the member's columns it reads: 0 = baseline law of the policy date
};

// One member of the ensemble, worked out under every law that is needed.
struct Member {
    std::uint32_t number = 0;
    population::Population population;
    MemberColumns calibration;                       // at the calibration date
    std::vector<MemberColumns> by_law;               // at the policy date; [0] is the law in force
    std::vector<outcomes::IncomeStep> income_steps;  // of every household under the law in force
    std::optional<MemberFacts> facts;                // worked out by each replicate where they are not given
    // Of part of a population: the numbers its households have in the whole. Empty: their place is their
    // number.
    std::vector<std::uint32_t> household_numbers;
    std::int64_t households_left_out = 0;  // to whom nothing happens in any package: they are counted alone

    // The number of a household among the draws.
    std::uint32_t number_of(std::size_t household) const
    {
        return household_numbers.empty() ? static_cast<std::uint32_t>(household)
                                         : household_numbers[household];
    }
};

// What holds for the whole run.
struct Setting {
    std::uint64_t seed = 1;
    std::size_t block_size = 2048;
    int threads = 1;                 // for the households of a member; 0 = all
    bool decides_everybody = false;  // the plain reference: every scheme for every household and package
    Municipality municipality;
    DatedPolicy calibration_policy;
    std::vector<Package> packages;  // [0] is the baseline
    takeup::Assumptions behaviour;
    takeup::PlausibleSet plausible;  // of the matched parameters; empty: drawn from their intervals
    bool draws_behaviour = true;     // false: the central parameters in every replicate
    outcomes::Cells cells;
    std::array<rules::CountedIn, rules::scheme_count>
        counted_in{};  // what the published users of a scheme count
    // Where a study of uncertainty fixes what a replicate would draw by its own number.
    std::optional<std::uint32_t> behaviour_replicate;  // whose parameters of behaviour are used
    std::optional<std::uint32_t> terms_replicate;      // whose uncertain terms are used
    std::vector<double> term_places;  // of every uncertain term: 0 its low end, 1 its high end, NaN its
                                      // central value; empty: drawn
};

// The parameters of behaviour in one replicate: the central ones, else a vector of the plausible set, and
// draws from the intervals for what was not matched.
takeup::Behaviour behaviour_of(Setting const& setting, std::uint32_t replicate);

// The group of every household.
std::vector<takeup::Group> groups_of(Setting const& setting, population::Population const& population);

// How many households up to 130 % of the norm at the calibration date have each profile and group.
takeup::HouseholdsByShift households_on_low_income(Setting const& setting, Member const& member);

// Whether the users of a scheme were published; else a share of its entitled is assumed.
bool has_published_users(Municipality const& municipality, std::size_t scheme);

// The place of a scheme in rules::schemes, or scheme_count.
std::size_t scheme_index(std::string const& key);

// Each scheme's unit of users: that of its published users, else its own. `other_reading` takes the second
// reading where a source leaves the unit open.
std::array<rules::CountedIn, rules::scheme_count> units_of_users(Municipality const& municipality,
                                                                 bool other_reading);

}  // namespace minimasim::run
