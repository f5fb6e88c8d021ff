#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include "sim/base/error.hpp"

namespace minimasim::population {

inline constexpr int oldest_age = 95;  // national single-age tables end with 95 and over
inline constexpr int age_count = oldest_age + 1;

// Persons of one sex by single age and position in the household.
struct PositionTable {
    using Ages = std::array<double, age_count>;
    Ages all_persons{};
    Ages in_private_households{};
    Ages child_at_home{};
    Ages living_alone{};
    Ages partner_without_children{};
    Ages partner_with_children{};
    Ages lone_parent{};
    Ages other_member{};
};

// Deciles of standardised income, 1 to 10, households x 1000.
using Deciles = std::array<double, 10>;

// Published national tables behind the prior of the catalogue (data/national; sources stand in the files'
// register).
struct NationalTables {
    std::array<PositionTable, 2> positions_2020;  // by Sex
    std::array<PositionTable, 2> positions_2023;
    std::array<Deciles, 5> decile_by_type{};  // by HouseholdType
    // employee, self-employed, disability, pension, social assistance, other (students, unemployed, none)
    std::array<Deciles, 6> decile_by_source{};
    Deciles owner_by_decile{};                              // 0 where not published
    Deciles tenant_by_decile{};                             // 0 where not published
    std::array<double, 9> standardised_percentiles_2022{};  // P10 .. P90, euro, without students
    std::array<double, 3> children_of_couple_share{};       // one, two, three or more at home
    std::array<double, 3> children_of_lone_parent_share{};
    // Births of 2012 to 2014 by age of the mother: under 25, 25-29, 30-34, 35 and over.
    std::array<double, 4> births_by_age_of_mother{};
    std::array<double, 4> size_change_2020_2023{};  // households of 2, 3, 4, 5+ persons: count 2023 over 2020
    double other_households_change_2020_2023 = 1;
    // Bank and savings balances 2022, euro: mean and median by HouseholdType, by age of the main earner, and
    // of all.
    std::array<std::array<double, 2>, 5> savings_by_type{};
    std::array<std::array<double, 2>, 7> savings_by_age{};  // under 25, 25-34, ... , 75 and over
    std::array<double, 2> savings_all{};
    std::array<std::array<double, 2>, 2> savings_by_size{};         // mean and median: one person, more
    std::array<std::array<double, 3>, 2> savings_quartiles_2014{};  // one person, more persons
    double savings_holders_share = 1;                               // households with a balance
    std::array<double, 3> wealth_quartiles{};                       // 2014, euro, of all households
    Deciles wealth_median_by_decile{};                              // 2014, euro, by decile of income
    double gas_m3_one_person = 0;                                   // means a year, 2020
    double gas_m3_three_persons = 0;
    double electricity_kwh_one_person = 0;
    double electricity_kwh_three_persons = 0;
    double low_income_four_years_share = 0;  // of persons with at least one year on low income
    double low_income_four_years_lone_parent = 0;
    double low_income_four_years_couple_with_children = 0;
    double low_income_four_years_other_types = 0;  // neither lone parent nor couple with children
    double low_income_four_years_working = 0;
};

// Reads data/national; problems are added to `problems`, so that all files are reported together.
NationalTables read_national_tables(std::filesystem::path const& folder, std::vector<Problem>& problems);

}  // namespace minimasim::population
