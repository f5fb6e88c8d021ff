#include "sim/takeup/parameters.hpp"

#include <algorithm>

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"

namespace minimasim::takeup {

namespace {

// Draws 0.. of the stream belong to the builder of the population; behaviour has addresses of its own.
constexpr std::uint32_t take_up_draw = 1;
constexpr std::uint32_t trust_draw = 2;
constexpr std::uint32_t reach_draw = 3;

double drawn(double low, double high, std::uint64_t seed, std::size_t index, std::uint32_t draw,
             std::uint32_t replicate)
{
    double const u = uniform(seed, Stream::assumption, 0, static_cast<std::uint32_t>(index), draw, replicate);
    return low + u * (high - low);
}

}  // namespace

Behaviour::Behaviour(Assumptions const& assumptions)
{
    set_central(assumptions, nullptr);
}

Behaviour::Behaviour(Assumptions const& assumptions, ParameterVector const& matched)
{
    set_central(assumptions, &matched);
}

Behaviour::Behaviour(Assumptions const& assumptions, std::uint64_t seed, std::uint32_t replicate)
{
    set_drawn(assumptions, seed, replicate, nullptr);
}

Behaviour::Behaviour(Assumptions const& assumptions, std::uint64_t seed, std::uint32_t replicate,
                     ParameterVector const& matched)
{
    set_drawn(assumptions, seed, replicate, &matched);
}

void Behaviour::set_central(Assumptions const& assumptions, ParameterVector const* matched)
{
    std::vector<double> values;
    for (auto const& assumption : assumptions.take_up) {
        values.push_back(assumption.value);
    }
    std::vector<double> trust;
    std::vector<double> reach;
    for (auto const& profile : assumptions.profiles) {
        trust.push_back(profile.trust.value);
        reach.push_back(profile.reach.value);
    }
    set(assumptions, std::move(values), trust, reach, matched);
}

void Behaviour::set_drawn(Assumptions const& assumptions, std::uint64_t seed, std::uint32_t replicate,
                          ParameterVector const* matched)
{
    std::vector<double> values;
    for (std::size_t i = 0; i < assumptions.take_up.size(); ++i) {
        auto const& assumption = assumptions.take_up[i];
        values.push_back(drawn(assumption.low, assumption.high, seed, i, take_up_draw, replicate));
    }
    std::vector<double> trust;
    std::vector<double> reach;
    for (std::size_t i = 0; i < assumptions.profiles.size(); ++i) {
        auto const& profile = assumptions.profiles[i];
        trust.push_back(drawn(profile.trust.low, profile.trust.high, seed, i, trust_draw, replicate));
        reach.push_back(drawn(profile.reach.low, profile.reach.high, seed, i, reach_draw, replicate));
    }
    set(assumptions, std::move(values), trust, reach, matched);
}

void Behaviour::set(Assumptions const& assumptions, std::vector<double> values,
                    std::vector<double> const& trust, std::vector<double> const& reach,
                    ParameterVector const* matched)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto const& name = assumptions.take_up[i].parameter;
        auto const* const found = std::find(matched_parameters.begin(), matched_parameters.end(), name);
        bool const is_matched = matched != nullptr && found != matched_parameters.end();
        values_.emplace_back(
            name, is_matched ? (*matched)[static_cast<std::size_t>(found - matched_parameters.begin())]
                             : values[i]);
    }
    shared_propensity_ = (*this)("shared_propensity");
    amount_slope_ = (*this)("amount_slope");
    for (int g = 0; g < group_count; ++g) {
        auto const group = static_cast<Group>(g);
        group_shift_[static_cast<std::size_t>(g)] =
            group == Group::other ? 0 : (*this)(std::string("shift_") + to_text(group));
    }
    double const trust_weight = (*this)("trust_weight");
    double const reach_weight = (*this)("reach_weight");
    for (std::size_t i = 0; i < trust.size(); ++i) {
        auto const profile = static_cast<std::size_t>(assumptions.profiles[i].profile);
        profile_shift_[profile] = trust_weight * (trust[i] - 0.5) + reach_weight * (reach[i] - 0.5);
    }
}

double Behaviour::operator()(std::string_view parameter) const
{
    for (auto const& [name, value] : values_) {
        if (name == parameter) {
            return value;
        }
    }
    throw ModelError("data/assumptions/take_up.csv does not hold " + std::string(parameter));
}

}  // namespace minimasim::takeup
