#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/population/bounds/linear_program.hpp"
#include "sim/population/fit/fit_problem.hpp"

namespace minimasim::population {

// A goal of a fit problem: of the municipality (place -1) or of a place.
struct GoalAddress {
    std::int32_t place = -1;
    std::size_t goal = 0;

    bool operator==(GoalAddress const&) const = default;
};

// Archetypes that no binding goal and no group tells apart, as one.
struct MergedCatalogue {
    FeatureRows rows;                   // the features that bind
    std::vector<std::uint64_t> groups;  // bit g: belongs to group g
};

// What a search over all distributions of households found.
struct ProgramOptimum {
    double value = 0;  // of the best distribution found
    double outer = 0;  // no distribution is below this: proven by the prices, whatever the solver's rounding
    int rounds = 0;    // of new columns
};

// The distributions of households over the archetypes of a catalogue that meet the goals of all places and of
// the municipality, as a linear program: a column is an archetype in a place, a row is a goal with its
// interval. Columns come in when their prices ask for them (column generation), so that the hundreds of
// thousands that there are need never be written out.
class HouseholdProgram {
  public:
    // evidence: the classes of goals that bind, as "HF". groups: of each, whether an archetype belongs to it;
    // at most 64.
    HouseholdProgram(FeatureRows const& rows, std::vector<Goal> const& municipality,
                     std::vector<PlaceGoals> const& places, std::string_view evidence,
                     std::vector<std::vector<char>> const& groups = {});

    // The least total, in households and persons, by which the goals must be missed; 0 = they can all be met.
    double least_violation();

    // Goals that bind and ask for what no archetype has.
    std::vector<GoalAddress> goals_without_archetype() const;

    // Goals that cannot be met together, none of which can be left out; after least_violation() was not 0.
    // They no longer bind afterwards, but for the size of a place, so that a next conflict can be looked for.
    std::vector<GoalAddress> remove_conflict();

    // Least (direction 1) or most (-1) households of a group, after least_violation() was 0. Stops when the
    // value is proven within `gap`.
    ProgramOptimum optimum(std::size_t group, int direction, double gap);

    std::size_t merged_archetypes() const { return catalogue_.groups.size(); }
    std::size_t columns() const { return program_.columns(); }

    // What the program calls met, in households or persons.
    static constexpr double tolerance = 1e-4;

  private:
    struct Row {
        GoalAddress address;
        std::size_t feature = 0;
        double low = 0;
        double high = 0;
        char evidence_class = 'H';
        bool is_binding = true;
    };
    struct Question {
        bool is_about_violation = true;
        std::size_t group = 0;
        int direction = 1;
        double gap = 0;
    };

    void add_rows(std::vector<Goal> const& goals, std::int32_t place, std::string_view evidence);
    void add_violation_columns();
    ProgramOptimum generate(Question const& question);
    // Adds the columns whose reduced cost is most negative; gives what they may lower the optimum by at most.
    double add_priced_columns(Question const& question, std::vector<double> const& prices,
                              std::size_t& added);
    double cost(Question const& question, std::uint32_t archetype) const;
    double value_of_prices(std::vector<double>& prices) const;
    LinearColumn column(std::size_t place, std::uint32_t archetype, double cost) const;
    void set_binding(std::size_t row, bool is_binding);

    struct Column {
        std::uint32_t place = 0;
        std::uint32_t archetype = 0;
    };

    std::vector<Row> rows_;
    std::vector<std::vector<std::int32_t>> row_of_feature_;  // place (last: municipality) x feature, -1: none
    std::vector<std::size_t> household_row_;                 // of each place
    MergedCatalogue catalogue_;
    LinearProgram program_;
    std::vector<Column> columns_;           // after two columns of violation a row
    std::vector<std::vector<char>> is_in_;  // place x archetype: already a column
    std::vector<double> violation_prices_;  // of the last least_violation()
};

// Archetypes with equal counts of the features marked in is_used and equal groups become one, in a fixed
// order.
MergedCatalogue merge_archetypes(FeatureRows const& rows, std::vector<char> const& is_used,
                                 std::vector<std::vector<char>> const& groups);

}  // namespace minimasim::population
