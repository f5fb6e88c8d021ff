#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/population/population.hpp"

namespace minimasim::forecast {

// Where a household comes from. No household is copied out of nothing: those that are not of the base year
// left a household, parted from one, or moved in from elsewhere.
enum class Origin : std::uint8_t { base, left_home, separation, moved_in };

// Classes at or below which years are counted: up to the fortieth percentile.
inline constexpr std::size_t counted_classes = 5;
using YearsUpTo = std::array<std::uint8_t, counted_classes>;

inline constexpr std::uint8_t never = 255;

// How a household stood when the year began; a household that was not there has neither.
enum class Before : std::uint8_t { absent, no, yes };

// The people of a municipality at the beginning of a year. Amounts are at the prices of the base date, as in
// the population they come from: indexation is another step. Households are grouped by neighbourhood; within
// it those that stay keep their order and new ones follow.
struct People {
    population::Population population;

    // Numbers survive the years and address the draws: those of the base year are below 2^32, those of new
    // households and persons are made of where they come from and have the highest bit set.
    std::vector<std::uint64_t> household_number;
    std::vector<std::uint64_t> person_number;

    std::vector<Origin> origin;
    std::vector<std::int16_t> since;            // year in which the household came to be; 0: base
    std::vector<YearsUpTo> years_up_to;         // consecutive years with an income no higher than a class
    std::vector<std::uint8_t> years_since_low;  // whole years since low income ended; or `never`
    std::vector<std::uint8_t> years_since_assistance;  // likewise, social assistance
    std::vector<Before> was_low;                       // low income when the last year began
    std::vector<Before> was_assisted;                  // social assistance when the last year began

    std::size_t size() const { return population.size(); }
};

// The people of the base year. `number` gives every household its number among the draws; empty: its place.
People people_of(population::Population population, std::vector<std::uint32_t> const& number = {});

// Low income: the limit of the national statistical office lies at about 110 % of the social minimum.
inline bool is_low(population::IncomeClass income_class)
{
    return income_class <= population::IncomeClass::up_to_110;
}

// One person, out of the columns.
struct Member {
    std::uint64_t number = 0;
    std::uint8_t age = 0;
    population::Sex sex = population::Sex::man;
    population::Role role = population::Role::claimant;
    population::Education education = population::Education::low;
    population::Source source = population::Source::none;
    population::Profile profile = population::Profile::none;
    std::uint8_t state_pension_build_up_percent = 100;
    std::int32_t wage_cents_per_year = 0;
    std::int32_t profit_cents_per_year = 0;
    std::int32_t pension_cents_per_year = 0;
    std::int32_t unemployment_benefit_cents_per_year = 0;
    std::int32_t disability_benefit_cents_per_year = 0;

    friend bool operator==(Member const&, Member const&) = default;

    bool is_head() const { return role == population::Role::claimant || role == population::Role::partner; }
};

// One household, out of the columns: what a year changes is changed here.
struct Family {
    std::uint64_t number = 0;
    Origin origin = Origin::base;
    std::int16_t since = 0;
    std::uint16_t neighbourhood = 0;
    population::HouseholdType type = population::HouseholdType::one_person;
    population::Tenure tenure = population::Tenure::owner;
    population::Source main_source = population::Source::none;
    population::IncomeClass income_class = population::IncomeClass::up_to_100;
    std::int32_t rent_cents_per_month = 0;
    std::int32_t mortgage_cents_per_month = 0;
    std::int32_t energy_cents_per_month = 0;
    std::int32_t woz_value_euro = 0;
    std::int32_t liquid_assets_cents = 0;
    bool expects_improvement = false;
    bool receives_social_assistance = false;
    bool has_problem_debts = false;
    YearsUpTo years_up_to{};
    std::uint8_t years_since_low = never;
    std::uint8_t years_since_assistance = never;
    Before was_low = Before::absent;
    Before was_assisted = Before::absent;
    std::vector<Member> members;

    friend bool operator==(Family const&, Family const&) = default;

    bool has_partner() const { return members.size() > 1 && members[1].role == population::Role::partner; }
    std::size_t heads() const { return has_partner() ? 2 : 1; }
    // On social assistance for those below state pension age.
    bool is_assisted() const { return members[0].source == population::Source::social_assistance; }
};

Member member_of(People const& people, std::size_t person);
Family family_of(People const& people, std::size_t household);
// The same into a family that is there, whose room is used again.
void read_family(People const& people, std::size_t household, Family& into);

// A year in the making: households as they stood when it began, and families that changed or are new.
class PeopleBuilder {
  public:
    // Begins a year with nobody in it; `from` must stay until finish(), which uses it up.
    void begin(People& from);

    People const& from() const { return *from_; }
    std::size_t size() const { return rows_.size(); }

    void keep(std::size_t household);  // of `from`
    void add(Family family);

    bool is_kept(std::size_t place) const { return rows_[place] < families_begin_; }
    std::size_t household(std::size_t place) const { return rows_[place]; }                  // of a kept one
    Family& family(std::size_t place) { return families_[rows_[place] - families_begin_]; }  // of another
    void change(std::size_t place, Family family);                                           // a kept one

    // All of them into `into`, grouped by neighbourhood; what it held is overwritten, its room used again.
    void finish(People& into);

  private:
    People* from_ = nullptr;
    std::size_t families_begin_ = 0;  // rows from here on are families
    std::vector<std::uint32_t> rows_;
    std::vector<Family> families_;
};

}  // namespace minimasim::forecast
