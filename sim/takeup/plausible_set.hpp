#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/base/draw.hpp"
#include "sim/takeup/parameters.hpp"

namespace minimasim::takeup {

// Addresses within Stream::assumption of what history matching draws; those below belong to the builder of
// the population and to Behaviour.
enum MatchingDraw : std::uint32_t { design_draw = 4, choice_draw = 5 };

// All parameter vectors that the evidence does not rule out, each with a weight: no best fit.
class PlausibleSet {
  public:
    void add(ParameterVector const& vector, double weight)
    {
        vectors_.push_back(vector);
        cumulative_.push_back((cumulative_.empty() ? 0 : cumulative_.back()) + weight);
    }

    bool is_empty() const { return vectors_.empty(); }
    std::vector<ParameterVector> const& vectors() const { return vectors_; }
    double weight(std::size_t i) const { return cumulative_[i] - (i == 0 ? 0 : cumulative_[i - 1]); }

    // The vector of a replicate, drawn by weight; the same for every member and package.
    ParameterVector const& of_replicate(std::uint64_t seed, std::uint32_t replicate) const
    {
        double const at =
            uniform(seed, Stream::assumption, 0, 0, choice_draw, replicate) * cumulative_.back();
        auto const found = std::upper_bound(cumulative_.begin(), cumulative_.end() - 1, at);
        return vectors_[static_cast<std::size_t>(found - cumulative_.begin())];
    }

  private:
    std::vector<ParameterVector> vectors_;
    std::vector<double> cumulative_;
};

}  // namespace minimasim::takeup
