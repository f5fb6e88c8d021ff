#include "sim/population/features.hpp"

#include <algorithm>
#include <array>

#include "sim/population/attributes.hpp"

namespace minimasim::population {

namespace {

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

// Calls add(feature, count) for every feature, persons one by one.
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

void count_features(Archetype const& household, double times, std::vector<double>& totals)
{
    visit(household, [&](int f) { totals[static_cast<std::size_t>(f)] += times; });
}

FeatureRows feature_rows(std::vector<Archetype> const& archetypes)
{
    FeatureRows rows;
    std::array<int, feature::count> counts{};
    std::vector<int> seen;
    for (auto const& h : archetypes) {
        visit(h, [&](int f) {
            if (counts[static_cast<std::size_t>(f)]++ == 0) {
                seen.push_back(f);
            }
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
