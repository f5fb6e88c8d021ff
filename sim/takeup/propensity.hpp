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

// Inclination of a household to claim a scheme: the part it has for every scheme, the part for this one, and
// what its profile's trust in and reachability by the municipality add. Standard normal up to the shift.
inline double propensity(Behaviour const& behaviour, std::uint64_t seed, std::uint32_t member,
                         std::uint32_t household_id, population::Profile profile, std::uint32_t scheme_draw,
                         std::uint32_t replicate)
{
    double const shared = behaviour.shared_propensity();
    double const own = normal_quantile(uniform(seed, Stream::take_up, member, household_id, 0, replicate));
    double const particular =
        normal_quantile(uniform(seed, Stream::take_up, member, household_id, scheme_draw, replicate));
    return std::sqrt(shared) * own + std::sqrt(1 - shared) * particular + behaviour.profile_shift(profile);
}

// Mean and standard deviation of the propensity over a group of households.
struct PropensitySpread {
    double mean = 0;
    double deviation = 1;
};

// Of a group with so many households of each profile: the profiles shift it, the rest is standard normal.
PropensitySpread propensity_spread(Behaviour const& behaviour,
                                   std::array<std::int64_t, population::profile_count> const& households);

// The propensity that this share of such a group reaches.
double threshold_of_share(double share, PropensitySpread const& spread);

}  // namespace minimasim::takeup
