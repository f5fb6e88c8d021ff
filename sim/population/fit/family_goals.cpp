#include "sim/population/fit/family_goals.hpp"

#include <cmath>
#include <numeric>
#include <string>

#include "sim/population/fit/area_goals.hpp"
#include "sim/population/reconciliation/reconcile_steps.hpp"

namespace minimasim::population {

namespace {

constexpr std::array<char const*, family_position_count> position_names{
    "child_at_home", "living_alone", "partner_without_children", "partner_with_children", "lone_parent"};
constexpr std::array<char const*, family_age_count> adult_ages{"0-34",  "35-49", "50-64",
                                                               "65-74", "75-84", "85+"};
constexpr std::array<char const*, family_age_count> child_ages{"0-17", "18-21", "22-25", "26-34", "35+", ""};
constexpr std::array<char const*, 3> children_names{"one", "two", "three_or_more"};
constexpr std::array<char const*, mother_age_count> mother_age_names{"under_25", "25-29", "30-34", "35+"};

double national_of_sex(NationalTables const& national, Sex sex, Position position, int first, int last)
{
    auto const& ages = national.positions_2023[static_cast<std::size_t>(sex)].*
                       national_columns[static_cast<std::size_t>(position)];
    return std::accumulate(ages.begin() + first, ages.begin() + std::min(last, oldest_age) + 1, 0.0);
}

double national_persons(NationalTables const& national, Position position, int first, int last)
{
    return national_of_sex(national, Sex::man, position, first, last) +
           national_of_sex(national, Sex::woman, position, first, last);
}

double mean_children(std::array<double, 3> const& share)
{
    return share[0] + 2 * share[1] + 3 * share[2];  // more than three are rare: counted as three
}

// Children of 8 to 11 who live with their mother: all but those of lone fathers.
double share_with_mother(NationalTables const& national)
{
    constexpr int first_age_of_parents = 35;
    constexpr int last_age_of_parents = 49;
    double const of_lone = national_persons(national, Position::lone_parent, 0, oldest_age) *
                           mean_children(national.children_of_lone_parent_share);
    double const of_couples = national_persons(national, Position::partner_with_children, 0, oldest_age) / 2 *
                              mean_children(national.children_of_couple_share);
    double const fathers =
        national_of_sex(national, Sex::man, Position::lone_parent, first_age_of_parents,
                        last_age_of_parents) /
        national_persons(national, Position::lone_parent, first_age_of_parents, last_age_of_parents);
    return 1 - of_lone / (of_lone + of_couples) * fathers;
}

std::array<double, mother_age_count> share_by_age_of_mother(NationalTables const& national)
{
    auto const& births = national.births_by_age_of_mother;
    double const all = std::accumulate(births.begin(), births.end(), 0.0);
    std::array<double, mother_age_count> share{};
    std::transform(births.begin(), births.end(), share.begin(), [all](double n) { return n / all; });
    return share;
}

// Persons in households of 8 to 11 of the municipality: single ages inside the exact groups as in the nation.
double persons_of_births(NationalTables const& national, Reconciled const& r)
{
    auto const part = [&](int first, int last, int group) {
        return national_sum(national.positions_2023, &PositionTable::in_private_households, first, last) /
               national_sum(national.positions_2023, &PositionTable::in_private_households, 5 * group,
                            5 * group + 4) *
               static_cast<double>(r.in_households[static_cast<std::size_t>(group)]);
    };
    return part(first_age_of_births, 9, 1) + part(10, last_age_of_births, 2);
}

// Family ages of a position that are fitted, first and last. Children under 18 follow from the exact ages; of
// 35 and over there are few.
std::pair<int, int> fitted_ages(Position position)
{
    return position == Position::child_at_home ? std::pair(1, 3)
                                               : std::pair(0, family_age(position, oldest_age));
}

// Persons of a sex, position and family age: the municipality's persons of each five years at the national
// shares of their sexes and ages.
double persons_of(NationalTables const& national, Reconciled const& r, Sex sex, Position position,
                  int age_group)
{
    double persons = 0;
    for (int age = 0; age <= oldest_age; ++age) {
        int const f = five_year_group(age);
        double const all = national_persons(national, position, 5 * f, 5 * f + 4);
        if (family_age(position, age) == age_group && all > 0) {
            persons += r.positions[static_cast<std::size_t>(position)][static_cast<std::size_t>(f)] *
                       national_of_sex(national, sex, position, age, age) / all;
        }
    }
    return persons;
}

// Persons in a position over those of the nation, in as many households as are given of its type.
double scale_of(NationalTables const& national, Position position,
                std::array<double, household_type_count> const& households_by_type)
{
    auto const of = [&](HouseholdType type) { return households_by_type[static_cast<std::size_t>(type)]; };
    auto const persons = [&](Position p) { return national_persons(national, p, 0, oldest_age); };
    switch (position) {
        case Position::living_alone:
            return of(HouseholdType::one_person) / persons(position);
        case Position::partner_without_children:
            return 2 * of(HouseholdType::couple_without_children) / persons(position);
        case Position::partner_with_children:
            return 2 * of(HouseholdType::couple_with_children) / persons(position);
        case Position::lone_parent:
            return of(HouseholdType::single_parent) / persons(position);
        default:  // children at home: as many a family as in the nation
            return (of(HouseholdType::couple_with_children) + of(HouseholdType::single_parent)) /
                   (persons(Position::partner_with_children) / 2 + persons(Position::lone_parent));
    }
}

double mean_age(NationalTables const& national, Sex sex, Position position)
{
    double years = 0;
    for (int age = 0; age <= oldest_age; ++age) {
        years += age * national_of_sex(national, sex, position, age, age);
    }
    return years / national_of_sex(national, sex, position, 0, oldest_age);
}

// Years by which men are older, over this many couples without children.
FamilyTarget gap_of(NationalTables const& national, double couples)
{
    double const gap = mean_age(national, Sex::man, Position::partner_without_children) -
                       mean_age(national, Sex::woman, Position::partner_without_children);
    return {feature::age_gap, (gap + years_added) * couples, gap * couples};
}

}  // namespace

std::vector<FamilyTarget> national_families(
    NationalTables const& national, std::array<double, household_type_count> const& households_by_type)
{
    std::vector<FamilyTarget> targets;
    for (int p = 0; p < family_position_count; ++p) {
        auto const position = static_cast<Position>(p);
        double const scale = scale_of(national, position, households_by_type);
        auto const [first, last] = fitted_ages(position);
        for (int age_group = first; age_group <= last; ++age_group) {
            double men = 0;
            double women = 0;
            for (int age = 0; age <= oldest_age; ++age) {
                if (family_age(position, age) == age_group) {
                    men += scale * national_of_sex(national, Sex::man, position, age, age);
                    women += scale * national_of_sex(national, Sex::woman, position, age, age);
                }
            }
            int const cell = family_cell(position, 0) + age_group;
            targets.push_back({feature::man_in_position + cell, men, men});
            targets.push_back({feature::woman_in_position + cell, women, women});
        }
    }
    auto const couples = households_by_type[static_cast<std::size_t>(HouseholdType::couple_with_children)];
    auto const lone = households_by_type[static_cast<std::size_t>(HouseholdType::single_parent)];
    for (std::size_t k = 0; k < 3; ++k) {
        auto const n = static_cast<int>(k);
        double const of_couples = couples * national.children_of_couple_share[k];
        double const of_lone = lone * national.children_of_lone_parent_share[k];
        targets.push_back({feature::children_of_couple + n, of_couples, of_couples});
        targets.push_back({feature::children_of_lone_parent + n, of_lone, of_lone});
    }
    double const children =
        scale_of(national, Position::child_at_home, households_by_type) * share_with_mother(national) *
        national_persons(national, Position::child_at_home, first_age_of_births, last_age_of_births);
    auto const share = share_by_age_of_mother(national);
    for (int a = 0; a < mother_age_count; ++a) {
        double const target = children * share[static_cast<std::size_t>(a)];
        targets.push_back({feature::mother_at_birth + a, target, target});
    }
    targets.push_back(gap_of(
        national, households_by_type[static_cast<std::size_t>(HouseholdType::couple_without_children)]));
    return targets;
}

std::array<std::array<double, 3>, 2> families_by_children(NationalTables const& national, Reconciled const& r)
{
    auto const couples = static_cast<double>(
        r.households_by_type[static_cast<std::size_t>(HouseholdType::couple_with_children)]);
    auto const lone =
        static_cast<double>(r.households_by_type[static_cast<std::size_t>(HouseholdType::single_parent)]);
    std::array<std::array<double, 3>, 2> cells{};
    for (std::size_t k = 0; k < 3; ++k) {
        cells[0][k] = couples * national.children_of_couple_share[k];
        cells[1][k] = lone * national.children_of_lone_parent_share[k];
    }
    double const families = couples + cells[1][1] + cells[1][2];  // of three and more persons
    double const sizes = r.households_by_size[1] + r.households_by_size[2] + r.households_by_size[3];
    if (sizes <= 0 || families <= 0) {
        return cells;
    }
    // A couple with k children has k + 2 persons, a lone parent k + 1; lone parents of one child are in
    // households of two, where nothing moves them. Others in these households are taken as evenly spread.
    double const larger_lone = cells[1][1] + cells[1][2];
    constexpr int sweeps = 20;
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (std::size_t k = 0; k < 3; ++k) {
            double const there = cells[0][k] + (k < 2 ? cells[1][k + 1] : 0);
            double const factor = there > 0 ? r.households_by_size[k + 1] * families / sizes / there : 1;
            cells[0][k] *= factor;
            if (k < 2) {
                cells[1][k + 1] *= factor;
            }
        }
        double const all_couples = cells[0][0] + cells[0][1] + cells[0][2];
        double const all_lone = cells[1][1] + cells[1][2];
        for (std::size_t k = 0; k < 3; ++k) {
            cells[0][k] *= all_couples > 0 ? couples / all_couples : 1;
            cells[1][k] *= k > 0 && all_lone > 0 ? larger_lone / all_lone : 1;
        }
    }
    return cells;
}

void add_family_goals(Evidence const& evidence, AssumedValues const& assumed, Reconciled const& r,
                      std::vector<MarginGoal>& goals)
{
    AreaGoals area(evidence, assumed, evidence.municipality, goals);
    auto const& national = evidence.national;
    double const error = assumed("errors.national_family_share");
    auto const add = [&](int feature, char const* universe, char const* attribute,
                         std::string const& category, double target) {
        area.soft(feature, universe, attribute, category, target, target,
                  error * target + std::sqrt(target + 1) / 2);
    };
    if (!evidence.is_held_out("persons_in_households", "position_age")) {
        for (int p = 0; p < family_position_count; ++p) {
            auto const position = static_cast<Position>(p);
            bool const is_child = position == Position::child_at_home;
            auto const [first, last] = fitted_ages(position);
            for (int a = first; a <= last; ++a) {
                auto const cell = family_cell(position, 0) + a;
                auto const name = std::string(position_names[static_cast<std::size_t>(p)]) + ":" +
                                  (is_child ? child_ages : adult_ages)[static_cast<std::size_t>(a)];
                add(feature::man_in_position + cell, "persons_in_households", "men_by_position", name,
                    persons_of(national, r, Sex::man, position, a));
                if (is_child) {  // of the others the table by position leaves the women no choice
                    add(feature::woman_in_position + cell, "persons_in_households", "women_by_position", name,
                        persons_of(national, r, Sex::woman, position, a));
                }
            }
        }
    }
    auto const families = families_by_children(national, r);
    for (std::size_t k = 0; k < 3; ++k) {
        add(feature::children_of_couple + static_cast<int>(k), "private_households", "children_at_home",
            std::string("couple:") + children_names[k], families[0][k]);
        add(feature::children_of_lone_parent + static_cast<int>(k), "private_households", "children_at_home",
            std::string("lone_parent:") + children_names[k], families[1][k]);
    }
    auto const share = share_by_age_of_mother(national);
    double const children = persons_of_births(national, r) * share_with_mother(national);
    for (std::size_t a = 0; a < mother_age_count; ++a) {
        add(feature::mother_at_birth + static_cast<int>(a), "persons_in_households", "mother_at_birth",
            mother_age_names[a], children * share[a]);
    }
    auto const gap =
        gap_of(national,
               static_cast<double>(
                   r.households_by_type[static_cast<std::size_t>(HouseholdType::couple_without_children)]));
    area.soft(gap.feature, "private_households", "age_gap", "couple_without_children:years+20", gap.published,
              gap.target, error * gap.published);
}

}  // namespace minimasim::population
