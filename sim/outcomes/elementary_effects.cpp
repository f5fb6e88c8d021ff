#include "sim/outcomes/elementary_effects.hpp"

#include <cmath>
#include <utility>

#include "sim/base/draw.hpp"

namespace minimasim::outcomes {

namespace {

constexpr double step = 2.0 / 3;  // of four levels 0, 1/3, 2/3, 1: half of them go up, half go down

// Addresses within Stream::resample.
enum Draw : std::uint32_t { start_level = 1, order_of_inputs };

}  // namespace

Walk morris_walk(std::size_t inputs, std::uint64_t seed, std::uint32_t number)
{
    auto const u = [&](Draw draw, std::size_t input) {
        return uniform(seed, Stream::resample, 0, static_cast<std::uint32_t>(input), draw, number);
    };
    Walk walk;
    std::vector<double> point;
    for (std::size_t input = 0; input < inputs; ++input) {
        point.push_back(std::floor(4 * u(start_level, input)) / 3);
        walk.moved.push_back(input);
    }
    for (std::size_t i = inputs; i > 1; --i) {
        auto const other = static_cast<std::size_t>(u(order_of_inputs, i) * static_cast<double>(i));
        std::swap(walk.moved[i - 1], walk.moved[other]);
    }
    walk.points.push_back(point);
    for (auto const input : walk.moved) {
        point[input] += point[input] < 0.5 ? step : -step;
        walk.points.push_back(point);
    }
    return walk;
}

std::vector<ElementaryEffects> elementary_effects(std::vector<Walk> const& walks,
                                                  std::vector<std::vector<double>> const& outcome)
{
    std::size_t const inputs = walks.empty() ? 0 : walks.front().moved.size();
    auto const count = static_cast<double>(walks.size());
    std::vector<ElementaryEffects> effects(inputs);
    std::vector<double> squares(inputs);
    for (std::size_t w = 0; w < walks.size(); ++w) {
        for (std::size_t s = 0; s < inputs; ++s) {
            std::size_t const input = walks[w].moved[s];
            double const moved = walks[w].points[s + 1][input] - walks[w].points[s][input];
            double const effect = (outcome[w][s + 1] - outcome[w][s]) / moved;
            effects[input].mean += effect / count;
            effects[input].mean_absolute += std::abs(effect) / count;
            squares[input] += effect * effect;
        }
    }
    for (std::size_t input = 0; input < inputs && count > 1; ++input) {
        double const variance =
            (squares[input] - count * effects[input].mean * effects[input].mean) / (count - 1);
        effects[input].standard_deviation = std::sqrt(variance > 0 ? variance : 0);
    }
    return effects;
}

}  // namespace minimasim::outcomes
