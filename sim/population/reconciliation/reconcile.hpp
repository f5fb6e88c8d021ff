#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/population/evidence/assumptions.hpp"
#include "sim/population/evidence/evidence.hpp"
#include "sim/population/reconciliation/reconciliation_report.hpp"
#include "sim/population/whole_households/rounding.hpp"

namespace minimasim::population {

// Age groups of the municipal margins: 0-4, 5-9, 10-14, 15-19, 20-24, 25-44, 45-64, 65-79, 80 and over.
inline constexpr int age_group_count = 9;
inline constexpr std::array<char const*, age_group_count> age_group_names{
    "0-4", "5-9", "10-14", "15-19", "20-24", "25-44", "45-64", "65-79", "80+"};
constexpr int age_group(int age)
{
    return age < 25 ? age / 5 : age < 45 ? 5 : age < 65 ? 6 : age < 80 ? 7 : 8;
}

// Age groups of the neighbourhoods: 0-14, 15-24, 25-44, 45-64, 65 and over.
inline constexpr int wide_age_count = 5;
inline constexpr std::array<char const*, wide_age_count> wide_age_names{"0-14", "15-24", "25-44", "45-64",
                                                                        "65+"};
constexpr int wide_age(int age)
{
    return age < 15 ? 0 : age < 25 ? 1 : age < 45 ? 2 : age < 65 ? 3 : 4;
}

// Five-year groups of the table by position, the last 95 and over.
inline constexpr int five_year_count = 20;
constexpr int five_year_group(int age)
{
    return age >= 95 ? 19 : age / 5;
}

// Positions in the household of the municipal two-way table, marriage left out.
enum class Position : std::uint8_t {
    child_at_home,
    living_alone,
    partner_without_children,
    partner_with_children,
    lone_parent,
    other_member
};
inline constexpr int position_count = 6;

// The place of a cell of the table by position and five-year age, where it is stored position by position.
inline constexpr std::size_t position_cell_count = std::size_t{position_count} * five_year_count;
constexpr std::size_t position_cell(Position position, int five_year)
{
    return static_cast<std::size_t>(position) * five_year_count + static_cast<std::size_t>(five_year);
}

// The margins brought to one date, one universe and whole numbers: what every population must meet exactly,
// and what persons by position looked like in the municipality's own two-way table.
struct Reconciled {
    std::array<std::int64_t, age_group_count> residents{};
    std::array<std::int64_t, age_group_count> in_institutions{};
    std::array<std::int64_t, age_group_count> in_households{};
    Table<std::int64_t> neighbourhood_ages{0, 0};  // persons in households, neighbourhood x wide age
    std::vector<std::int64_t> neighbourhood_men;   // in households
    std::vector<std::int64_t> neighbourhood_households;
    std::int64_t men = 0;  // in households
    std::int64_t households = 0;
    std::array<std::int64_t, household_type_count> households_by_type{};
    std::array<double, household_type_count> households_by_type_unadjusted{};
    // Persons in households by position and five-year age at the base date.
    std::array<std::array<double, five_year_count>, position_count> positions{};
    std::array<double, 4> households_by_size{};  // of 2, 3, 4, 5 and more
    ReconciliationReport report;                 // published cells beside what became of them

    std::int64_t persons() const;
    std::int64_t institutions() const;
};

inline constexpr std::array<char const*, 4> size_names{"size_2", "size_3", "size_4", "size_5plus"};

// The tables that Evidence::also_hold_out may name: the population can be built without them.
inline constexpr std::array<char const*, 5> tables_that_can_be_held_out{
    "position_age", "size", "composition", "education_share", "net_participation"};

// Reconciles persons (exact, by age, neighbourhood by age, with residents of institutions set apart),
// households (total, types, sizes and composition at the nearest point inside their published intervals) and
// the table by position, scaled from 2020 to 2023 by the national change of each cell. A table that is held
// out is replaced by the national pattern. Throws InputError with the minimal set of published cells that
// contradict each other, if there is one.
Reconciled reconcile(Evidence const& evidence, AssumedValues const& assumed, double size_factor);

}  // namespace minimasim::population
