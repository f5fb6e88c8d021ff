#include "sim/population/attributes/composition.hpp"

#include <cmath>
#include <numeric>

namespace minimasim::population {

namespace {

constexpr int youngest_adult = 18;
constexpr int adult_ages = age_count - youngest_adult;

std::vector<double> adults(PositionTable::Ages const& ages)
{
    return {ages.begin() + youngest_adult, ages.end()};
}

double sum(std::vector<double> const& v)
{
    return std::accumulate(v.begin(), v.end(), 0.0);
}

// Density of the gap (man minus woman, years): a central part and a wide one.
double gap_density(double gap, double mean, double spread, double wide_share)
{
    double const z = (gap - mean) / spread;
    double const wide = (gap - mean - 3) / 11.0;
    return (1 - wide_share) * std::exp(-std::fabs(z) * 1.2) / spread +
           wide_share * std::exp(-0.5 * wide * wide) / 27.6;
}

// Couples by age of woman and man: both national margins, with the dependence of the gap.
Sampler couples(std::vector<double> const& women, std::vector<double> men, AssumedValues const& assumed)
{
    double const scale = sum(women) / sum(men);
    for (double& m : men) {
        m *= scale;
    }
    std::size_t const n = women.size();
    std::vector<double> cells(n * n);
    for (std::size_t w = 0; w < n; ++w) {
        for (std::size_t m = 0; m < n; ++m) {
            cells[w * n + m] = gap_density(
                static_cast<double>(m) - static_cast<double>(w), assumed("composition.age_gap_mean"),
                assumed("composition.age_gap_spread"), assumed("composition.age_gap_wide_share"));
        }
    }
    for (int sweep = 0; sweep < 12; ++sweep) {
        for (std::size_t w = 0; w < n; ++w) {
            double s = 0;
            for (std::size_t m = 0; m < n; ++m) {
                s += cells[w * n + m];
            }
            for (std::size_t m = 0; m < n && s > 0; ++m) {
                cells[w * n + m] *= women[w] / s;
            }
        }
        for (std::size_t m = 0; m < n; ++m) {
            double s = 0;
            for (std::size_t w = 0; w < n; ++w) {
                s += cells[w * n + m];
            }
            for (std::size_t w = 0; w < n && s > 0; ++w) {
                cells[w * n + m] *= men[m] / s;
            }
        }
    }
    return Sampler(cells);
}

}  // namespace

Composition::Composition(NationalTables const& national, AssumedValues const& assumed) : assumed_(assumed)
{
    auto const& tables = national.positions_2023;
    double alone[2];
    double lone[2];
    for (std::size_t s = 0; s < 2; ++s) {
        alone_[s] = Sampler(adults(tables[s].living_alone));
        lone_parent_[s] = Sampler(adults(tables[s].lone_parent));
        alone[s] = sum(adults(tables[s].living_alone));
        lone[s] = sum(adults(tables[s].lone_parent));
    }
    man_alone_ = alone[0] / (alone[0] + alone[1]);
    lone_father_ = lone[0] / (lone[0] + lone[1]);
    couples_[0] = couples(adults(tables[1].partner_without_children),
                          adults(tables[0].partner_without_children), assumed);
    couples_[1] =
        couples(adults(tables[1].partner_with_children), adults(tables[0].partner_with_children), assumed);
    std::vector<double> adult(adult_ages);
    std::vector<double> minor(youngest_adult);
    for (std::size_t a = 0; a < age_count; ++a) {
        double const home = tables[0].child_at_home[a] + tables[1].child_at_home[a];
        at_home_[a] = home / (tables[0].all_persons[a] + tables[1].all_persons[a]);
        sons_[a] = home > 0 ? tables[0].child_at_home[a] / home : 0.5;
        double const others = tables[0].other_member[a] + tables[1].other_member[a];
        (a < youngest_adult ? minor[a] : adult[a - youngest_adult]) = others;
    }
    other_adult_ = Sampler(adult);
    other_minor_ = Sampler(minor);
}

void Composition::add_couple(Archetype& household, bool with_children, Draws& draws) const
{
    std::size_t const cell = couples_[with_children](draws.next());
    auto woman = static_cast<std::uint8_t>(youngest_adult + static_cast<int>(cell) / adult_ages);
    auto man = static_cast<std::uint8_t>(youngest_adult + static_cast<int>(cell) % adult_ages);
    Sex sexes[2] = {Sex::man, Sex::woman};
    if (draws.happens(assumed_("composition.same_sex_share"))) {
        sexes[0] = sexes[1] = draws.happens(0.5) ? Sex::man : Sex::woman;
    } else if (draws.happens(0.35)) {  // who claims is a matter of who signs; the man more often
        household.add({woman, Sex::woman, Role::claimant, {}, {}});
        household.add({man, Sex::man, Role::partner, {}, {}});
        return;
    }
    household.add({man, sexes[0], Role::claimant, {}, {}});
    household.add({woman, sexes[1], Role::partner, {}, {}});
}

int Composition::first_birth(double shift, Draws& draws) const
{
    double const age = assumed_("composition.first_birth_mean") + shift +
                       assumed_("composition.first_birth_spread") * draws.next_normal();
    // Ages are in whole years: mother and child differ by the age at birth, rounded.
    return static_cast<int>(std::clamp(std::floor(age + 0.5), 16.0, 45.0));
}

// One child who still lives with a mother of this age: older parents have no time for rejection.
int Composition::child_alone_at_home(int mother_age, Draws& draws) const
{
    std::vector<double> weights;
    int const youngest = std::max(0, mother_age - 45);
    int const oldest = std::max(youngest, std::min(mother_age - 16, 70));
    for (int age = youngest; age <= oldest; ++age) {
        double const z = (mother_age - age - 30.5) / 5.2;
        weights.push_back(std::exp(-0.5 * z * z) * at_home_[static_cast<std::size_t>(age)] + 1e-12);
    }
    return youngest + static_cast<int>(Sampler(weights)(draws.next()));
}

void Composition::add_children(Archetype& household, Draws& draws) const
{
    bool const is_lone = household.type == HouseholdType::single_parent;
    // The woman's age decides; a lone father or two fathers stand for a mother of about two and a half years
    // less.
    int mother = 0;
    int youngest_parent = 200;
    for (auto const& m : household) {
        youngest_parent = std::min<int>(youngest_parent, m.age);
        if (m.sex == Sex::woman) {
            mother = std::max<int>(mother, m.age);
        }
    }
    if (mother == 0) {
        mother = household.members[0].age - 2;
    }
    double const shift = is_lone ? assumed_("composition.first_birth_lone_parent") : 0;
    double const late = assumed_("composition.late_birth_slope");
    double const third = assumed_("composition.third_child_share") *
                         (is_lone ? assumed_("composition.third_child_lone_parent_factor") : 1);
    std::array<double, 5> const another{assumed_("composition.second_child_share"), third,
                                        assumed_("composition.fourth_child_share"), 0.35, 0.35};
    std::vector<int> ages;
    for (int attempt = 0; attempt < 40 && ages.empty() && mother < 56; ++attempt) {
        double birth = first_birth(shift, draws);
        for (std::size_t next = 0; next <= another.size(); ++next) {
            int const age = mother - static_cast<int>(birth);
            if (age >= 0 && birth < 46 &&
                draws.happens(at_home_[static_cast<std::size_t>(std::min(age, 95))] * 1.03)) {
                ages.push_back(age);
            }
            // The later the last birth, the rarer another.
            double const lateness = std::clamp(1 - late * (birth - 30), 0.0, 1.15);
            if (next == another.size() || !draws.happens(another[next] * lateness)) {
                break;
            }
            birth += 1.2 - (assumed_("composition.birth_spacing_mean") - 1.2) * std::log(draws.next());
        }
    }
    if (ages.empty()) {
        ages.push_back(child_alone_at_home(mother, draws));
        if (mother < 66 && draws.happens(0.12)) {
            ages.push_back(std::max({0, mother - 45, ages.front() - 3}));
        }
    }
    std::sort(ages.begin(), ages.end(), std::greater<>());
    for (int age : ages) {
        age = std::min({age, youngest_parent - 15, 94});
        if (age >= 0 && household.count < largest_household - 2) {
            household.add({static_cast<std::uint8_t>(age),
                           draws.happens(sons_[static_cast<std::size_t>(age)]) ? Sex::man : Sex::woman,
                           Role::child,
                           {},
                           {}});
        }
    }
}

// Lodgers, parents and foster children in family households; all of an "other" household.
void Composition::add_others(Archetype& household, Draws& draws) const
{
    auto const add_adult = [&](Role role) {
        auto const age =
            static_cast<std::uint8_t>(youngest_adult + static_cast<int>(other_adult_(draws.next())));
        household.add({age, draws.happens(0.53) ? Sex::man : Sex::woman, role, {}, {}});
    };
    if (household.type == HouseholdType::other) {
        add_adult(Role::claimant);
        add_adult(Role::other_member);
        if (draws.happens(assumed_("composition.other_of_three_share"))) {
            add_adult(Role::other_member);
        }
        return;
    }
    if (household.type == HouseholdType::one_person) {
        return;
    }
    if (draws.happens(assumed_("composition.extra_adult_share"))) {
        add_adult(Role::other_member);
    }
    int const oldest_foster = household.members[0].age - 20;
    bool const has_children = household.type != HouseholdType::couple_without_children;
    if (oldest_foster >= 0 && household.members[0].age < 66 &&
        draws.happens(assumed_("composition.foster_child_share") * (has_children ? 1 : 0.4))) {
        int const age = std::min(oldest_foster, static_cast<int>(other_minor_(draws.next())));
        household.add({static_cast<std::uint8_t>(age),
                       draws.happens(0.5) ? Sex::man : Sex::woman,
                       Role::other_member,
                       {},
                       {}});
    }
}

Archetype Composition::draw(HouseholdType type, Draws& draws) const
{
    Archetype household;
    household.type = type;
    bool const with_children = type == HouseholdType::couple_with_children;
    if (type == HouseholdType::one_person || type == HouseholdType::single_parent) {
        bool const is_lone = type == HouseholdType::single_parent;
        std::size_t const sex = draws.happens(is_lone ? lone_father_ : man_alone_) ? 0 : 1;
        std::size_t const age = (is_lone ? lone_parent_ : alone_)[sex](draws.next());
        household.add({static_cast<std::uint8_t>(youngest_adult + static_cast<int>(age)),
                       static_cast<Sex>(sex),
                       Role::claimant,
                       {},
                       {}});
    } else if (type != HouseholdType::other) {
        add_couple(household, with_children, draws);
    }
    if (with_children || type == HouseholdType::single_parent) {
        add_children(household, draws);
    }
    add_others(household, draws);
    int const first_other = household.has_partner() ? 2 : 1;
    std::stable_sort(household.begin() + first_other, household.end(),
                     [](Member const& a, Member const& b) { return a.age > b.age; });
    return household;
}

}  // namespace minimasim::population
