#pragma once

#include <cstdint>
#include <vector>

#include "sim/population/fit/fit_problem.hpp"

namespace minimasim::population {

// Prior weights of the archetypes in one area: those of a wider area, scaled, with the interactions drawn for
// this area.
struct AreaPrior {
    struct Factors {
        std::uint16_t const* cell_of_archetype;
        std::vector<double> of_cell;
    };

    double const* base = nullptr;
    double scale = 1;
    std::vector<Factors> interactions;

    double operator()(std::size_t archetype) const
    {
        double weight = base[archetype] * scale;
        for (auto const& factors : interactions) {
            weight *= factors.of_cell[factors.cell_of_archetype[archetype]];
        }
        return weight;
    }

    // The same weights, multiplied out for so many archetypes into `room`, which has to outlive it.
    AreaPrior multiplied_out(std::size_t archetypes, std::vector<double>& room) const
    {
        room.resize(archetypes);
        for (std::size_t k = 0; k < archetypes; ++k) {
            room[k] = (*this)(k);
        }
        return {room.data(), 1, {}};
    }
};

// What weights add up to at one point of the dual.
struct TiltedTotals {
    double total = 0;            // of all weights
    double beyond = 0;           // what the dual gains where weights are held at the bound
    std::int64_t at_bound = 0;   // weights held
    std::vector<double> totals;  // of each goal
};

// The multiplier of a goal of exactly nothing: what has the feature is left out, whatever the bound.
inline constexpr double closed = -1e300;

// Archetypes tilted by one multiplier a goal: weight = prior x exp(sum of multiplier x count), with the ratio
// of weight to prior held between 1 / bound and bound.
class Tilt {
  public:
    Tilt() = default;
    // Rows from rows_of_goals; `goals` is how many there are.
    Tilt(FeatureRows const& rows, std::size_t goals);

    std::size_t archetypes() const { return begin_.size() - 1; }
    std::size_t goals() const { return goals_; }

    // Sets weights and what they add up to.
    void weigh(std::vector<double> const& multipliers, AreaPrior const& prior, double bound,
               std::vector<double>& weights, TiltedTotals& sums) const;

    // Weights alone.
    void weigh(std::vector<double> const& multipliers, AreaPrior const& prior, double bound,
               std::vector<double>& weights) const;

    // Weight of one archetype under powers_of(multipliers).
    double weigh_one(std::vector<double> const& powers, AreaPrior const& prior, double bound,
                     std::size_t archetype) const;

    // exp(multiplier x count) for every count that occurs.
    std::vector<double> powers_of(std::vector<double> const& multipliers) const;

    // Adds the second derivatives of the dual to the lower triangle of a goals x goals matrix, column by
    // column; weights that are held do not answer and are left out.
    void add_second_derivatives(std::vector<double> const& multipliers, std::vector<double> const& weights,
                                bool has_held, double bound, double* matrix) const;

  private:
    std::size_t goals_ = 0;
    std::size_t width_ = 2;  // counts 0 .. width - 1
    std::vector<std::uint32_t> begin_{0};
    std::vector<std::uint16_t> feature_;
    std::vector<double> count_;
    std::vector<std::uint32_t> power_;  // place of exp(multiplier x count)
};

}  // namespace minimasim::population
