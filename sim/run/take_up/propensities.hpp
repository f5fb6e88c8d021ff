#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/outcomes/count.hpp"
#include "sim/run/setting.hpp"
#include "sim/takeup/propensity.hpp"
#include "sim/takeup/threshold.hpp"

namespace minimasim::run {

// The grants of all who are entitled to a scheme.
struct Amounts {
    std::int64_t cents_per_year = 0;
    std::int64_t count = 0;

    double mean_cents() const { return static_cast<double>(cents_per_year) / static_cast<double>(count); }
};

// The propensities of one replicate, drawn when first asked for and then kept for every package.
//
// The amount counts for schemes with published users alone. Whoever is entitled in the baseline, at the
// calibration date or else at the policy date, is inclined by that amount in every package, so that a package
// that raises a limit takes no claim away; whoever a package makes entitled is inclined by what it gives.
class Propensities {
  public:
    Propensities(Setting const& setting, Member const& member, MemberFacts const& facts,
                 takeup::Behaviour const& behaviour, std::uint32_t replicate);

    // Draws those of these households that were not drawn yet, many at a time: quicker than when first asked
    // for, and the same.
    void draw(std::size_t scheme, std::vector<std::uint32_t> const& households);

    // The inclination of a household to claim a scheme that would give it this much.
    double of(std::size_t scheme, std::size_t household, std::int32_t cents_per_year);

    // What the inclination of one household to claim one scheme is made of.
    struct Inclination {
        double without_amount = 0;  // or all of it, where the amount no longer counts
        double mean_cents = 0;      // of the scheme; 0: the amount does not count
    };

    // Those of these households, one each: `of` is `without_amount`, and what the amount adds where it
    // counts.
    void inclinations(std::size_t scheme, std::vector<std::uint32_t> const& households,
                      std::vector<Inclination>& found);

    // What an amount adds to an inclination in which it counts.
    double amount_term(std::int32_t cents_per_year, double mean_cents) const
    {
        return takeup::amount_term(behaviour_, cents_per_year, mean_cents);
    }
    double amount_slope() const { return behaviour_.amount_slope(); }

    // The mean amount of a scheme, settled at the calibration date; 0: amounts do not count.
    double mean_cents(std::size_t scheme) const { return mean_cents_[scheme]; }

    // Takes the entitled at the calibration date: their mean amount is that of the scheme, each amount the
    // household's own for every package. Adds what the amounts do to the candidates' propensities.
    void settle_calibration(std::size_t scheme, std::vector<takeup::Candidate>& entitled);

    // The same where these are only some of the entitled, and the mean is that of all.
    void settle_calibration(std::size_t scheme, std::vector<takeup::Candidate>& entitled,
                            Amounts const& of_all);

    // Takes the entitled of the baseline at the policy date: whose amount was not settled yet, is now.
    void settle_baseline(std::size_t scheme, std::vector<takeup::Candidate> const& entitled);

  private:
    // As settled at the calibration date for a member with some of the same households.
    friend class CalibratedReplicate;
    void take_over(Propensities const& calibrated);

    double drawn(std::size_t scheme, std::size_t household);
    bool is_settled(std::size_t scheme, std::size_t household) const
    {
        return (is_settled_[household] >> scheme & 1U) != 0;
    }
    double shift_of(std::size_t household) const;
    // The numbers of these households among the draws.
    std::vector<std::uint32_t> const& numbers_of(std::vector<std::uint32_t> const& households);
    // Draws standard normal numbers at this address for those of `count` households that have none yet.
    void draw_normals(std::uint32_t draw, std::uint32_t const* households, std::size_t count,
                      std::vector<double> const& known);

    Setting const& setting_;
    Member const& member_;
    takeup::Behaviour const& behaviour_;
    std::uint32_t replicate_;
    std::array<std::uint32_t, rules::scheme_count> draw_{};
    std::array<bool, rules::scheme_count> counts_amount_{};
    std::array<double, rules::scheme_count> mean_cents_{};        // 0 until settled
    std::array<std::vector<double>, rules::scheme_count> drawn_;  // with the amount where that is settled
    std::vector<outcomes::SchemeMask> is_settled_;                // of every household: a bit for each scheme
    std::vector<double> own_;             // standard normal: the part a household has for every scheme
    std::vector<std::uint32_t> undrawn_;  // of the last draw_normals: whose numbers
    std::vector<double> normals_;         // and what they are
    std::vector<std::uint32_t> numbers_;  // of households whose place is not their number
    std::vector<std::uint32_t> one_;      // household that was asked for
    std::vector<takeup::Group> const& groups_;
};

}  // namespace minimasim::run
