#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/population/assumptions.hpp"
#include "sim/population/profile_definition.hpp"

namespace minimasim::takeup {

// What behaviour rests on: assumptions of data/assumptions/take_up.csv and the trust and reach of the
// profiles.
struct Assumptions {
    std::vector<population::Assumption> take_up;
    std::vector<population::ProfileDefinition> profiles;
};

// The parameters that data/assumptions/take_up.csv must hold, besides one for every scheme without published
// users.
inline constexpr std::array<std::string_view, 10> needed_parameters{
    "shared_propensity",
    "trust_weight",
    "reach_weight",
    "health_care_allowance_non_use",
    "rent_allowance_non_use",
    "child_budget_non_use",
    "health_care_allowance_non_use_self_employed",
    "rent_allowance_non_use_self_employed",
    "child_budget_non_use_self_employed",
    "non_use_assistance_recipients"};

// The values one replicate uses: uniform draws from every interval, the same for all packages.
class Behaviour {
  public:
    Behaviour(Assumptions const& assumptions, std::uint64_t seed, std::uint32_t replicate);

    // The central values, for the statutory claims that belong to the population and not to a replicate.
    explicit Behaviour(Assumptions const& assumptions);

    // Correlation between a household's inclination to claim one scheme and another, 0..1.
    double shared_propensity() const { return shared_propensity_; }

    // Shift of the inclination to claim, in standard deviations, of an adult of this profile; mean about
    // zero.
    double profile_shift(population::Profile profile) const
    {
        return profile_shift_[static_cast<std::size_t>(profile)];
    }

    // The value of a parameter; throws ModelError when data/assumptions/take_up.csv does not hold it.
    double operator()(std::string_view parameter) const;

  private:
    void set(Assumptions const& assumptions, std::vector<double> values, std::vector<double> trust,
             std::vector<double> reach);

    std::vector<std::pair<std::string, double>> values_;
    double shared_propensity_ = 0;
    std::array<double, population::profile_count> profile_shift_{};
};

}  // namespace minimasim::takeup
