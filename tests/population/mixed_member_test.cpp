// A member of which some sources of uncertainty draw as in another member.

#include <gtest/gtest.h>

#include <filesystem>

#include "sim/population/synthesis.hpp"
#include "tests/population/stand_in_measure.hpp"

namespace minimasim::population {
namespace {

constexpr double part_of_municipality = 0.1;

Population mixed(UncertaintySources from_second)
{
    static Evidence const evidence =
        read_evidence(std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data", "GM0106");
    return draw_population(evidence, stand_in_measure, {{1, 1, {}, 2, from_second}, part_of_municipality, 1})
        .population;
}

bool has_same_households(Population const& a, Population const& b)
{
    return a.person_begin == b.person_begin && a.persons.age == b.persons.age && a.type == b.type &&
           a.tenure == b.tenure && a.main_source == b.main_source && a.income_class == b.income_class;
}

bool has_same_amounts(Population const& a, Population const& b)
{
    return a.persons.wage_cents_per_year == b.persons.wage_cents_per_year &&
           a.rent_cents_per_month == b.rent_cents_per_month &&
           a.liquid_assets_cents == b.liquid_assets_cents && a.years_on_low_income == b.years_on_low_income;
}

bool are_same(Population const& a, Population const& b)
{
    return has_same_households(a, b) && has_same_amounts(a, b) && a.persons.profile == b.persons.profile;
}

}  // namespace

TEST(AMixedMember, IsTheOtherOneWhenAllItsSourcesAre)
{
    static Evidence const evidence =
        read_evidence(std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data", "GM0106");
    auto const second =
        draw_population(evidence, stand_in_measure, {{1, 2, {}}, part_of_municipality, 1}).population;
    auto const first =
        draw_population(evidence, stand_in_measure, {{1, 1, {}}, part_of_municipality, 1}).population;

    EXPECT_TRUE(are_same(mixed({}), second));
    EXPECT_TRUE(are_same(mixed(UncertaintySources::none()), first));
    EXPECT_FALSE(are_same(first, second));
}

TEST(AMixedMember, DiffersByTheSourceThatIsOfTheOtherOne)
{
    auto const first = mixed(UncertaintySources::none());
    for (auto const source :
         {UncertaintySource::published_rounding, UncertaintySource::unpublished_interactions,
          UncertaintySource::neighbourhood_terms, UncertaintySource::whole_households}) {
        auto const other = mixed(UncertaintySources::none().with(source));

        EXPECT_FALSE(has_same_households(other, first)) << static_cast<int>(source);
        EXPECT_FALSE(has_same_households(other, mixed({}))) << static_cast<int>(source);
    }
    auto const profiles = mixed(UncertaintySources::none().with(UncertaintySource::profile_wording));
    EXPECT_TRUE(has_same_households(profiles, first) && has_same_amounts(profiles, first));
    EXPECT_NE(profiles.persons.profile, first.persons.profile);
    auto const amounts = mixed(UncertaintySources::none().with(UncertaintySource::amounts));
    EXPECT_FALSE(has_same_amounts(amounts, first));
}

}  // namespace minimasim::population
