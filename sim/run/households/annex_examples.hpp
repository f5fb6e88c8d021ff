#pragma once

#include <string>
#include <vector>

#include "sim/run/workspace.hpp"

namespace minimasim::run {

// One of the five worked budgets in the annex of the policy note: what its printed lines give, and what the
// law of the same day makes of the same household, with its printed rent, bills, supplement and child
// package. Euro a month.
struct AnnexExample {
    std::string key;  // of data/figures.csv, without "example.participation_budget."
    double printed_income = 0;
    double printed_expenses = 0;
    double printed_budget = 0;  // worked out from the printed lines
    double statutory_income = 0;
    double statutory_budget = 0;
};

// Reads household_budgets_2024.csv of the municipality; empty when it has none. Law of 1 July 2024, the date
// of the printed norms.
std::vector<AnnexExample> annex_examples(Workspace const& workspace);

}  // namespace minimasim::run
