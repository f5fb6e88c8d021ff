// What the plausibility panel measures in a population, by key.

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/population/panel/panel.hpp"

namespace minimasim::population {

namespace {

using Measures = std::map<std::string, PanelMeasure>;

// The place of a person in the household, as the national tables by age and sex count it.
enum class Position : std::uint8_t {
    child_at_home,
    living_alone,
    partner_without_children,
    partner_with_children,
    lone_parent,
    other_member
};

Position position_of(Population const& p, std::size_t household, std::uint32_t person)
{
    auto const type = p.type[household];
    switch (p.persons.role[person]) {
        case Role::child:
            return Position::child_at_home;
        case Role::other_member:
            return Position::other_member;
        default:
            break;
    }
    return type == HouseholdType::one_person                ? Position::living_alone
           : type == HouseholdType::single_parent           ? Position::lone_parent
           : type == HouseholdType::couple_with_children    ? Position::partner_with_children
           : type == HouseholdType::couple_without_children ? Position::partner_without_children
                                                            : Position::other_member;
}

template <class Use>
void for_each_person(Population const& p, Use const& use)
{
    for (std::size_t i = 0; i < p.size(); ++i) {
        for (auto j = p.person_begin[i]; j < p.person_begin[i + 1]; ++j) {
            use(i, j);
        }
    }
}

// Part of what `of` holds for which `in` holds too; 0 when nothing does.
struct Share {
    double part = 0;
    double whole = 0;

    void add(bool in)
    {
        part += in ? 1 : 0;
        whole += 1;
    }
    double value() const { return whole > 0 ? part / whole : 0; }
};

struct Ages {
    int first = 0;
    int last = 0;

    bool hold(int age) const { return age >= first && age <= last; }
    std::string name() const { return std::to_string(first) + "_" + std::to_string(last); }
};

constexpr std::array<char const*, 5> position_names{
    "child_at_home", "living_alone", "partner_without_children", "partner_with_children", "lone_parent"};
constexpr std::array<Ages, 3> old_ages{{{65, 74}, {75, 84}, {65, 120}}};
constexpr std::array<int, 3> single_ages{18, 20, 22};
constexpr std::array<Ages, 14> sex_ages{{{18, 21},
                                         {18, 34},
                                         {22, 25},
                                         {26, 34},
                                         {20, 34},
                                         {20, 39},
                                         {35, 49},
                                         {40, 59},
                                         {50, 64},
                                         {60, 120},
                                         {65, 79},
                                         {65, 120},
                                         {80, 120},
                                         {18, 120}}};

// Persons of a sex and age in private households: the part in a position.
double position_share(Population const& p, Position position, Sex sex, Ages ages)
{
    Share share;
    for_each_person(p, [&](std::size_t i, std::uint32_t j) {
        if (p.persons.sex[j] == sex && ages.hold(p.persons.age[j])) {
            share.add(position_of(p, i, j) == position);
        }
    });
    return share.value();
}

// The same of both sexes.
double position_share(Population const& p, Position position, Ages ages)
{
    Share share;
    for_each_person(p, [&](std::size_t i, std::uint32_t j) {
        if (ages.hold(p.persons.age[j])) {
            share.add(position_of(p, i, j) == position);
        }
    });
    return share.value();
}

// Persons in a position and of an age: the part of women.
double women_among(Population const& p, Position position, Ages ages)
{
    Share share;
    for_each_person(p, [&](std::size_t i, std::uint32_t j) {
        if (ages.hold(p.persons.age[j]) && position_of(p, i, j) == position) {
            share.add(p.persons.sex[j] == Sex::woman);
        }
    });
    return share.value();
}

double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

// Where the municipality's own table by age and position says something else than the nation's, only what is
// left open inside an age is compared: women against men, one age against its five years.
void add_positions(Measures& measures)
{
    for (std::size_t k = 0; k < position_names.size(); ++k) {
        auto const position = static_cast<Position>(k);
        std::string const start = std::string("position.") + position_names[k] + ".";
        for (auto const ages : old_ages) {
            measures[start + "men." + ages.name()] = [=](Population const& p) {
                return position_share(p, position, Sex::man, ages);
            };
            measures[start + "women." + ages.name()] = [=](Population const& p) {
                return position_share(p, position, Sex::woman, ages);
            };
            measures[start + "women_over_men." + ages.name()] = [=](Population const& p) {
                return ratio(position_share(p, position, Sex::woman, ages),
                             position_share(p, position, Sex::man, ages));
            };
        }
        for (int const age : single_ages) {
            int const first = age / 5 * 5;
            measures[start + "over_five_years." + std::to_string(age)] = [=](Population const& p) {
                return ratio(position_share(p, position, {age, age}),
                             position_share(p, position, {first, first + 4}));
            };
        }
        for (auto const ages : sex_ages) {
            measures[start + "women_among." + ages.name()] = [=](Population const& p) {
                return women_among(p, position, ages);
            };
        }
    }
}

// Mean age of the men less that of the women among partners.
double age_gap(Population const& p, Position position)
{
    std::array<double, 2> years{};
    std::array<double, 2> persons{};
    for_each_person(p, [&](std::size_t i, std::uint32_t j) {
        if (position_of(p, i, j) == position) {
            auto const sex = static_cast<std::size_t>(p.persons.sex[j]);
            years[sex] += p.persons.age[j];
            persons[sex] += 1;
        }
    });
    return years[0] / std::max(1.0, persons[0]) - years[1] / std::max(1.0, persons[1]);
}

int count_children(Population const& p, std::size_t household)
{
    auto const& role = p.persons.role;
    return static_cast<int>(std::count(role.begin() + p.person_begin[household],
                                       role.begin() + p.person_begin[household + 1], Role::child));
}

// Families of a kind: the part with `wanted` children at home (three or more counts as three).
double share_with_children(Population const& p, bool lone, int wanted)
{
    Share share;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p.type[i] == (lone ? HouseholdType::single_parent : HouseholdType::couple_with_children)) {
            share.add(std::min(3, count_children(p, i)) == wanted);
        }
    }
    return share.value();
}

// The woman at the head of a household: her place among the persons, or -1 when there is none or there are
// two.
std::int64_t mother_of(Population const& p, std::size_t household)
{
    std::int64_t mother = -1;
    for (auto j = p.person_begin[household]; j < p.person_begin[household + 1]; ++j) {
        bool const heads = p.persons.role[j] == Role::claimant || p.persons.role[j] == Role::partner;
        if (heads && p.persons.sex[j] == Sex::woman) {
            if (mother >= 0) {
                return -1;
            }
            mother = j;
        }
    }
    return mother;
}

// Children at home of 8 to 11, born in the years of the table: the part whose mother was then of an age.
double share_born_at(Population const& p, Ages ages)
{
    constexpr Ages born_in_the_years{8, 11};
    Share share;
    for_each_person(p, [&](std::size_t i, std::uint32_t j) {
        if (p.persons.role[j] == Role::child && born_in_the_years.hold(p.persons.age[j])) {
            auto const mother = mother_of(p, i);
            if (mother >= 0) {
                share.add(ages.hold(p.persons.age[static_cast<std::size_t>(mother)] - p.persons.age[j]));
            }
        }
    });
    return share.value();
}

// Mean age of the mother at the birth of the oldest child at home, where that child is under 12: older ones
// have brothers and sisters who left. Ages are whole years, so half a year is added back on average nowhere:
// both are floored.
double mean_age_first(Population const& p)
{
    constexpr int others_have_not_left = 12;
    double years = 0;
    double mothers = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        auto const mother = mother_of(p, i);
        int oldest = -1;
        for (auto j = p.person_begin[i]; j < p.person_begin[i + 1]; ++j) {
            oldest = p.persons.role[j] == Role::child ? std::max<int>(oldest, p.persons.age[j]) : oldest;
        }
        if (mother >= 0 && oldest >= 0 && oldest < others_have_not_left) {
            years += p.persons.age[static_cast<std::size_t>(mother)] - oldest;
            mothers += 1;
        }
    }
    return years / std::max(1.0, mothers);
}

void add_families(Measures& measures)
{
    measures["partners.age_gap.with_children"] = [](Population const& p) {
        return age_gap(p, Position::partner_with_children);
    };
    measures["partners.age_gap.without_children"] = [](Population const& p) {
        return age_gap(p, Position::partner_without_children);
    };
    constexpr std::array<char const*, 3> numbers{"one", "two", "three_or_more"};
    for (int k = 0; k < 3; ++k) {
        std::string const name = numbers[static_cast<std::size_t>(k)];
        measures["children.couple." + name] = [=](Population const& p) {
            return share_with_children(p, false, k + 1);
        };
        measures["children.lone_parent." + name] = [=](Population const& p) {
            return share_with_children(p, true, k + 1);
        };
    }
    measures["births.mother_under_25"] = [](Population const& p) { return share_born_at(p, {0, 24}); };
    measures["births.mother_25_29"] = [](Population const& p) { return share_born_at(p, {25, 29}); };
    measures["births.mother_30_34"] = [](Population const& p) { return share_born_at(p, {30, 34}); };
    measures["births.mother_35_plus"] = [](Population const& p) { return share_born_at(p, {35, 120}); };
    measures["births.mean_age_first"] = mean_age_first;
}

}  // namespace

void add_amount_measures(Measures& measures);  // panel_amounts.cpp

Measures const& panel_measures()
{
    static Measures const measures = [] {
        Measures m;
        add_positions(m);
        add_families(m);
        add_amount_measures(m);
        return m;
    }();
    return measures;
}

}  // namespace minimasim::population
