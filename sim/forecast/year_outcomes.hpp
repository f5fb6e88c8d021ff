#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/forecast/goals.hpp"
#include "sim/outcomes/tally.hpp"

// Whom the schemes reach and who is poor, year by year: counted as `minimasim run` counts a year.
namespace minimasim::forecast {

// What is counted of a package in a year.
inline constexpr std::array scheme_counts{outcomes::SchemeOutcome::entitled_households,
                                          outcomes::SchemeOutcome::recipients_households,
                                          outcomes::SchemeOutcome::users};
inline constexpr std::array poverty_counts{
    outcomes::PackageOutcome::poor_households, outcomes::PackageOutcome::poor_persons,
    outcomes::PackageOutcome::poor_children, outcomes::PackageOutcome::poverty_gap_cents_per_year};
inline constexpr std::size_t count_of_counts =
    rules::scheme_count * scheme_counts.size() + poverty_counts.size();

// Of every scheme in turn, then of poverty. A package that changes in a year counts by its months.
using CountsOfYear = std::array<double, count_of_counts>;
CountsOfYear counts_of(outcomes::Tally const& tally);

// What differs by replicate.
struct OutcomeNumbers {
    std::vector<std::vector<std::vector<CountsOfYear>>> counts;  // [package][year][replicate]
};

// What the outcomes are made of.
struct OutcomeInput : OutcomeNumbers {
    std::vector<int> years;  // rising, the policy year first
    std::vector<std::string> packages;
    std::uint32_t members = 0;
    std::array<rules::CountedIn, rules::scheme_count> counted_in = rules::units_of_schemes();
    std::vector<std::uint16_t> given_take_up;  // [package], one bit a scheme whose take-up the package sets
};

// An outcome of a package in a year: estimate and 90 % interval over the replicates, and the same of the
// difference from current policy.
struct YearOutcome {
    std::string package;
    std::string outcome;  // as in the tables of a run: users, take_up, poor_persons, ...
    std::string scheme;   // "" for poverty
    std::string unit;
    int year = 0;
    outcomes::Interval value;
    outcomes::Interval difference;
};

// With the functions of `minimasim run`, so that the policy year is the run. Schemes to which nobody is
// entitled in any package and year are left out.
std::vector<YearOutcome> year_outcomes(OutcomeInput const& input);

// Every goal for reach in every package and year; other goals are left alone.
std::vector<ReachOutcome> reach_outcomes(OutcomeInput const& input, std::vector<Goal> const& goals);

}  // namespace minimasim::forecast
