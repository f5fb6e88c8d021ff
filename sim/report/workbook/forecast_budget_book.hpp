#pragma once

#include <map>
#include <string>
#include <tuple>

#include "sim/forecast/results.hpp"
#include "sim/report/language.hpp"
#include "sim/report/workbook/sheet.hpp"

namespace minimasim::report {

constexpr std::size_t groups_of_amounts = 3;  // of a column per year: low, middle, high
constexpr double amount_width = 13;           // of a column, in characters

// Package, year, level and key of a figure of the budget.
using BudgetKey = std::tuple<std::string, int, forecast::BudgetLevel, std::string>;

// Current or constant prices.
using Prices = outcomes::Interval forecast::BudgetAmount::*;

// What all sheets of the budget years share while they are made.
struct BudgetBook {
    Workbook& workbook;
    forecast::Forecast const& forecast;
    forecast::Budget const& budget;
    std::map<BudgetKey, forecast::BudgetFigure const*> figures;
    Language language;

    char const* say(char const* dutch, char const* english) const { return in(language, dutch, english); }

    // `year` counts from the first budget year.
    forecast::BudgetFigure const& figure(std::string const& package, std::size_t year,
                                         forecast::BudgetLevel level, std::string const& key) const;

    std::string title_of(std::string const& package) const;
    std::string prices_text(bool is_constant) const;

    // "2027: 9 maanden" for every year of which a package does not hold all months.
    std::string months_text(forecast::BudgetPackage const& package) const;

    // "" for current policy.
    std::string cover_text(forecast::BudgetPackage const& package) const;

    bool changes_budget(forecast::BudgetPackage const& package) const;
};

// Adds the sheet that has all packages side by side: change of the balance in both prices, cover, months, and
// on which sheet the rest is.
void add_budget_overview(BudgetBook const& book, std::map<std::string, std::string> const& sheet_names);

}  // namespace minimasim::report
