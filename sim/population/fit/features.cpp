#include "sim/population/fit/features.hpp"

#include <algorithm>
#include <array>

#include "sim/population/attributes/attributes.hpp"

namespace minimasim::population {

namespace {

// The one woman at the head of a household; nothing where there is none or two.
Member const* mother_in(Archetype const& h)
{
    Member const* mother = nullptr;
    for (auto const& m : h) {
        if ((m.role == Role::claimant || m.role == Role::partner) && m.sex == Sex::woman) {
            if (mother != nullptr) {
                return nullptr;
            }
            mother = &m;
        }
    }
    return mother;
}

// Years by which the man is older than the woman, nothing in a couple of one sex; with years_added.
int age_gap(Member const& one, Member const& other)
{
    int const older = one.sex == other.sex  ? 0
                      : one.sex == Sex::man ? one.age - other.age
                                            : other.age - one.age;
    return std::max(years_added + older, 0);
}

// Families by the number of children at home, and children by the age of their mother at the birth.
template <class Add>
void visit_family(Archetype const& h, Add const& add)
{
    bool const is_lone = h.type == HouseholdType::single_parent;
    if (!is_lone && h.type != HouseholdType::couple_with_children) {
        return;
    }
    auto const* mother = mother_in(h);
    int children = 0;
    for (auto const& m : h) {
        if (m.role != Role::child) {
            continue;
        }
        ++children;
        if (mother != nullptr && m.age >= first_age_of_births && m.age <= last_age_of_births) {
            add(feature::mother_at_birth + mother_age(mother->age - m.age));
        }
    }
    if (children > 0) {
        add((is_lone ? feature::children_of_lone_parent : feature::children_of_couple) +
            std::min(children, 3) - 1);
    }
}

// Calls add(feature) or add(feature, count) for every feature, persons one by one.
template <class Add>
void visit(Archetype const& h, Add const& add)
{
    auto const type = static_cast<int>(h.type);
    auto const income = static_cast<int>(h.income_class);
    add(feature::household);
    add(feature::type + type);
    if (h.type == HouseholdType::couple_with_children || h.type == HouseholdType::single_parent) {
        add(feature::with_children);
    } else if (h.type != HouseholdType::one_person) {
        add(feature::without_children);
    }
    if (h.count > 1) {
        add(feature::size + std::min<int>(h.count, 5) - 2);
    }
    if (h.main_source == Source::student) {
        add(feature::student_household);
    } else {  // published income shares leave student households out
        for (int c = income; c < 5; ++c) {
            add(feature::up_to + c);
        }
        if (h.income_class == IncomeClass::above_p80) {
            add(feature::above_p80);
        }
    }
    add(feature::tenure + static_cast<int>(h.tenure));
    auto const source = static_cast<int>(published_source(h.main_source));
    add(feature::class_by_type + type * income_class_count + income);
    add(feature::class_by_source + source * income_class_count + income);
    if (h.tenure == Tenure::owner) {
        add(feature::owner_by_class + income);
    }
    add(feature::published_source + source);
    if (h.type == HouseholdType::couple_without_children) {
        add(feature::age_gap, age_gap(h.members[0], h.members[1]));
    }
    visit_family(h, add);
    for (auto const& m : h) {
        int const five_year = five_year_group(m.age);
        auto const position = position_of(h, m);
        add(feature::age + age_group(m.age));
        add(feature::wide_age + wide_age(m.age));
        if (m.sex == Sex::man) {
            add(feature::men);
        }
        add(feature::five_year_age + five_year);
        add(feature::position + static_cast<int>(position) * five_year_count +
            position_band(position, five_year));
        if (position != Position::other_member) {
            add((m.sex == Sex::man ? feature::man_in_position : feature::woman_in_position) +
                family_cell(position, m.age));
        }
        if (m.age >= 18 && m.age < pension_age) {
            add(feature::source + static_cast<int>(m.source));
            if (m.source == Source::employee || m.source == Source::self_employed) {
                add(feature::working);
            }
        }
        if (m.age >= 15 && m.age < 75) {
            add(feature::education + static_cast<int>(m.education));
        }
    }
}

}  // namespace

Position position_of(Archetype const& h, Member const& m)
{
    if (m.role == Role::child) {
        return Position::child_at_home;
    }
    if (m.role == Role::other_member || h.type == HouseholdType::other) {
        return Position::other_member;
    }
    switch (h.type) {
        case HouseholdType::one_person:
            return Position::living_alone;
        case HouseholdType::couple_without_children:
            return Position::partner_without_children;
        case HouseholdType::couple_with_children:
            return Position::partner_with_children;
        default:
            return Position::lone_parent;
    }
}

void count_features(Archetype const& household, double times, std::vector<double>& totals)
{
    visit(household, [&](int f, int count = 1) { totals[static_cast<std::size_t>(f)] += times * count; });
}

FeatureRows feature_rows(std::vector<Archetype> const& archetypes)
{
    FeatureRows rows;
    std::array<int, feature::count> counts{};
    std::vector<int> seen;
    for (auto const& h : archetypes) {
        visit(h, [&](int f, int count = 1) {
            auto& so_far = counts[static_cast<std::size_t>(f)];
            if (so_far == 0 && count > 0) {
                seen.push_back(f);
            }
            so_far += count;
        });
        std::sort(seen.begin(), seen.end());
        for (int const f : seen) {
            rows.feature.push_back(static_cast<std::uint16_t>(f));
            rows.count.push_back(static_cast<float>(counts[static_cast<std::size_t>(f)]));
            counts[static_cast<std::size_t>(f)] = 0;
        }
        seen.clear();
        rows.begin.push_back(static_cast<std::uint32_t>(rows.feature.size()));
    }
    return rows;
}

}  // namespace minimasim::population
