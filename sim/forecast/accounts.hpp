#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/forecast/replicate.hpp"
#include "sim/outcomes/intervals.hpp"

// Beside the forecast of debts, and feeding nothing back to it: what debts cost the municipality, and what
// measures may do for which no process stands in the forecast.
namespace minimasim::forecast {

struct Range {
    double value = 0;
    double low = 0;
    double high = 0;
};

// A row of data/assumptions/debt_costs.csv: a share of a number of households that costs so much a year.
struct DebtCostItem {
    std::string item;
    std::string dutch_name;
    std::string english_name;
    std::string driver;  // an indicator of the forecast: a number of households at the end of the year
    Range share;         // of it, a year
    Range unit_cost;     // euro
    std::string evidence;
    std::string source;
};

// A row of debt_measures.csv of a municipality.
struct DebtMeasureItem {
    std::string measure;
    std::string dutch_name;
    std::string english_name;
    std::string budget;  // the budget line that pays for it; "": a number of places that is assumed
    Range places;        // a year, where no budget line pays
    Range unit_cost;     // euro a place
    Range effect;        // outcomes a place
    std::string outcome_dutch;
    std::string outcome_english;
    std::string evidence;
    std::string source;
};

// What an item costs in a year under a package, euro, and what is avoided against current policy.
struct DebtCost {
    std::string package;
    DebtCostItem item;
    int year = 0;
    outcomes::Interval cost;
    outcomes::Interval avoided;
};

// What a measure is under a package from the policy date on: a year.
struct DebtMeasure {
    std::string package;
    DebtMeasureItem item;
    outcomes::Interval places;
    outcomes::Interval cost;      // euro
    outcomes::Interval outcomes;  // of the effect
};

// Both throw InputError: a range out of order, a share above one, a cost of nothing.
std::vector<DebtCostItem> read_debt_costs(std::filesystem::path const& file);
std::vector<DebtMeasureItem> read_debt_measures(std::filesystem::path const& file);

// Every item in every year; `packages` in the order of the paths. The ranges are drawn once per replicate,
// the same for all packages and years.
std::vector<DebtCost> debt_costs(std::vector<DebtCostItem> const& items,
                                 std::vector<Replicate> const& replicates,
                                 std::vector<std::string> const& packages, std::uint64_t seed);

// Every measure under one package. `budgets`: euro a year of every item, in their order.
std::vector<DebtMeasure> debt_measures(std::vector<DebtMeasureItem> const& items, std::string const& package,
                                       std::vector<double> const& budgets, std::size_t replicates,
                                       std::uint64_t seed);

}  // namespace minimasim::forecast
