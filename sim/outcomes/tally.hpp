#pragma once

#include <cstdint>
#include <vector>

#include "sim/outcomes/cells.hpp"
#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::outcomes {

// What is counted per scheme and cell. Entitled: passes every test except need (so that need-driven schemes
// have a target group); recipients: entitled, with the need, and claiming. Persons and children are those of
// the household.
enum class SchemeOutcome : std::uint8_t {
    cost_cents_per_year,
    entitled_households,
    recipients_households,
    entitled_persons,
    entitled_children,
    recipients_persons,
    recipients_children,
    users,  // recipients in the unit the municipality counts in
};
inline constexpr std::size_t scheme_outcome_count = 8;

// What is counted per package and cell, over all schemes together. Newly entitled: entitled to at least one
// scheme that the household is not entitled to in the baseline; newly reached: receives one that it does not
// receive there.
enum class PackageOutcome : std::uint8_t {
    newly_entitled_households,
    newly_entitled_persons,
    newly_entitled_children,
    no_longer_entitled_households,
    no_longer_entitled_persons,
    no_longer_entitled_children,
    newly_reached_households,
    newly_reached_persons,
    newly_reached_children,
    no_longer_reached_households,
    no_longer_reached_persons,
    no_longer_reached_children,
    poor_households,
    poor_persons,
    poor_children,
    poor_persons_in_working_households,
    near_poor_persons,
    poverty_gap_cents_per_year,
    poor_persons_premium_deducted,  // sensitivity: the health premium deducted on top of the other needs
    // From here on counted only in tallies with cells. Gaining: granted more a year than in the baseline by
    // all schemes together, in kind included; losing: less. Gain and loss are what these get more and less.
    gaining_households,
    losing_households,
    gain_cents_per_year,
    loss_cents_per_year,
    supported_households,  // receive some scheme
    households,            // everybody, by schemes received alone
};
inline constexpr std::size_t package_outcome_count = 25;

// Exact totals of one package in one replicate: whole cents and whole households, so that they add up to the
// same whatever the order. With one cell it holds the total alone, whatever the cells of a household.
class Tally {
  public:
    Tally() = default;
    explicit Tally(std::size_t cells)
        : cells_(cells), values_((rules::scheme_count * scheme_outcome_count + package_outcome_count) * cells)
    {
    }

    void add(std::size_t scheme, SchemeOutcome outcome, std::size_t cell, std::int64_t amount)
    {
        values_[place(scheme, outcome) + cell] += amount;
    }

    void add(PackageOutcome outcome, std::size_t cell, std::int64_t amount)
    {
        values_[place(outcome) + cell] += amount;
    }

    // The same amount in the household's cell of every breakdown.
    void add_everywhere(std::size_t scheme, SchemeOutcome outcome, CellsOfHousehold const& cells,
                        std::int64_t amount)
    {
        add_to_row(&values_[place(scheme, outcome)], cells, amount);
    }

    void add_everywhere(PackageOutcome outcome, CellsOfHousehold const& cells, std::int64_t amount)
    {
        add_to_row(&values_[place(outcome)], cells, amount);
    }

    std::int64_t at(std::size_t scheme, SchemeOutcome outcome, std::size_t cell = 0) const
    {
        return values_[place(scheme, outcome) + cell];
    }

    std::int64_t at(PackageOutcome outcome, std::size_t cell = 0) const
    {
        return values_[place(outcome) + cell];
    }

    // The totals alone, without the cells of the breakdowns.
    Tally only_totals() const
    {
        Tally totals(1);
        for (std::size_t i = 0; i < totals.values_.size(); ++i) {
            totals.values_[i] = values_[i * cells_];
        }
        return totals;
    }

    Tally& operator+=(Tally const& other)
    {
        for (std::size_t i = 0; i < values_.size(); ++i) {
            values_[i] += other.values_[i];
        }
        return *this;
    }

    std::size_t cells() const { return cells_; }

    // The cell of households that receive so many schemes, of a tally with cells.
    std::size_t cell_of_received(std::size_t schemes) const
    {
        constexpr std::size_t most = schemes_received_names.size() - 1;
        return cells_ - schemes_received_names.size() + (schemes < most ? schemes : most);
    }

    // Counts households that receive nothing and were not gone through; only tallies with cells count them.
    void add_without_support(std::int64_t households)
    {
        if (cells_ > 1) {
            add(PackageOutcome::households, 0, households);
            add(PackageOutcome::households, cell_of_received(0), households);
        }
    }

    friend bool operator==(Tally const&, Tally const&) = default;

  private:
    void add_to_row(std::int64_t* row, CellsOfHousehold const& cells, std::int64_t amount)
    {
        row[0] += amount;
        if (cells_ > 1) {
            for (std::size_t breakdown = 1; breakdown < cells.size(); ++breakdown) {
                row[cells[breakdown]] += amount;
            }
        }
    }

    std::size_t place(std::size_t scheme, SchemeOutcome outcome) const
    {
        return (scheme * scheme_outcome_count + static_cast<std::size_t>(outcome)) * cells_;
    }

    std::size_t place(PackageOutcome outcome) const
    {
        return (rules::scheme_count * scheme_outcome_count + static_cast<std::size_t>(outcome)) * cells_;
    }

    std::size_t cells_ = 0;
    std::vector<std::int64_t> values_;
};

}  // namespace minimasim::outcomes
