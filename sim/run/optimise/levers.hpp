#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/run/sweep/points.hpp"

namespace minimasim::run {

// What the search may turn: terms of a scheme that move together, in steps. Position 0 is current policy;
// every later position is more generous than the one before.
struct Lever {
    // One of its terms: place in the plan, and the value in every position.
    struct Term {
        std::size_t in_plan = 0;
        std::vector<double> values;
    };

    std::string name;
    std::string scheme;
    std::vector<Term> terms;

    std::size_t count_positions() const { return terms.front().values.size(); }
};

// A package of the search: the position of every lever.
using Positions = std::vector<std::uint16_t>;

// The levers of data/designs/levers.csv under current policy, and the packages they make. What would take
// something away from current policy is left out, and so is a lever that has nowhere to go. A scheme that is
// not in force is switched on by any of its levers.
class Levers {
  public:
    // schemes: only these; empty for all. Throws InputError for a faulty table, for values outside the range
    // of a term or forbidden by law, and for unknown schemes or schemes without levers.
    Levers(Workspace const& workspace, std::vector<std::string> const& schemes,
           std::optional<Date> given_date);

    std::vector<Lever> const& list() const { return list_; }

    // The number of positions of each lever.
    std::vector<std::size_t> count_positions() const;

    Package const& baseline() const { return points_->baseline(); }
    Package package(Positions const& positions) const;

    // What a package changes, term by term in the order of the table.
    struct Change {
        std::string scheme;
        std::string term;
        rules::Unit unit = rules::Unit::count;
        double from = 0;
        double to = 0;
    };
    std::vector<Change> changes(Positions const& positions) const;

  private:
    std::vector<std::pair<std::size_t, double>> values_of(Positions const& positions) const;

    std::vector<Lever> list_;
    std::unique_ptr<SweepPoints> points_;
};

}  // namespace minimasim::run
