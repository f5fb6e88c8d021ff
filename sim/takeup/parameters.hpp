#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/population/evidence/assumptions.hpp"
#include "sim/population/profiles/profile_definition.hpp"
#include "sim/takeup/groups.hpp"

namespace minimasim::takeup {

// What behaviour rests on: assumptions of data/assumptions/take_up.csv and the trust and reach of the
// profiles.
struct Assumptions {
    std::vector<population::Assumption> take_up;
    std::vector<population::ProfileDefinition> profiles;
};

// What decides who claims, given how many claim. History matching settles these together.
inline constexpr std::array<std::string_view, 9> matched_parameters{
    "shared_propensity",   "trust_weight",       "reach_weight", "amount_slope", "shift_assistance",
    "shift_self_employed", "shift_just_retired", "shift_young",  "shift_work"};

// A value for each of matched_parameters.
using ParameterVector = std::array<double, matched_parameters.size()>;

// The parameters that data/assumptions/take_up.csv must hold, besides matched_parameters and one for every
// scheme without published users.
inline constexpr std::array<std::string_view, 7> needed_parameters{
    "health_care_allowance_non_use",
    "rent_allowance_non_use",
    "child_budget_non_use",
    "health_care_allowance_non_use_self_employed",
    "rent_allowance_non_use_self_employed",
    "child_budget_non_use_self_employed",
    "non_use_assistance_recipients"};

// The values one replicate uses, the same for all packages.
class Behaviour {
  public:
    // Uniform draws from every interval.
    Behaviour(Assumptions const& assumptions, std::uint64_t seed, std::uint32_t replicate);

    // The same, with these values of the matched parameters.
    Behaviour(Assumptions const& assumptions, std::uint64_t seed, std::uint32_t replicate,
              ParameterVector const& matched);

    // The central values: for the statutory claims, which belong to the population and not to a replicate,
    // and for a run that leaves the uncertainty of take-up out.
    explicit Behaviour(Assumptions const& assumptions);

    // The central values, with these values of the matched parameters.
    Behaviour(Assumptions const& assumptions, ParameterVector const& matched);

    // Correlation between a household's inclination to claim one scheme and another, 0..1.
    double shared_propensity() const { return shared_propensity_; }

    // Shift of the inclination to claim, in standard deviations, of an adult of this profile; mean about
    // zero.
    double profile_shift(population::Profile profile) const
    {
        return profile_shift_[static_cast<std::size_t>(profile)];
    }

    // Shift of the inclination to claim, in standard deviations, of a group; zero for other.
    double group_shift(Group group) const { return group_shift_[static_cast<std::size_t>(group)]; }

    // What the inclination gains when the amount grows by a factor e, in standard deviations.
    double amount_slope() const { return amount_slope_; }

    // The value of a parameter; throws ModelError when data/assumptions/take_up.csv does not hold it.
    double operator()(std::string_view parameter) const;

  private:
    void set_central(Assumptions const& assumptions, ParameterVector const* matched);
    void set_drawn(Assumptions const& assumptions, std::uint64_t seed, std::uint32_t replicate,
                   ParameterVector const* matched);
    void set(Assumptions const& assumptions, std::vector<double> values, std::vector<double> const& trust,
             std::vector<double> const& reach, ParameterVector const* matched);

    std::vector<std::pair<std::string, double>> values_;
    double shared_propensity_ = 0;
    double amount_slope_ = 0;
    std::array<double, population::profile_count> profile_shift_{};
    std::array<double, group_count> group_shift_{};
};

}  // namespace minimasim::takeup
