#pragma once

#include <cstdint>
#include <vector>

#include "sim/population/attributes/archetype.hpp"
#include "sim/population/fit/fit_problem.hpp"
#include "sim/population/reconciliation/reconcile.hpp"

namespace minimasim::population {

// Ages at which men and women are counted apart, by position: under 35, 35-49, 50-64, 65-74, 75-84, 85 and
// over. Few live with children at home past 65, so there the last three are one. Children at home: under 18,
// 18-21, 22-25, 26-34, 35 and over.
inline constexpr int family_position_count =
    5;  // all but other members, whose sexes no table of ours divides
inline constexpr int family_age_count = 6;
constexpr int family_age(Position position, int age)
{
    if (position == Position::child_at_home) {
        return age < 18 ? 0 : age < 22 ? 1 : age < 26 ? 2 : age < 35 ? 3 : 4;
    }
    int const group = age < 35 ? 0 : age < 50 ? 1 : age < 65 ? 2 : age < 75 ? 3 : age < 85 ? 4 : 5;
    bool const has_children =
        position == Position::partner_with_children || position == Position::lone_parent;
    return has_children && group > 3 ? 3 : group;
}

// Where men or women of a position and family age are counted, from man_in_position or woman_in_position on.
constexpr int family_cell(Position position, int age)
{
    return static_cast<int>(position) * family_age_count + family_age(position, age);
}

// Children at home of these ages were born in the years of the births by age of the mother: 2011 to 2014.
inline constexpr int first_age_of_births = 8;
inline constexpr int last_age_of_births = 11;

// Counts are not negative, so a couple of equal ages counts this many years of age gap; the few women who are
// older by more count as nothing.
inline constexpr int years_added = 20;

// The age of the mother at the birth: under 25, 25-29, 30-34, 35 and over.
inline constexpr int mother_age_count = 4;
constexpr int mother_age(int years)
{
    return years < 25 ? 0 : years < 30 ? 1 : years < 35 ? 2 : 3;
}

// What can be counted in a household, numbered: margins refer to these.
namespace feature {
inline constexpr int household = 0;
inline constexpr int age = 1;                                         // + age group: persons
inline constexpr int wide_age = age + age_group_count;                // + wide age: persons
inline constexpr int men = wide_age + wide_age_count;                 // persons
inline constexpr int type = men + 1;                                  // + HouseholdType
inline constexpr int without_children = type + household_type_count;  // two or more persons
inline constexpr int with_children = without_children + 1;
inline constexpr int size = with_children + 1;                    // + 0: two persons, .. 3: five and more
inline constexpr int five_year_age = size + 4;                    // + five-year group: persons
inline constexpr int position = five_year_age + five_year_count;  // + position x five-year group: persons
inline constexpr int student_household = position + position_count * five_year_count;
inline constexpr int up_to = student_household + 1;  // + class up to P40, cumulative, no students
inline constexpr int above_p80 = up_to + 5;
inline constexpr int tenure = above_p80 + 1;           // + Tenure
inline constexpr int source = tenure + 3;              // + Source: adults under 67, not children
inline constexpr int working = source + source_count;  // 18 to 66, main source work
inline constexpr int education = working + 1;          // + Education: persons of 15 to 74
inline constexpr int class_by_type = education + 3;    // + type x class
inline constexpr int class_by_source = class_by_type + household_type_count * income_class_count;
inline constexpr int owner_by_class = class_by_source + 6 * income_class_count;
inline constexpr int published_source = owner_by_class + income_class_count;
// + position x family age: persons of a sex, other members left out
inline constexpr int man_in_position = published_source + 6;
inline constexpr int woman_in_position = man_in_position + family_position_count * family_age_count;
// + one, two, three or more children at home
inline constexpr int children_of_couple = woman_in_position + family_position_count * family_age_count;
inline constexpr int children_of_lone_parent = children_of_couple + 3;
// + age of the mother: children of 8 to 11 at home with one mother
inline constexpr int mother_at_birth = children_of_lone_parent + 3;
// Years by which the man is older, in couples without children, with years_added for each couple.
inline constexpr int age_gap = mother_at_birth + mother_age_count;
inline constexpr int count = age_gap + 1;
}  // namespace feature

// The five-year group under which a position is counted: rare ages are merged with their neighbours.
constexpr int position_band(Position position, int five_year)
{
    auto const held = [five_year](int low, int high) {
        return five_year < low ? low : five_year > high ? high : five_year;
    };
    switch (position) {
        case Position::child_at_home:
            return held(0, 6);
        case Position::living_alone:
            return held(4, 18);
        case Position::partner_without_children:
            return held(4, 18);
        case Position::partner_with_children:
            return held(4, 13);
        case Position::lone_parent:
            return held(5, 13);
        case Position::other_member:
            break;
    }
    return five_year < 3 ? 0 : five_year < 5 ? 3 : 5;
}

// The position of a member of a household in the table by position.
Position position_of(Archetype const& household, Member const& member);

// Adds the features of a household to `totals` (feature::count numbers), `times` times.
void count_features(Archetype const& household, double times, std::vector<double>& totals);

// The features of all archetypes in compressed rows.
FeatureRows feature_rows(std::vector<Archetype> const& archetypes);

}  // namespace minimasim::population
