#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/population/population.hpp"

namespace minimasim::outcomes {

enum class Breakdown : std::uint8_t {
    total,
    neighbourhood,
    profile,
    household_type,
    norm_band,
    income_source,
    income_decile,
    schemes_received,
};
// Those in which a household keeps its cell whatever a package gives: all but the last.
inline constexpr std::size_t breakdown_count = 7;

constexpr char const* to_text(Breakdown breakdown)
{
    constexpr char const* names[] = {"total",     "neighbourhood", "profile",       "household_type",
                                     "norm_band", "income_source", "income_decile", "schemes_received"};
    return names[static_cast<int>(breakdown)];
}

char const* to_text(population::Profile profile);
char const* to_text(population::HouseholdType type);
char const* to_text(population::Source source);

// Bands of income as a share of the assistance norm; a household on the upper edge belongs to the band.
inline constexpr std::array<double, 6> norm_band_edges{1.00, 1.10, 1.20, 1.30, 1.40, 1.50};
inline constexpr std::array<char const*, 7> norm_band_names{"up to 100 %",  "100 to 110 %", "110 to 120 %",
                                                            "120 to 130 %", "130 to 140 %", "140 to 150 %",
                                                            "above 150 %"};

// Tenths of the households of the municipality by standardised income under the law in force, the lowest
// first.
inline constexpr std::size_t income_deciles = 10;

// Schemes that a household receives at once.
inline constexpr std::array<char const*, 7> schemes_received_names{"0", "1", "2", "3", "4", "5", "6 or more"};

// The band of an income, both in whole cents: compared with limits in cents, as the office does.
std::size_t norm_band(std::int32_t income_cents_per_month, std::int32_t norm_cents_per_month);

// The columns of every table: cell 0 is the total, then the categories of each breakdown in turn, those by
// schemes received last.
struct Cells {
    struct Cell {
        Breakdown breakdown;
        std::string name;
    };
    std::vector<Cell> list;
    std::array<std::size_t, breakdown_count + 1> first{};  // where each breakdown starts

    std::size_t size() const { return list.size(); }
};

Cells make_cells(std::vector<std::string> const& neighbourhoods);

// The cell of one household in each breakdown.
using CellsOfHousehold = std::array<std::uint16_t, breakdown_count>;

// In the lowest decile; that of a household is known when the incomes of all are.
CellsOfHousehold cells_of(Cells const& cells, std::size_t neighbourhood, population::Profile profile,
                          population::HouseholdType type, std::size_t band, population::Source source,
                          std::size_t decile = 0);

}  // namespace minimasim::outcomes
