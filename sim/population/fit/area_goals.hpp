#pragma once

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/population/fit/goals.hpp"

namespace minimasim::population {

inline constexpr double root_three = 1.7320508075688772;

// Persons in households of an age range, from the exact age groups and the table by position.
inline double persons_between(Reconciled const& r, int first, int last)
{
    double sum = 0;
    for (int f = 0; f < five_year_count; ++f) {
        double const cell = std::accumulate(
            r.positions.begin(), r.positions.end(), 0.0,
            [f](double so_far, auto const& row) { return so_far + row[static_cast<std::size_t>(f)]; });
        for (int age = 5 * f; age < 5 * f + 5; ++age) {
            sum += age >= first && age <= last ? cell / 5 : 0;
        }
    }
    return sum;
}

// Collects the goals of one area.
class AreaGoals {
  public:
    AreaGoals(Evidence const& evidence, AssumedValues const& assumed, std::string name,
              std::vector<MarginGoal>& goals)
        : evidence_(evidence),
          name_(std::move(name)),
          prior_weight_(assumed("errors.prior_weight")),
          estimate_error_(assumed("errors.estimated_cell")),
          goals_(goals)
    {
    }

    // A whole number to be met exactly.
    void hard(int feature, char const* universe, char const* attribute, std::string const& category,
              double published, std::int64_t target)
    {
        auto const t = static_cast<double>(target);
        // A standard deviation of a third of a unit keeps the fit well conditioned; repair makes the count
        // exact.
        add(feature, universe, attribute, category, published, t, t, t, 0.1, 'H');
    }

    // A count known to lie within half_width of the target; where the register calls it an estimate, SOFT.
    void firm(int feature, char const* universe, char const* attribute, std::string const& category,
              double published, double target, double half_width)
    {
        if (is_estimate(universe, attribute)) {
            soft(feature, universe, attribute, category, published, target,
                 half_width / root_three + estimate_error_ * target);
            return;
        }
        double const half = std::max(half_width, 1.0);  // whole households: at least one either side
        double const sd = half / root_three;
        add(feature, universe, attribute, category, published, target, target - half, target + half,
            prior_weight_ * sd * sd, 'F');
    }

    // An estimate with a standard deviation; its interval is two of them either side.
    void soft(int feature, char const* universe, char const* attribute, std::string const& category,
              double published, double target, double deviation)
    {
        double const sd = std::max(deviation, 0.7);
        add(feature, universe, attribute, category, published, target, target - 2 * sd, target + 2 * sd,
            prior_weight_ * sd * sd, 'S');
    }

  private:
    void add(int feature, char const* universe, char const* attribute, std::string const& category,
             double published, double target, double low, double high, double variance, char evidence_class)
    {
        check_register(universe, attribute);
        goals_.push_back(
            {{static_cast<std::uint16_t>(feature), target, variance, low, high, evidence_class},
             {name_, universe, attribute, category, published, target, low, high, 0, 0, evidence_class}});
    }

    // What the register holds out is no goal.
    void check_register(char const* universe, char const* attribute) const
    {
        if (evidence_.is_held_out(universe, attribute)) {
            throw ModelError(
                std::string(attribute) + " of " + name_ +
                " is held out in the target register, yet the fit was to meet it; this is a fault "
                "of the program");
        }
    }

    bool is_estimate(char const* universe, char const* attribute) const
    {
        return std::any_of(
            evidence_.targets.rows.begin(), evidence_.targets.rows.end(), [&](auto const& row) {
                return row.evidence_class == "SOFT" && row.is_about(name_, universe, attribute);
            });
    }

    Evidence const& evidence_;
    std::string name_;
    double prior_weight_;    // what one household of the prior is worth beside one of evidence
    double estimate_error_;  // of a cell that the register calls an estimate, as a share
    std::vector<MarginGoal>& goals_;
};

}  // namespace minimasim::population
