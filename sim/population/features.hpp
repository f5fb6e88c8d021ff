#pragma once

#include <cstdint>
#include <vector>

#include "sim/population/archetype.hpp"
#include "sim/population/fit_problem.hpp"
#include "sim/population/reconcile.hpp"

namespace minimasim::population {

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
inline constexpr int count = published_source + 6;
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

// Adds the features of a household to `totals` (feature::count numbers), `times` times.
void count_features(Archetype const& household, double times, std::vector<double>& totals);

// The features of all archetypes in compressed rows.
FeatureRows feature_rows(std::vector<Archetype> const& archetypes);

}  // namespace minimasim::population
