#include <algorithm>

#include "sim/forecast/people/lives.hpp"
#include "sim/forecast/people/settle.hpp"
#include "sim/population/attributes/archetype.hpp"

namespace minimasim::forecast {

namespace {

using namespace population;

constexpr int adult = 18;
constexpr int oldest_student = 29;
constexpr int youngest_pensioner = 60;
constexpr int parent_gap = 15;     // years between a parent and a child, at least
constexpr int oldest_mother = 45;  // at a birth
constexpr double age_spread = 3;   // years, by which partners differ from their place
constexpr double older_man = 2.5;  // years that men are older than women who begin to live together

bool may_be_parent_of(Member const& m, Family const& f)
{
    return std::all_of(f.members.begin(), f.members.end(), [&](Member const& child) {
        return child.role != Role::child ||
               (m.age - child.age >= parent_gap && (m.sex == Sex::man || m.age - child.age <= oldest_mother));
    });
}

bool takes_in(Family const& a, Family const& b)
{
    if (a.members.size() != b.members.size()) {
        return a.members.size() > b.members.size();
    }
    bool const a_owns = a.tenure == Tenure::owner;
    return a_owns != (b.tenure == Tenure::owner) ? a_owns : a.number < b.number;
}

void join(Life& a, Life& b, YearAccounts& accounts)
{
    auto& host = takes_in(a.family, b.family) ? a : b;
    auto& guest = &host == &a ? b : a;
    for (auto m : guest.family.members) {
        m.role = m.role == Role::claimant ? Role::partner : m.role;
        host.family.members.push_back(m);
    }
    auto const assets =
        static_cast<std::int64_t>(host.family.liquid_assets_cents) + guest.family.liquid_assets_cents;
    host.family.liquid_assets_cents =
        static_cast<std::int32_t>(std::min<std::int64_t>(assets, 2'000'000'000));
    host.family.has_problem_debts = host.family.has_problem_debts || guest.family.has_problem_debts;
    guest.is_gone = true;
    ++accounts.households_joined;
}

// Whether a member may have this source at this age.
bool fits(Source source, int age)
{
    return age < adult                           ? source == Source::none
           : source == Source::pension           ? age >= youngest_pensioner
           : source == Source::student           ? age <= oldest_student
           : source == Source::social_assistance ? age >= youngest_for_assistance && age < pension_age
                                                 : age < pension_age;
}

// The heads take over the incomes of a household of the base year, place by place; all or nothing.
void take_incomes(Family& f, People const& base, std::size_t household)
{
    auto const& q = base.population.persons;
    auto const first = base.population.person_begin[household];
    bool const has_partner =
        base.population.person_begin[household + 1] - first > 1 && q.role[first + 1] == Role::partner;
    if (f.has_partner() != has_partner) {
        return;
    }
    for (std::size_t k = 0; k < f.heads(); ++k) {
        if (!fits(q.source[first + k], f.members[k].age)) {
            return;
        }
    }
    for (std::size_t k = 0; k < f.heads(); ++k) {
        auto& m = f.members[k];
        auto const d = member_of(base, first + k);
        bool const may_have_benefit = m.age < pension_age;
        m.source = d.source;
        m.education = d.education;
        m.wage_cents_per_year = d.wage_cents_per_year;
        m.profit_cents_per_year = d.profit_cents_per_year;
        m.pension_cents_per_year = m.age >= youngest_pensioner ? d.pension_cents_per_year : 0;
        m.unemployment_benefit_cents_per_year = may_have_benefit ? d.unemployment_benefit_cents_per_year : 0;
        m.disability_benefit_cents_per_year = may_have_benefit ? d.disability_benefit_cents_per_year : 0;
        m.state_pension_build_up_percent = d.state_pension_build_up_percent;
    }
    auto const& p = base.population;
    f.income_class = p.income_class[household];
    f.years_up_to = base.years_up_to[household];
    f.liquid_assets_cents = p.liquid_assets_cents[household];
    f.has_problem_debts = p.has_problem_debts[household] != 0;
    f.receives_social_assistance = p.receives_social_assistance[household] != 0;
}

}  // namespace

void make_couples(std::vector<Life*> seekers, YearDraws const& draws, YearAccounts& accounts)
{
    struct Seeker {
        Life* life = nullptr;
        double order = 0;
        double age = 0;
    };
    std::array<std::vector<Seeker>, 2> sides;
    for (auto* const life : seekers) {
        auto const& m = life->family.members[0];
        double const spread = age_spread * normal_quantile(draws.step(m.number, YearDraw::couple_age));
        sides[static_cast<std::size_t>(m.sex)].push_back(
            {life, draws.step(m.number, YearDraw::couple_order),
             m.age + spread - (m.sex == Sex::man ? older_man : 0)});
    }
    auto const couples = std::min(sides[0].size(), sides[1].size());
    auto const number = [](Seeker const& s) { return s.life->family.number; };
    for (auto& side : sides) {
        std::sort(side.begin(), side.end(), [&](Seeker const& a, Seeker const& b) {
            return a.order != b.order ? a.order < b.order : number(a) < number(b);
        });
        side.resize(couples);
        std::sort(side.begin(), side.end(), [&](Seeker const& a, Seeker const& b) {
            return a.age != b.age ? a.age < b.age : number(a) < number(b);
        });
    }
    for (std::size_t k = 0; k < couples; ++k) {
        auto& a = *sides[0][k].life;
        auto& b = *sides[1][k].life;
        bool const is_possible =
            may_be_parent_of(a.family.members[0], b.family) &&
            may_be_parent_of(b.family.members[0], a.family) &&
            a.family.members.size() + b.family.members.size() <= static_cast<std::size_t>(largest_household);
        if (is_possible) {
            join(a, b, accounts);
        }
    }
}

std::vector<Life> moving_in(std::int64_t persons, PeopleModel const& model, YearDraws const& draws, int year,
                            YearAccounts& accounts)
{
    std::vector<Life> arrived;
    for (std::uint64_t place = 0; persons > 0; ++place) {
        auto const number = new_number(place, year, NewNumber::moved_in);
        auto const like = model.donors->mover(draws.move(number, YearDraw::mover));
        auto const donor = model.donors->same_kind(like, draws.move(number, YearDraw::mover_income));
        Life life;
        life.family = model.donors->family(like);
        auto& f = life.family;
        f.number = number;
        f.origin = Origin::moved_in;
        f.since = static_cast<std::int16_t>(year);
        f.years_since_low = never;
        f.years_since_assistance = never;
        f.was_low = Before::absent;
        f.was_assisted = Before::absent;
        for (std::size_t k = 0; k < f.members.size(); ++k) {
            f.members[k].number = new_number(number, year, NewNumber::mover, k);
        }
        take_incomes(f, model.donors->base(), donor);
        persons -= static_cast<std::int64_t>(f.members.size());
        accounts.persons_in += static_cast<std::int64_t>(f.members.size());
        ++accounts.households_in;
        arrived.push_back(std::move(life));
    }
    return arrived;
}

}  // namespace minimasim::forecast
