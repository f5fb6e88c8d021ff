#pragma once

#include <cstdint>
#include <vector>

#include "sim/population/attributes/draws.hpp"
#include "sim/population/fit/area_misfit.hpp"
#include "sim/population/fit/fit.hpp"
#include "sim/population/whole_households/whole_households.hpp"

namespace minimasim::population {

// Archetypes told by their attributes: which archetype a household becomes when one attribute changes.
class Variants {
  public:
    explicit Variants(ExchangeSpace const& space);

    bool is_empty() const { return space_->codes.empty(); }
    std::size_t attributes() const { return space_->codes.size(); }
    std::uint8_t code(std::size_t attribute, std::uint32_t archetype) const
    {
        return space_->codes[attribute][archetype];
    }
    std::size_t categories(std::size_t attribute) const { return categories_[attribute]; }

    // The archetype with another code of one attribute, or `none` where it may not exist.
    std::uint32_t with(std::uint32_t archetype, std::size_t attribute, std::uint8_t code) const
    {
        auto const old = space_->codes[attribute][archetype];
        auto const at = place_[archetype] + (std::size_t{code} - old) * stride_[attribute];
        return archetype_at_[at];
    }

    static constexpr std::uint32_t none = 0xFFFFFFFF;

  private:
    ExchangeSpace const* space_;
    std::vector<std::size_t> categories_;
    std::vector<std::size_t> stride_;
    std::vector<std::size_t> place_;           // of each archetype in the product of all attributes
    std::vector<std::uint32_t> archetype_at_;  // none where no archetype has these codes
};

// Which goals an archetype may have, 64 to a word: a quick look before its row is read. Goals share bits.
class GoalMarks {
  public:
    explicit GoalMarks(FeatureRows const& rows);

    // False only when the archetype does not have the goal.
    bool may_have(std::uint32_t archetype, std::uint16_t goal) const
    {
        return (marks_[archetype] >> (goal % 64) & 1) != 0;
    }

  private:
    std::vector<std::uint64_t> marks_;
};

// Everything that repairs of whole households look at.
struct WholeState {
    WholeState(FitProblem const& problem, FittedWeights const& fitted, WholeOptions const& options);

    FitProblem const& problem;
    FittedWeights const& fitted;
    WholeOptions options;
    FeatureRows place_rows;
    FeatureRows town_rows;
    GoalMarks place_marks;
    GoalMarks town_marks;
    std::vector<char> place_of_households;  // goals that count a household once
    std::vector<char> town_of_households;
    Variants variants;
    Sampler sampler;  // of archetypes, in proportion to the municipality's weights
    std::vector<AreaMisfit> places;
    AreaMisfit town;
    WholeHouseholds whole;

    // Sets `town` from the households as they stand.
    void count_town();
};

// Totals of the goals under weights, and of whole households.
std::vector<double> goal_totals(FeatureRows const& rows, std::size_t goals,
                                std::vector<double> const& weights);
std::vector<double> goal_totals(FeatureRows const& rows, std::size_t goals,
                                std::vector<std::uint32_t> const& households);

// Rounds one place and makes it meet its own margins; returns the repairs made. Touches that place alone.
std::int64_t settle_place(WholeState& state, std::size_t place);

// Replaces households anywhere until the municipality's margins are met with those of the places.
void settle_town(WholeState& state);

// Exchanges attributes between households of a place until the municipality's tables are exact.
void exchange_attributes(WholeState& state);

}  // namespace minimasim::population
