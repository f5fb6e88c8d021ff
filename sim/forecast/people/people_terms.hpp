#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include "sim/forecast/terms.hpp"

namespace minimasim::forecast {

// What the yearly steps of the people are made of: one value each, drawn once per replicate. Rows of
// data/assumptions/people.csv tell value, interval, evidence and source; docs/method the equations.
struct PeopleTerms {
    double path_position = 0.5;  // in the interval of the population path: 0 low, 1 high
    double deaths_factor = 1;    // times the life table
    double births_factor = 1;
    double second_of_twins = 0;  // share of births
    double girls = 0.5;
    double births_without_partner = 0;  // against those of a woman of the same age with a partner
    double leaving_home_factor = 1;
    double leaves_town_share = 0;  // of those who leave home
    double separation_factor = 1;
    double children_with_woman = 0.5;
    double couples_replaced = 1;  // couples that form over those that part or that death ends
    double moves_factor = 1;
    double work_factor = 1;  // times the ends of study and early pensions
    double unemployment_exit_per_year = 0;
    double unemployment_to_work = 0;  // share of exits
    double disability_exit_per_year = 0;
    double none_to_work_per_year = 0;
    double entry_wage_place = 1;  // the lowest part of the wages alike from which one begins
    double benefit_over_wage = 0.7;
    double highest_benefit = 0;         // euro a year
    double lowest_benefit = 0;          // euro a year for one head, of unemployment and disability benefit
    double savings_spent_per_year = 0;  // euro, by one head without income
    double assistance_exit_per_year = 0;
    double reinflow_share = 0;        // of inflow
    double none_enters_per_year = 0;  // assistance, of households without income or means
    double survivors_pension = 0;     // share of the occupational pension of who died
    double assistance_trend_per_year = 0;
    double low_exit_working_per_year = 0;
    double low_exit_pension_per_year = 0;
    double low_exit_benefit_per_year = 0;  // unemployment and disability benefit
    double relapse_share = 0;              // of entries
    double low_trend_per_year = 0;
};

// A term as data name it, and the values it may have.
struct PeopleTermField {
    std::string_view process;
    std::string_view name;
    double PeopleTerms::*value;
    double lowest;
    double highest;
};

inline constexpr std::array<PeopleTermField, 32> people_term_fields{{
    {"path", "position", &PeopleTerms::path_position, 0, 1},
    {"deaths", "factor", &PeopleTerms::deaths_factor, 0, 5},
    {"births", "factor", &PeopleTerms::births_factor, 0, 5},
    {"births", "second_of_twins", &PeopleTerms::second_of_twins, 0, 1},
    {"births", "girls", &PeopleTerms::girls, 0, 1},
    {"births", "without_partner", &PeopleTerms::births_without_partner, 0, 1},
    {"leaving_home", "factor", &PeopleTerms::leaving_home_factor, 0, 5},
    {"leaving_home", "leaves_town_share", &PeopleTerms::leaves_town_share, 0, 1},
    {"separation", "factor", &PeopleTerms::separation_factor, 0, 5},
    {"separation", "children_with_woman", &PeopleTerms::children_with_woman, 0, 1},
    {"couples", "replaced", &PeopleTerms::couples_replaced, 0, 10},
    {"moves", "factor", &PeopleTerms::moves_factor, 0, 5},
    {"work", "factor", &PeopleTerms::work_factor, 0, 5},
    {"work", "unemployment_exit_per_year", &PeopleTerms::unemployment_exit_per_year, 0, 1},
    {"work", "unemployment_to_work", &PeopleTerms::unemployment_to_work, 0, 1},
    {"work", "disability_exit_per_year", &PeopleTerms::disability_exit_per_year, 0, 1},
    {"work", "none_to_work_per_year", &PeopleTerms::none_to_work_per_year, 0, 1},
    {"work", "entry_wage_place", &PeopleTerms::entry_wage_place, 0, 1},
    {"work", "benefit_over_wage", &PeopleTerms::benefit_over_wage, 0.1, 1},
    {"work", "highest_benefit", &PeopleTerms::highest_benefit, 0, no_limit},
    {"work", "lowest_benefit", &PeopleTerms::lowest_benefit, 0, no_limit},
    {"assistance", "savings_spent_per_year", &PeopleTerms::savings_spent_per_year, 0, no_limit},
    {"assistance", "exit_per_year", &PeopleTerms::assistance_exit_per_year, 0, 1},
    {"assistance", "reinflow_share", &PeopleTerms::reinflow_share, 0, 1},
    {"assistance", "none_enters_per_year", &PeopleTerms::none_enters_per_year, 0, 1},
    {"pension", "survivors_share", &PeopleTerms::survivors_pension, 0, 1},
    {"assistance", "trend_per_year", &PeopleTerms::assistance_trend_per_year, -1, 1},
    {"low_income", "exit_working_per_year", &PeopleTerms::low_exit_working_per_year, 0, 1},
    {"low_income", "exit_pension_per_year", &PeopleTerms::low_exit_pension_per_year, 0, 1},
    {"low_income", "exit_benefit_per_year", &PeopleTerms::low_exit_benefit_per_year, 0, 1},
    {"low_income", "relapse_share", &PeopleTerms::relapse_share, 0, 1},
    {"low_income", "trend_per_year", &PeopleTerms::low_trend_per_year, -1, 1},
}};

// Reads data/assumptions/people.csv; every term once, within its limits and its own interval. Throws
// InputError with all problems together.
std::vector<Assumption> read_people_assumptions(std::filesystem::path const& file);

// The central values.
PeopleTerms central_people_terms(std::vector<Assumption> const& assumptions);

// A uniform draw from every interval, addressed by the name of the term.
PeopleTerms drawn_people_terms(std::vector<Assumption> const& assumptions, std::uint64_t seed,
                               std::uint32_t replicate);

// Which processes a step runs; the tests switch them off one by one.
struct Processes {
    bool ageing = true;
    bool deaths = true;
    bool births = true;
    bool leaving_home = true;
    bool separation = true;
    bool couples = true;
    bool moves = true;
    bool incomes = true;  // work, benefits, pension, low income and its years
};

}  // namespace minimasim::forecast
