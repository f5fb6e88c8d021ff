#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/outcomes/cells.hpp"

// Tenths of the households of a municipality by standardised income.
namespace minimasim::outcomes {

// A standardised income in steps of 50 euro a year, so that counts of parts of a population add up.
using IncomeStep = std::uint16_t;
IncomeStep income_step(double standardised_income_per_year);

// The highest step of every decile but the last.
using DecileLimits = std::array<IncomeStep, income_deciles - 1>;

// Counts households by step.
class IncomeCounts {
  public:
    void add(std::vector<IncomeStep> const& steps);
    IncomeCounts& operator+=(IncomeCounts const& other);

    // The lowest steps up to which at least one, two, ... nine tenths of the households lie.
    DecileLimits limits() const;

  private:
    std::vector<std::uint32_t> households_;  // by step
};

// The decile of a step, from 0; a household on a limit belongs to the lower one.
std::size_t income_decile(DecileLimits const& limits, IncomeStep step);

// The cell of the lowest decile.
std::uint16_t first_decile(Cells const& cells);

// Puts every household into the cell of its decile.
void set_deciles(std::uint16_t first_decile, DecileLimits const& limits, std::vector<IncomeStep> const& steps,
                 std::vector<CellsOfHousehold>& households);

}  // namespace minimasim::outcomes
