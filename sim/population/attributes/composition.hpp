#pragma once

#include <array>

#include "sim/population/attributes/archetype.hpp"
#include "sim/population/attributes/draws.hpp"

namespace minimasim::population {

// Draws who lives in a household of a given type: ages, sexes and roles, from national tables by single age
// and sex.
class Composition {
  public:
    Composition(NationalTables const& national, AssumedValues const& assumed);

    // Members in order, with age, sex and role set. The type is that of the household; the rest is left
    // alone.
    Archetype draw(HouseholdType type, Draws& draws) const;

  private:
    void add_couple(Archetype& household, bool with_children, Draws& draws) const;
    void add_children(Archetype& household, Draws& draws) const;
    void add_others(Archetype& household, Draws& draws) const;
    int first_birth(double shift, Draws& draws) const;
    int child_alone_at_home(int mother_age, Draws& draws) const;

    AssumedValues const& assumed_;
    std::array<Sampler, 2> alone_;  // age by sex
    std::array<Sampler, 2> lone_parent_;
    std::array<Sampler, 2> couples_;    // age of woman x age of man, without and with children
    std::array<double, 96> at_home_{};  // share of persons of an age who live with a parent
    std::array<double, 96> sons_{};     // share of men among those
    Sampler other_adult_;
    Sampler other_minor_;
    double man_alone_ = 0;
    double lone_father_ = 0;
};

}  // namespace minimasim::population
