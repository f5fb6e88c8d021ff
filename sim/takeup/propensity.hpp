#pragma once

#include <array>
#include <cmath>
#include <cstdint>

#include "sim/base/draw.hpp"
#include "sim/takeup/parameters.hpp"

namespace minimasim::takeup {

// A number for a scheme that does not depend on which other schemes exist (FNV-1a of its key), so that adding
// a scheme leaves the draws of the others as they were.
constexpr std::uint32_t draw_of_scheme(char const* key)
{
    std::uint32_t hash = 2166136261U;
    for (; *key != '\0'; ++key) {
        hash = (hash ^ static_cast<unsigned char>(*key)) * 16777619U;
    }
    return hash | 1U;  // draw 0 is the household's own
}

// What makes a propensity of its parts: its two draws and the shift.
class PropensityWeights {
  public:
    explicit PropensityWeights(double shared_propensity)
        : own_(std::sqrt(shared_propensity)), particular_(std::sqrt(1 - shared_propensity))
    {
    }

    explicit PropensityWeights(Behaviour const& behaviour) : PropensityWeights(behaviour.shared_propensity())
    {
    }

    double propensity(double own, double particular, double shift) const
    {
        return own_ * own + particular_ * particular + shift;
    }

  private:
    double own_;
    double particular_;
};

// A household as its inclination sees it: who it is among the draws, and what shifts it.
struct Claimant {
    std::uint32_t member = 0;
    std::uint32_t household_id = 0;
    population::Profile profile = population::Profile::none;
    Group group = Group::other;
};

// Inclination of a household to claim a scheme: the part it has for every scheme, the part for this one, and
// what its group and its profile's trust in and reachability by the municipality add. Standard normal up to
// the shifts; what the amount adds comes on top.
inline double propensity(Behaviour const& behaviour, std::uint64_t seed, Claimant const& claimant,
                         std::uint32_t scheme_draw, std::uint32_t replicate)
{
    double const own =
        normal_quantile(uniform(seed, Stream::take_up, claimant.member, claimant.household_id, 0, replicate));
    double const particular = normal_quantile(
        uniform(seed, Stream::take_up, claimant.member, claimant.household_id, scheme_draw, replicate));
    double const shift = behaviour.profile_shift(claimant.profile) + behaviour.group_shift(claimant.group);
    return PropensityWeights(behaviour).propensity(own, particular, shift);
}

// What the amount of a scheme adds to the inclination: nothing at the mean amount of the scheme.
inline double amount_term(double amount_slope, double amount, double mean_amount)
{
    return amount_slope * std::log(amount / mean_amount);
}

inline double amount_term(Behaviour const& behaviour, double amount, double mean_amount)
{
    return amount_term(behaviour.amount_slope(), amount, mean_amount);
}

// Mean and standard deviation of the propensity over some households.
struct PropensitySpread {
    double mean = 0;
    double deviation = 1;
};

// Counts of households by profile and group.
using HouseholdsByShift = std::array<std::array<std::int64_t, group_count>, population::profile_count>;

// Of so many households of each profile and group: these shift it, the rest is standard normal.
PropensitySpread propensity_spread(Behaviour const& behaviour, HouseholdsByShift const& households);

// The propensity that this share of such households reaches.
double threshold_of_share(double share, PropensitySpread const& spread);

}  // namespace minimasim::takeup
