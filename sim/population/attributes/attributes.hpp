#pragma once

#include <array>
#include <string>

#include "sim/population/attributes/archetype.hpp"
#include "sim/population/attributes/draws.hpp"

namespace minimasim::population {

// The six main sources of the national income tables.
enum class PublishedSource : std::uint8_t {
    employee,
    self_employed,
    disability,
    pension,
    social_assistance,
    other
};
constexpr PublishedSource published_source(Source s)
{
    return s == Source::employee             ? PublishedSource::employee
           : s == Source::self_employed      ? PublishedSource::self_employed
           : s == Source::disability_benefit ? PublishedSource::disability
           : s == Source::pension            ? PublishedSource::pension
           : s == Source::social_assistance  ? PublishedSource::social_assistance
                                             : PublishedSource::other;
}

// Shares of households of one group in each income class, from its deciles and the places of the limits in
// the national distribution.
std::array<double, income_class_count> class_shares(Deciles const& deciles, AssumedValues const& assumed);

// Shares of owners of each income class, from the national table by decile (8 to 10 assumed).
std::array<double, income_class_count> owner_shares(NationalTables const& national,
                                                    AssumedValues const& assumed);

// The main source of a household: that of the main earner of its heads, by the order in which a year's income
// usually ranks. Income of children and others at home is their own.
Source main_source_of(Archetype const& household);

// Gives the members of a household education and source of income, and the household income class and tenure.
class Attributes {
  public:
    Attributes(NationalTables const& national, AssumedValues const& assumed);

    void draw_persons(Archetype& household, Draws& draws) const;

    // Draws class and tenure; returns the prior weight relative to plain sampling (rare classes are drawn
    // more often).
    double draw_class_and_tenure(Archetype& household, Draws& draws) const;

  private:
    Education education(int age, Sex sex, double normal) const;
    Source source_alone(Member const& member, bool is_lone_parent, Draws& draws) const;
    Source source_in_couple(Member const& member, bool has_minor, Draws& draws) const;
    Source source_of_child(Member const& member, Draws& draws) const;
    double odds(Education education) const;

    struct Band {
        double self_employed, unemployment, disability, assistance, student, early_pension, none,
            partner_none;
    };
    std::array<Band, 6> bands_{};
    std::array<std::array<double, 2>, 7> education_{};  // low, high by age band
    std::array<std::array<double, income_class_count>, household_type_count> class_by_type_{};
    std::array<std::array<double, income_class_count>, 6> class_by_source_{};
    std::array<double, income_class_count> class_all_{};
    std::array<double, income_class_count> owner_by_class_{};
    AssumedValues const& assumed_;
};

}  // namespace minimasim::population
