#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/takeup/parameters.hpp"

namespace minimasim::takeup {

// What decides whether an entitled household claims a scheme, its draws stored, so that thousands of
// parameter vectors can be tried.
struct EntitledHousehold {
    double own = 0;         // standard normal: its inclination to claim anything
    double particular = 0;  // and this scheme
    double log_amount = 0;  // of its amount over the mean amount
    population::Profile profile = population::Profile::none;
    Group group = Group::other;
    bool has_small_amount = false;
};

// The entitled to one scheme in one member of the ensemble.
struct Entitled {
    std::string scheme;
    double non_use = 0;  // of all: met exactly, by a threshold
    std::vector<EntitledHousehold> households;
};

// Sets log_amount to the amounts, in any unit, over their mean.
void set_amounts(std::vector<EntitledHousehold>& households, std::vector<double> const& amounts);

// How inclined a household is to claim, up to the level that the number of users settles, under these
// parameters.
class InclinationWeights {
  public:
    explicit InclinationWeights(Behaviour const& behaviour)
        : behaviour_(behaviour),
          own_(std::sqrt(behaviour.shared_propensity())),
          particular_(std::sqrt(1 - behaviour.shared_propensity()))
    {
    }

    double inclination(EntitledHousehold const& h) const
    {
        return own_ * h.own + particular_ * h.particular + behaviour_.profile_shift(h.profile) +
               behaviour_.group_shift(h.group) + behaviour_.amount_slope() * h.log_amount;
    }

  private:
    Behaviour const& behaviour_;
    double own_;
    double particular_;
};

inline double inclination(EntitledHousehold const& h, Behaviour const& behaviour)
{
    return InclinationWeights(behaviour).inclination(h);
}

// Working space that is kept between parameter vectors.
struct InclinationSpace {
    std::vector<double> inclinations;
    std::vector<std::int32_t> bins;
};

// Who does not use the scheme under these parameters: 1 for the least inclined so many.
void mark_non_users(std::vector<EntitledHousehold> const& households, Behaviour const& behaviour,
                    std::size_t non_users, InclinationSpace& space, std::vector<std::uint8_t>& is_non_user);

}  // namespace minimasim::takeup
