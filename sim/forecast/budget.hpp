#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/outcomes/intervals.hpp"
#include "sim/outcomes/results.hpp"

// Budget years: what schemes and measures cost a municipality year by year.
namespace minimasim::forecast {

// Euro a year, estimate and 90 % interval over the replicates: in the prices of the year itself, and in those
// of the price year (deflated in every replicate by consumer prices of its own index path).
struct BudgetAmount {
    outcomes::Interval current;
    outcomes::Interval constant;
};

// What a row of the budget adds up.
enum class BudgetLevel { scheme, task_field, duration, total };

// One row of one package and year.
struct BudgetFigure {
    std::string package;
    int year = 0;
    BudgetLevel level = BudgetLevel::scheme;
    std::string key;  // scheme or measure; number of the task field; structural or incidental; "" in all
    BudgetAmount spending;         // lasten
    BudgetAmount income;           // baten, as far as their size is known
    BudgetAmount balance;          // known income less spending: below zero it costs the municipality
    BudgetAmount change;           // of the balance, from current policy, within replicates
    bool has_pro_memoria = false;  // others contribute a sum that is not known: p.m., in no total
    bool has_ended = false;        // the money of the line ended before this year
};

// What a package is to the budget.
struct BudgetPackage {
    std::string id;
    std::vector<int>
        months;         // of every year, in which some change of the package holds; 12 for current policy
    std::string cover;  // what pays for it, "" where the scenario names nothing
    std::string cover_en;
};

// The consumer prices that lie between the price year and a year, as a ratio.
struct BudgetPrices {
    int year = 0;
    outcomes::Interval index;
};

struct Budget {
    int price_year = 0;                       // of constant prices
    std::vector<BudgetPrices> years;          // none: the forecast ends before the first budget year
    std::vector<outcomes::BudgetLine> lines;  // schemes and measures, with task field, duration and payer
    std::vector<BudgetPackage> packages;      // current policy first
    std::vector<BudgetFigure> figures;        // by package, year and level
};

// Euro a year of every line in one package and year, replicate by replicate.
using SpendingOfLines = std::vector<std::vector<double>>;  // [line][replicate]

// What differs by replicate, in the prices of the year.
struct BudgetNumbers {
    std::vector<std::vector<SpendingOfLines>> spending;  // [package][year]
    std::vector<std::vector<double>> price_index;        // [year][replicate], price year = 1
};

// What budget_of needs.
struct BudgetInput : BudgetNumbers {
    int price_year = 0;
    std::vector<int> years;
    std::vector<outcomes::BudgetLine> lines;
    std::vector<BudgetPackage> packages;
};

// Who pays for a line, from its payer as the files of a municipality write it: "municipality", "state",
// "municipality, province p.m.".
struct Contribution {
    bool is_whole = false;         // others pay all of it: income is what is spent
    bool has_pro_memoria = false;  // somebody contributes a sum that is not known
};
Contribution contribution_of(std::string const& payer);

// Whether all income of a row is a sum that is not known: it is p.m., and no nought.
bool is_pro_memoria(BudgetFigure const& figure);

// Whether the money of a line ended before a year, by its last day.
bool has_ended(outcomes::BudgetLine const& line, int year);

// Adds lines up to task fields, structural and incidental, and in all. A line that is nothing in every
// package and year is left out, unless somebody contributes p.m. to it.
Budget budget_of(BudgetInput const& input);

}  // namespace minimasim::forecast
