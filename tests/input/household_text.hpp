#pragma once

#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/household_record.hpp"

namespace minimasim::input::test {

// Limits such as the program gives.
inline HouseholdLimits const limits{
    Date{2023, 1, 1},
    Date{2026, 6, 30},
    {{Date{2023, 1, 1}, 66 + 10 / 12.0}, {Date{2024, 1, 1}, 67}},
    {"disposable_income_per_month", "expenses_per_month", "participation_budget_per_year", "is_poor"},
    {"social_assistance", "rent_allowance", "income_supplement"}};

inline HouseholdRecord read(std::string const& text)
{
    return read_household(text, "h.json", limits);
}

// What is wrong with a text, as the command line prints it; empty when it is in order.
inline std::vector<std::string> problems_of(std::string const& text)
{
    std::vector<std::string> texts;
    try {
        read(text);
    } catch (InputError const& error) {
        for (auto const& problem : error.problems()) {
            texts.push_back(to_text(problem));
        }
    }
    return texts;
}

// A household of one person of 32, with more keys after it.
inline std::string single_with(std::string const& keys)
{
    return "{\"persons\": [{\"age\": 32}], " + keys + "}";
}

}  // namespace minimasim::input::test
