#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "sim/population/population.hpp"
#include "sim/population/profiles/profile_keys.hpp"

// The columns of a population as files hold them: name, range, unit and meaning.
namespace minimasim::report {

using population::Education;
using population::household_type_count;
using population::HouseholdType;
using population::income_class_count;
using population::IncomeClass;
using population::Persons;
using population::Population;
using population::Profile;
using population::profile_count;
using population::Role;
using population::Sex;
using population::Source;
using population::source_count;
using population::Tenure;

// What a population file says of itself.
inline constexpr char const* population_kind = "minimasim population";
inline constexpr char const* population_format_version = "2";

// Where the persons of every household start: the one column that no list below names.
inline constexpr char const* person_begin_path = "/households/person_begin";

// An enumeration is stored as its number, one byte.
template <class Value>
using Stored = std::conditional_t<std::is_enum_v<Value>, std::uint8_t, Value>;

// A column as stored: values of one byte, two or four, from `lowest` to `highest`.
template <class Owner, class Value>
struct Column {
    char const* name;
    std::vector<Value> Owner::*member;
    std::int64_t lowest;
    std::int64_t highest;
    char const* unit;
    char const* description;
    std::span<char const* const> words = {};  // of a category, in the order of their numbers
};

// The description of a column with the meaning of its numbers: "Main source: 0 employee, 1 self_employed".
template <class Owner, class Value>
std::string description_of(Column<Owner, Value> const& column)
{
    std::string text = column.description;
    for (std::size_t i = 0; i < column.words.size(); ++i) {
        text += (i > 0 ? ", " : text.empty() ? "" : ": ") + std::to_string(i) + " " + column.words[i];
    }
    return text;
}

inline constexpr std::array<char const*, 2> words_of_sex{"man", "woman"};
inline constexpr std::array<char const*, 4> words_of_role{"claimant", "partner", "child", "other_member"};
inline constexpr std::array<char const*, 3> words_of_education{"low", "middle", "high"};
inline constexpr std::array<char const*, population::source_count> words_of_source{
    "employee", "self_employed", "unemployment_benefit", "disability_benefit", "social_assistance", "pension",
    "student",  "none"};
inline constexpr auto const& words_of_profile = population::profile_keys;
inline constexpr std::array<char const*, population::household_type_count> words_of_type{
    "one_person", "couple_without_children", "couple_with_children", "single_parent", "other"};
inline constexpr std::array<char const*, 3> words_of_tenure{"owner", "rent_social", "rent_private"};
inline constexpr std::array<char const*, population::income_class_count> words_of_income_class{
    "up_to_100", "up_to_110", "up_to_120", "up_to_130", "up_to_p40", "up_to_p80", "above_p80"};

inline constexpr std::int64_t most_cents = std::numeric_limits<std::int32_t>::max();
// Calls action(column) for every column of the persons, in the order of the file.
template <class Action>
void for_each_person_column(Action const& action)
{
    action(Column<Persons, std::uint8_t>{"age", &Persons::age, 0, 120, "years", "Age at the base date"});
    action(Column<Persons, Sex>{"sex", &Persons::sex, 0, 1, "", "", words_of_sex});
    action(Column<Persons, Role>{"role", &Persons::role, 0, 3, "", "", words_of_role});
    action(Column<Persons, Education>{"education", &Persons::education, 0, 2, "", "", words_of_education});
    action(Column<Persons, Source>{"source", &Persons::source, 0, source_count - 1, "",
                                   "Main source of income", words_of_source});
    action(Column<Persons, Profile>{"profile", &Persons::profile, 0, profile_count - 1, "",
                                    "Resident profile", words_of_profile});
    auto const amount = [&](char const* name, std::vector<std::int32_t> Persons::*member, std::int64_t lowest,
                            char const* description) {
        action(
            Column<Persons, std::int32_t>{name, member, lowest, most_cents, "cents_per_year", description});
    };
    amount("wage_cents_per_year", &Persons::wage_cents_per_year, 0, "Wage");
    amount("profit_cents_per_year", &Persons::profit_cents_per_year, -most_cents,
           "Profit, below zero for a loss");
    amount("pension_cents_per_year", &Persons::pension_cents_per_year, 0, "Occupational pension");
    amount("unemployment_benefit_cents_per_year", &Persons::unemployment_benefit_cents_per_year, 0,
           "Unemployment benefit");
    amount("disability_benefit_cents_per_year", &Persons::disability_benefit_cents_per_year, 0,
           "Disability benefit");
    action(Column<Persons, std::uint8_t>{"state_pension_build_up_percent",
                                         &Persons::state_pension_build_up_percent, 0, 100, "percent",
                                         "Share of a full state pension that was built up"});
}

// Calls action(column) for every column of the households but person_begin.
template <class Action>
void for_each_household_column(Action const& action)
{
    action(Column<Population, std::uint16_t>{"neighbourhood", &Population::neighbourhood, 0,
                                             population::most_neighbourhoods - 1, "",
                                             "Number from 0 in /neighbourhoods"});
    action(Column<Population, HouseholdType>{"type", &Population::type, 0, household_type_count - 1, "", "",
                                             words_of_type});
    action(Column<Population, Tenure>{"tenure", &Population::tenure, 0, 2, "", "", words_of_tenure});
    action(Column<Population, Source>{"main_source", &Population::main_source, 0, source_count - 1, "",
                                      "Main source of income", words_of_source});
    action(Column<Population, IncomeClass>{
        "income_class", &Population::income_class, 0, income_class_count - 1, "",
        "Income, up to 130 per cent of the CBS minimum and above it by percentiles of the country",
        words_of_income_class});
    auto const amount = [&](char const* name, std::vector<std::int32_t> Population::*member, char const* unit,
                            char const* description) {
        action(Column<Population, std::int32_t>{name, member, 0, most_cents, unit, description});
    };
    amount("rent_cents_per_month", &Population::rent_cents_per_month, "cents_per_month",
           "Bare rent of tenants");
    amount("mortgage_cents_per_month", &Population::mortgage_cents_per_month, "cents_per_month",
           "Interest and repayment of owners");
    amount("energy_cents_per_month", &Population::energy_cents_per_month, "cents_per_month",
           "Gas, heat, electricity");
    amount("woz_value_euro", &Population::woz_value_euro, "euro", "Value of the dwelling for taxes");
    amount("liquid_assets_cents", &Population::liquid_assets_cents, "cents", "Bank and savings balances");
    action(Column<Population, std::uint8_t>{
        "years_on_low_income", &Population::years_on_low_income, 0, 255, "years",
        "Consecutive years at an income no higher than now; 0 above the fortieth percentile"});
    action(Column<Population, std::uint8_t>{"expects_improvement", &Population::expects_improvement, 0, 1, "",
                                            "1: prospect of a better income"});
    action(Column<Population, std::uint8_t>{"receives_social_assistance",
                                            &Population::receives_social_assistance, 0, 1, "",
                                            "1: claims social assistance"});
    action(Column<Population, std::uint8_t>{"has_problem_debts", &Population::has_problem_debts, 0, 1, "",
                                            "1: registered problem debts"});
}

}  // namespace minimasim::report
