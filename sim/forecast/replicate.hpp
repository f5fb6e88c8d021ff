#pragma once

#include <string>
#include <vector>

#include "sim/forecast/course.hpp"

namespace minimasim::forecast {

// The figures of the start are of 1 January of this year: problem debts are published for it.
inline constexpr int first_year = 2024;

// A term that a package sets from a month on; month 0 is January of the first year.
struct TermChange {
    int from_month = 0;
    double Terms::*term = nullptr;
    double value = 0;

    bool operator==(TermChange const&) const = default;
};

// A package as the forecast sees it; [0] of a list is current policy.
struct Package {
    std::string id;
    std::vector<TermChange> changes;
    std::vector<std::int32_t> extra_income;  // cents a month, of every household; empty: none
    int income_from_month = 0;
    std::vector<std::uint8_t> unused_schemes = {};  // of those every household is entitled to; empty: none
    std::vector<outcomes::UnusedGrant> unused_grants = {};  // what they are worth, by household and scheme
};

// All packages in one replicate.
struct Replicate {
    Start start;
    std::vector<Path> paths;  // in the order of the packages
    HouseholdsByGroup households_by_neighbourhood;
    HouseholdsByGroup households_by_profile = {};
};

// The terms of a month under a package.
Terms terms_in(Terms const& without_package, Package const& package, int month);

// Steps every package through `years` years, all with the same draws. `new_years` are those after the first,
// the same for all packages; none: the households stay those of the start. `economy`: of the years from the
// first on; none: every year is as the first day.
Replicate run_replicate(Town const& town, Terms const& terms, std::vector<Package> const& packages, int years,
                        Address const& address, std::vector<NewYear> const& new_years = {},
                        Economy const& economy = {});

}  // namespace minimasim::forecast
