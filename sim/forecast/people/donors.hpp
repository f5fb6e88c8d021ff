#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sim/forecast/people/demographic_rates.hpp"
#include "sim/forecast/people/people.hpp"
#include "sim/population/attributes/draft.hpp"

namespace minimasim::forecast {

// The income class that the rules measure of a household, given by the caller.
using ClassOf = std::function<population::IncomeClass(population::HouseholdDraft const&)>;

// The household as the rules look at it, in euro.
population::HouseholdDraft draft_of(Family const& family);

// Items in cells, each drawn with the same chance.
class Groups {
  public:
    Groups() = default;
    // `items` in the order in which they may be drawn, and the cell of each; -1: in none.
    Groups(std::size_t cells, std::vector<std::uint32_t> const& items, std::vector<std::int32_t> const& cell);

    // Nothing where the cell is empty. u in (0, 1).
    std::optional<std::uint32_t> pick(std::size_t cell, double u) const;
    std::size_t count(std::size_t cell) const { return begin_[cell + 1] - begin_[cell]; }

    // Puts the items of every cell in the order of a value, equal ones as they were.
    void sort_by(std::function<std::int64_t(std::uint32_t)> const& value);

  private:
    std::vector<std::uint32_t> begin_;
    std::vector<std::uint32_t> items_;
};

// Sources of amounts that go with a kind of household whose income rises or falls as a whole.
// `benefit`: of unemployment or disability.
enum class Earning : std::uint8_t { none, work, pension, benefit };
Earning earning_of(population::Source main_source);
Earning earning_of(Family const& family);

// Who lives with a head of a household: no partner, one of state pension age, one who retired early, who
// works, or another. A pension that is enough beside one of them is not beside another.
enum class Beside : std::uint8_t { nobody, pensioner, early_pensioner, worker, other };
inline constexpr std::size_t beside_count = 5;
Beside beside_of(Family const& family, std::size_t head);

// The households and persons of the base year, from which new amounts are drawn: whoever needs an amount gets
// that of somebody alike. They stand in the order of their numbers, so that the order of the households is
// nothing.
class Donors {
  public:
    Donors(People base, DemographicRates const& rates);

    People const& base() const { return base_; }
    Family const& family(std::size_t household) const { return families_[household]; }
    Member person(std::uint32_t person) const { return member_of(base_, person); }

    // A household of this type and claimant's age: its dwelling and savings.
    std::uint32_t alike(population::HouseholdType type, int age, double u) const;

    // A household that moves, in proportion to the chance to do so at the age of its claimant.
    std::uint32_t mover(double u) const;

    // Another household of the same type, age, adults and tenure; itself where there is none.
    std::uint32_t same_kind(std::uint32_t household, double u) const;

    // A household of the same earners in low income, or in the classes above it up to the fortieth
    // percentile.
    std::optional<std::uint32_t> earner(Family const& family, bool low, double u) const;

    // A household of this type on social assistance.
    std::optional<std::uint32_t> assisted(population::HouseholdType type, double u) const;

    // A wage in cents a year of a head of a household of the same age, education and sex, in the lowest part
    // `place` of them.
    std::int32_t wage(Member const& member, double place, double u) const;

    // A pensioner of the same sex and education beside the same kind of partner, of 67 to 71 or (`early`)
    // younger; nobody where there is none. u is the place by occupational pension. Who had no work takes a
    // place in the lower half, and the others the places that leaves, so that all together take each alike.
    std::optional<std::uint32_t> pensioner(Member const& member, Beside beside, bool early, bool had_work,
                                           double u) const;

    // A child at home of 18 to 20, and the education of somebody of 25 to 34 of this sex.
    std::optional<std::uint32_t> coming_of_age(population::Sex sex, double u) const;
    population::Education attained(population::Sex sex, double u) const;

    // The profile of somebody alike; `kind` is that of profile_kind.
    population::Profile profile(std::uint32_t kind, double u) const;
    // Whether a household alike has prospect of a better income.
    bool expects_improvement(Family const& family, double u) const;

    // What a profile goes by: age, education, income, situation, pension.
    static std::uint32_t profile_kind(Family const& family, Member const& member);

  private:
    People base_;
    std::vector<Family> families_;
    Groups dwellings_;
    Groups dwellings_of_type_;
    Groups same_kind_;
    Groups earners_low_;
    Groups earners_middle_;
    Groups assisted_;
    Groups workers_;
    Groups workers_by_age_;
    Groups pensioners_;
    Groups pensioners_coarse_;  // of any education
    Groups young_;
    Groups settled_;
    Groups profiles_;
    Groups profiles_coarse_;
    Groups prospects_;
    std::vector<std::uint32_t> order_;      // households by number
    std::vector<std::int32_t> kind_;        // of same_kind_, by household
    std::vector<double> moving_;            // cumulative chance to move, in that order
    std::array<double, 6> without_work_{};  // share of the heads of 62 to 66, by education and sex
};

}  // namespace minimasim::forecast
