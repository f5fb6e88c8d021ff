#include "sim/outcomes/income_deciles.hpp"

#include <algorithm>

namespace minimasim::outcomes {

namespace {

constexpr double euro_in_a_step = 50;
constexpr double highest_step = 5'000;  // 250,000 euro: far into the last decile of any municipality

}  // namespace

IncomeStep income_step(double standardised_income_per_year)
{
    return static_cast<IncomeStep>(
        std::clamp(standardised_income_per_year / euro_in_a_step, 0.0, highest_step));
}

void IncomeCounts::add(std::vector<IncomeStep> const& steps)
{
    households_.resize(static_cast<std::size_t>(highest_step) + 1);
    for (auto const step : steps) {
        ++households_[step];
    }
}

IncomeCounts& IncomeCounts::operator+=(IncomeCounts const& other)
{
    households_.resize(std::max(households_.size(), other.households_.size()));
    for (std::size_t step = 0; step < other.households_.size(); ++step) {
        households_[step] += other.households_[step];
    }
    return *this;
}

DecileLimits IncomeCounts::limits() const
{
    std::uint64_t households = 0;
    for (auto const count : households_) {
        households += count;
    }
    DecileLimits limits{};
    std::uint64_t below = 0;
    std::size_t decile = 0;
    for (std::size_t step = 0; step < households_.size() && decile < limits.size(); ++step) {
        below += households_[step];
        while (decile < limits.size() && income_deciles * below >= (decile + 1) * households) {
            limits[decile++] = static_cast<IncomeStep>(step);
        }
    }
    return limits;
}

std::size_t income_decile(DecileLimits const& limits, IncomeStep step)
{
    return static_cast<std::size_t>(std::lower_bound(limits.begin(), limits.end(), step) - limits.begin());
}

std::uint16_t first_decile(Cells const& cells)
{
    return static_cast<std::uint16_t>(cells.first[static_cast<std::size_t>(Breakdown::income_decile)]);
}

void set_deciles(std::uint16_t first_decile, DecileLimits const& limits, std::vector<IncomeStep> const& steps,
                 std::vector<CellsOfHousehold>& households)
{
    for (std::size_t i = 0; i < households.size(); ++i) {
        households[i][static_cast<std::size_t>(Breakdown::income_decile)] =
            static_cast<std::uint16_t>(first_decile + income_decile(limits, steps[i]));
    }
}

}  // namespace minimasim::outcomes
