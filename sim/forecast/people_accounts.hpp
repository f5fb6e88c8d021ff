#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/outcomes/intervals.hpp"

namespace minimasim::forecast {

// What a year did, in whole persons and households; stocks are those at its end. Persons: before + births -
// deaths + in - out. Households: before + left home + parted + moved in - ended by death - joined - moved
// out. Households with low income: before + entered - left + arrived - gone, and likewise on assistance.
struct YearAccounts {
    int year = 0;
    std::int64_t persons_before = 0;
    std::int64_t births = 0;
    std::int64_t deaths = 0;
    std::int64_t persons_in = 0;
    std::int64_t persons_out = 0;  // with those who leave home for elsewhere
    std::int64_t persons = 0;
    std::int64_t children = 0;    // under 18
    std::int64_t pensioners = 0;  // from state pension age
    std::int64_t households_before = 0;
    std::int64_t households_left_home = 0;
    std::int64_t households_parted = 0;
    std::int64_t households_in = 0;
    std::int64_t households_ended_by_death = 0;
    std::int64_t households_joined = 0;
    std::int64_t households_out = 0;
    std::int64_t households = 0;
    std::int64_t one_person = 0;  // households
    std::int64_t left_home = 0;   // persons, also those who leave the municipality
    std::int64_t low_before = 0;
    std::int64_t low_entered = 0;
    std::int64_t low_relapsed = 0;  // of those who entered: had low income in the three years before
    std::int64_t low_left = 0;
    std::int64_t low_arrived = 0;  // with low income in a household that is new here
    std::int64_t low_gone = 0;     // households with low income that are no more here
    std::int64_t low = 0;
    std::int64_t low_three_years = 0;      // of them, three years or longer at no higher income
    std::int64_t minimum_three_years = 0;  // up to the social minimum for three years or longer
    std::int64_t assisted_before = 0;
    std::int64_t assisted_entered = 0;
    std::int64_t assisted_again = 0;  // of them, within a year after they left
    std::int64_t assisted_left = 0;
    std::int64_t assisted_retired = 0;  // at state pension age
    std::int64_t assisted_arrived = 0;
    std::int64_t assisted_gone = 0;
    std::int64_t assisted = 0;
    std::int64_t without_income = 0;  // households whose heads have none
    std::int64_t unemployed = 0;      // persons with unemployment benefit as main source
    std::int64_t disabled = 0;        // persons with disability benefit as main source
    std::int64_t employed = 0;        // persons with a wage or profit as main source

    friend bool operator==(YearAccounts const&, YearAccounts const&) = default;
};

// A column of the accounts, as results name it.
struct AccountField {
    char const* key;
    char const* unit;
    std::int64_t YearAccounts::*value;
};

std::vector<AccountField> const& account_fields();

// A column of the accounts of one year over the replicates.
struct PeopleFigure {
    std::string indicator;
    std::string unit;
    int year = 0;
    outcomes::Interval value;
};

// The people of the municipality under current policy, which packages do not change.
struct PeopleForecast {
    std::vector<PeopleFigure> years;
};

// The accounts of all replicates (their years in turn) as estimates with intervals.
std::vector<PeopleFigure> people_figures(std::vector<std::vector<YearAccounts>> const& replicates);

}  // namespace minimasim::forecast
