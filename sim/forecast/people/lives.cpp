#include "sim/forecast/people/lives.hpp"

#include <algorithm>

namespace minimasim::forecast {

namespace {

using namespace population;

constexpr int adult = 18;
constexpr int oldest_mother = 45;  // of a child of a year of age 0
constexpr std::size_t twin_draws = 2;
constexpr int youngest_survivor = 60;  // with a pension: younger ones have none in the population

// Those who are left when members died: the partner, else the eldest adult, is the claimant; a child without
// parents is another member.
void close_ranks(Family& f)
{
    auto const by_role = [&](Role role) {
        return std::find_if(f.members.begin(), f.members.end(),
                            [role](Member const& m) { return m.role == role; });
    };
    if (by_role(Role::claimant) != f.members.end()) {
        return;
    }
    if (auto const partner = by_role(Role::partner); partner != f.members.end()) {
        partner->role = Role::claimant;
        std::rotate(f.members.begin(), partner, partner + 1);
        return;
    }
    for (auto& m : f.members) {
        m.role = Role::other_member;
    }
    auto const eldest =
        std::max_element(f.members.begin(), f.members.end(), [](Member const& a, Member const& b) {
            return a.age != b.age ? a.age < b.age : a.number > b.number;
        });
    eldest->role = Role::claimant;
    std::rotate(f.members.begin(), eldest, eldest + 1);
}

// A household of one person, in a dwelling like those of others of this age.
Life founded_by(Member member, Family const& from, Origin origin, PeopleModel const& model,
                YearDraws const& draws, int year)
{
    Life life;
    life.before = from;
    auto& f = life.family;
    f.number = new_number(member.number, year,
                          origin == Origin::left_home ? NewNumber::left_home : NewNumber::separation);
    f.origin = origin;
    f.since = static_cast<std::int16_t>(year);
    auto const alike = model.donors->alike(HouseholdType::one_person, member.age,
                                           draws.move(member.number, YearDraw::dwelling));
    auto const& base = model.donors->base().population;
    f.neighbourhood = base.neighbourhood[alike];
    f.tenure = base.tenure[alike];
    f.rent_cents_per_month = base.rent_cents_per_month[alike];
    f.mortgage_cents_per_month = base.mortgage_cents_per_month[alike];
    f.energy_cents_per_month = base.energy_cents_per_month[alike];
    f.woz_value_euro = base.woz_value_euro[alike];
    f.liquid_assets_cents = base.liquid_assets_cents[alike];
    f.expects_improvement = from.expects_improvement;
    member.role = Role::claimant;
    if (origin == Origin::left_home && member.source == Source::employee) {
        // Who lives alone earns what others of this age do who head a household.
        member.wage_cents_per_year =
            std::max(member.wage_cents_per_year,
                     model.donors->wage(member, 1, draws.income(member.number, YearDraw::amount)));
    }
    f.members.push_back(member);
    return life;
}

void remove_dead(Family& f, Fates const& fates, PeopleModel const& model, YearAccounts& accounts)
{
    std::vector<Member> alive;
    std::int32_t pension_of_dead_head = 0;
    for (std::size_t k = 0; k < f.members.size(); ++k) {
        if (fates.dies[k] != 0) {
            ++accounts.deaths;
            pension_of_dead_head += f.members[k].is_head() ? f.members[k].pension_cents_per_year : 0;
        } else {
            alive.push_back(f.members[k]);
        }
    }
    f.members = std::move(alive);
    if (!f.members.empty() && f.members[0].is_head() && f.members[0].age >= youngest_survivor) {
        f.members[0].pension_cents_per_year +=
            static_cast<std::int32_t>(model.terms.survivors_pension * pension_of_dead_head);
    }
}

void let_children_leave(Life& life, std::vector<std::uint64_t> const& leaving, PeopleModel const& model,
                        YearDraws const& draws, int year, Processes const& processes,
                        std::vector<Life>& founded, YearAccounts& accounts)
{
    auto& members = life.family.members;
    for (auto const number : leaving) {
        auto const m = std::find_if(members.begin(), members.end(), [number](Member const& member) {
            return member.number == number && member.role == Role::child;
        });
        if (m == members.end()) {
            continue;  // dead, or the head of the household by now
        }
        ++accounts.left_home;
        if (processes.moves && draws.step(number, YearDraw::leaves_town) < model.terms.leaves_town_share) {
            ++accounts.persons_out;
        } else {
            founded.push_back(founded_by(*m, life.family, Origin::left_home, model, draws, year));
            ++accounts.households_left_home;
        }
        members.erase(m);
    }
}

// The two part: the children stay with one of them in the dwelling, savings are halved.
void part(Life& life, PeopleModel const& model, YearDraws const& draws, int year, std::vector<Life>& founded,
          YearAccounts& accounts)
{
    auto& f = life.family;
    bool const has_children = f.type == HouseholdType::couple_with_children;
    bool const claimant_is_woman = f.members[0].sex == Sex::woman;
    double const u = draws.step(f.number, YearDraw::children);
    bool const woman_stays = u < (has_children ? model.terms.children_with_woman : 0.5);
    std::size_t const leaver = claimant_is_woman == woman_stays ? 1 : 0;
    Member const member = f.members[leaver];
    f.members.erase(f.members.begin() + static_cast<std::ptrdiff_t>(leaver));
    f.members[0].role = Role::claimant;
    auto other = founded_by(member, f, Origin::separation, model, draws, year);
    f.liquid_assets_cents /= 2;
    other.family.liquid_assets_cents = f.liquid_assets_cents;
    other.family.has_problem_debts = f.has_problem_debts;
    founded.push_back(std::move(other));
    ++accounts.households_parted;
}

void bear(Family& f, std::uint64_t mother, PeopleModel const& model, YearDraws const& draws, int year,
          YearAccounts& accounts)
{
    auto const is_too_old = [](Member const& m) {
        return m.is_head() && m.sex == Sex::woman && m.age > oldest_mother;
    };
    auto const is_here = [mother](Member const& m) { return m.number == mother && m.is_head(); };
    if (std::none_of(f.members.begin(), f.members.end(), is_here) ||
        std::any_of(f.members.begin(), f.members.end(), is_too_old)) {
        return;
    }
    bool const is_twin = draws.step(mother, YearDraw::birth_twin) < model.terms.second_of_twins;
    for (std::uint64_t k = 0; k < (is_twin ? twin_draws : 1U); ++k) {
        if (f.members.size() == static_cast<std::size_t>(largest_household)) {
            return;
        }
        Member child;
        child.number = new_number(mother, year, NewNumber::born, k);
        child.role = Role::child;
        child.sex =
            draws.step(child.number, YearDraw::birth_kind) < model.terms.girls ? Sex::woman : Sex::man;
        f.members.push_back(child);
        ++accounts.births;
    }
}

}  // namespace

void live(Life& life, Fates const& fates, PeopleModel const& model, YearDraws const& draws, int year,
          Processes const& processes, std::vector<Life>& founded, YearAccounts& accounts)
{
    auto& f = life.family;
    std::vector<std::uint64_t> leaving;
    std::vector<std::uint64_t> mothers;
    for (std::size_t k = 0; k < f.members.size(); ++k) {
        if (fates.leaves[k] != 0) {
            leaving.push_back(f.members[k].number);
        }
        if (fates.bears[k] != 0) {
            mothers.push_back(f.members[k].number);
        }
    }
    bool const was_couple = f.has_partner();
    remove_dead(f, fates, model, accounts);
    bool const has_adult =
        std::any_of(f.members.begin(), f.members.end(), [](Member const& m) { return m.age >= adult; });
    if (!has_adult) {  // children left alone go to family elsewhere
        accounts.persons_out += static_cast<std::int64_t>(f.members.size());
        ++accounts.households_ended_by_death;
        life.is_gone = true;
        return;
    }
    close_ranks(f);
    if (fates.moves_out) {
        accounts.persons_out += static_cast<std::int64_t>(f.members.size());
        ++accounts.households_out;
        life.is_gone = true;
        return;
    }
    let_children_leave(life, leaving, model, draws, year, processes, founded, accounts);
    for (auto const mother : mothers) {
        bear(f, mother, model, draws, year, accounts);
    }
    if (fates.parts && was_couple && f.has_partner()) {
        part(life, model, draws, year, founded, accounts);
    }
    life.seeks_partner = fates.seeks_partner && !was_couple;
}

}  // namespace minimasim::forecast
