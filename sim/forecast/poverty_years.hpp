#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/outcomes/intervals.hpp"

namespace minimasim::forecast {

// Persons in poverty in the country in a year, definition of CBS, SCP and Nibud.
struct PublishedPoverty {
    int year = 0;
    double persons_thousand = 0;
    bool is_provisional = false;
};

// Reads data/national/nl_poverty_2018_2024.csv, by rising year. Throws InputError: a year that is none, twice
// or left out, persons that are not above nought.
std::vector<PublishedPoverty> read_published_poverty(std::filesystem::path const& file);

// Poor persons of a year over those of the base year, step by step: each column adds one thing to that
// before.
struct PovertyYear {
    PublishedPoverty published;
    double published_ratio = 0;
    bool is_computed = false;    // else what follows is nought
    outcomes::Interval indices;  // incomes, prices, norms and needs of the year, law of the base year
    outcomes::Interval law;      // and its law, the energy allowance as in the base year
    outcomes::Interval energy_allowance;  // and its energy allowance
    outcomes::Interval ratio;             // and its number on social assistance
};

// The back-cast of poverty: the households of the municipality, carried to other years, beside the country.
struct PovertyBackCast {
    int base_year = 0;
    outcomes::Interval base_share;            // poor persons over all, base year
    std::vector<PovertyYear> years;           // all that are published, by rising year; empty: not asked
    std::vector<std::vector<double>> ratios;  // of every year, one for each course; empty where not computed
};

}  // namespace minimasim::forecast
