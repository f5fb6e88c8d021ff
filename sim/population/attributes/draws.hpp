#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/base/draw.hpp"

namespace minimasim::population {

// The draws of one archetype or household, one after another, each with its address.
class Draws {
  public:
    Draws(std::uint64_t seed, Stream stream, std::uint32_t member, std::uint32_t id, std::uint32_t first = 0)
        : seed_(seed), stream_(stream), member_(member), id_(id), draw_(first)
    {
    }

    double next() { return uniform(seed_, stream_, member_, id_, draw_++, 0); }
    double next_normal() { return normal_quantile(next()); }
    bool happens(double probability) { return next() < probability; }

  private:
    std::uint64_t seed_;
    Stream stream_;
    std::uint32_t member_;
    std::uint32_t id_;
    std::uint32_t draw_;
};

// Draws an index in proportion to weights.
class Sampler {
  public:
    Sampler() = default;
    template <class Weights>
    explicit Sampler(Weights const& weights)
    {
        double sum = 0;
        for (double const w : weights) {
            sum += w;
            cumulative_.push_back(sum);
        }
    }

    std::size_t operator()(double u) const
    {
        auto const found = std::upper_bound(cumulative_.begin(), cumulative_.end(), u * cumulative_.back());
        return std::min(static_cast<std::size_t>(found - cumulative_.begin()), cumulative_.size() - 1);
    }

  private:
    std::vector<double> cumulative_;
};

}  // namespace minimasim::population
