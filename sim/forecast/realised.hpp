#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/date.hpp"
#include "sim/forecast/terms.hpp"
#include "sim/outcomes/intervals.hpp"

// A running year: what was spent and used to date, and where the year ends.
namespace minimasim::forecast {

// A scheme that a file of realised figures may name, and what its year was budgeted at.
struct Budgeted {
    std::string scheme;
    double budget = 0;    // euro a year; 0: not known
    int budget_year = 0;  // it is of
};

// A row of such a file: from 1 January to a day, that day included.
struct RealisedRow {
    std::string scheme;
    Date date;
    double spending = 0;      // euro
    double applications = 0;  // granted or not
    double budget = 0;        // euro for the year; 0: not known
};

// Reads `scheme,date,spending,applications,budget`; budget may be empty: then that of `known`, of that year
// or before. The last row of every scheme counts. Throws InputError with all problems of the file together:
// an unknown scheme, a day after `today`, rows of two years, a year before 2020, figures that are negative or
// fall in the course of the year.
std::vector<RealisedRow> read_realised(std::filesystem::path const& file, std::vector<Budgeted> const& known,
                                       Date today);

// Where the year of a scheme ends: 90 % intervals over the draws.
struct YearEnd {
    RealisedRow to_date;
    double share_of_year = 0;  // that has passed
    outcomes::Interval spending;
    outcomes::Interval applications;
    double chance_over_budget = 0;  // NaN without a budget
};

// The share of the year's spending that is there after a share x of the year is x^s; s, the deviation from a
// budget and the variation of grants are drawn from the terms `realisation`. With a budget every draw has a
// total for the year around it, and weighs as much as the spending to date is likely under it; without one
// the spending to date is divided by its share. Draws are addressed by the name of the scheme.
YearEnd year_end(RealisedRow const& row, std::vector<Assumption> const& assumptions, std::uint64_t seed);

}  // namespace minimasim::forecast
