#include <algorithm>
#include <limits>

#include "sim/forecast/people/lives.hpp"
#include "sim/forecast/people/next_year.hpp"
#include "sim/forecast/people/settle.hpp"

namespace minimasim::forecast {

namespace {

using namespace population;

constexpr int adult = 18;
constexpr std::size_t new_number_places = 16;  // of `which` in a new number: more than a household holds

// A chance by sex and age.
using ByAge = std::array<std::array<double, oldest_age + 1>, 2>;

ByAge chances_of(PeopleModel const& model, AgeProcess process, double factor)
{
    ByAge chances{};
    for (std::size_t sex = 0; sex < 2; ++sex) {
        for (int age = 0; age <= oldest_age; ++age) {
            chances[sex][static_cast<std::size_t>(age)] =
                factor * (*model.rates)(process, static_cast<Sex>(sex), age);
        }
    }
    return chances;
}

// What the draws of a year say of every household; chances of what is switched off are 0.
class Drawn {
  public:
    Drawn(People const& people, PeopleModel const& model, DrawsOfAll const& draws, Processes const& processes)
        : people_(people), draws_(draws)
    {
        auto const& t = model.terms;
        double const births = processes.births ? t.births_factor * model.chances.birth_scale : 0;
        death_ = chances_of(model, AgeProcess::death, processes.deaths ? t.deaths_factor : 0);
        leaving_ =
            chances_of(model, AgeProcess::leaving_home, processes.leaving_home ? t.leaving_home_factor : 0);
        birth_with_partner_ = chances_of(model, AgeProcess::birth, births);
        birth_alone_ = chances_of(model, AgeProcess::birth, births * t.births_without_partner);
        moving_ = chances_of(model, AgeProcess::move_out, processes.moves ? t.moves_factor : 0);
        parting_ = chances_of(model, AgeProcess::separation, processes.separation ? t.separation_factor : 0);
        for (std::size_t sex = 0; sex < 2; ++sex) {
            double const factor = processes.couples ? model.chances.couple[sex] : 0;
            double const of_parent = processes.couples ? model.chances.couple_of_parent : 0;
            seeking_[sex] = chances_of(model, AgeProcess::couple, factor)[sex];
            parent_seeking_[sex] = chances_of(model, AgeProcess::couple, of_parent)[sex];
        }
    }

    // Whether anything happens; `fates` is filled then.
    bool happens(std::size_t i, Fates& fates) const
    {
        auto const& p = people_.population;
        auto const first = p.person_begin[i];
        auto const last = p.person_begin[i + 1];
        bool const has_partner = last - first > 1 && p.persons.role[first + 1] == Role::partner;
        bool any = false;
        for (auto j = first; j < last; ++j) {
            any = any || dies(j) || leaves(j) || bears(j, has_partner);
        }
        // One draw for what a household can do one of.
        bool const is_single = !has_partner && p.type[i] != HouseholdType::other;
        double const moving = chance(moving_, first);
        bool const is_parent = p.type[i] == HouseholdType::single_parent;
        double const other = has_partner  ? chance(parting_, first)
                             : !is_single ? 0
                                          : chance(is_parent ? parent_seeking_ : seeking_, first);
        fates.moves_out = draws_.household[i] < moving;
        bool const does_other = !fates.moves_out && draws_.household[i] < moving + other;
        fates.parts = does_other && has_partner;
        fates.seeks_partner = does_other && is_single;
        if (!any && !fates.moves_out && !does_other) {
            return false;
        }
        fates.dies.clear();
        fates.leaves.clear();
        fates.bears.clear();
        for (auto j = first; j < last; ++j) {
            fates.dies.push_back(dies(j));
            fates.leaves.push_back(leaves(j));
            fates.bears.push_back(bears(j, has_partner));
        }
        return true;
    }

  private:
    double chance(ByAge const& chances, std::size_t j) const
    {
        auto const& q = people_.population.persons;
        return chances[static_cast<std::size_t>(q.sex[j])][q.age[j]];
    }

    bool dies(std::size_t j) const { return draws_.death[j] < chance(death_, j); }

    bool leaves(std::size_t j) const
    {
        auto const& q = people_.population.persons;
        return q.role[j] == Role::child && q.age[j] >= adult && draws_.home_or_birth[j] < chance(leaving_, j);
    }

    bool bears(std::size_t j, bool has_partner) const
    {
        auto const& q = people_.population.persons;
        return (q.role[j] == Role::claimant || q.role[j] == Role::partner) && q.sex[j] == Sex::woman &&
               draws_.home_or_birth[j] < chance(has_partner ? birth_with_partner_ : birth_alone_, j);
    }

    People const& people_;
    DrawsOfAll const& draws_;
    ByAge death_;
    ByAge leaving_;
    ByAge birth_with_partner_;
    ByAge birth_alone_;
    ByAge moving_;
    ByAge parting_;
    ByAge seeking_;
    ByAge parent_seeking_;
};

// Persons who must come so that the municipality follows its path: in proportion to those of the base year.
std::int64_t persons_wanted(PeopleModel const& model, int year)
{
    double const start = model.path->persons(model.first_year, model.terms.path_position);
    double const then = model.path->persons(year + 1, model.terms.path_position);
    return static_cast<std::int64_t>(
        static_cast<double>(model.donors->base().person_number.size()) * then / start + 0.5);
}

void sort_by_number(std::vector<Life>& lives)
{
    std::sort(lives.begin(), lives.end(),
              [](Life const& a, Life const& b) { return a.family.number < b.family.number; });
}

}  // namespace

void add_births_deaths_and_moves(PeopleBuilder& builder, PeopleModel const& model, YearDraws const& draws,
                                 DrawsOfAll const& of_all, int year, Processes const& processes,
                                 YearAccounts& accounts)
{
    static_assert(largest_household <= static_cast<int>(new_number_places));
    auto const& people = builder.from();
    Drawn const drawn(people, model, of_all, processes);
    constexpr std::uint32_t untouched = 0;
    constexpr std::uint32_t gone = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> life_of(people.size(), untouched);  // 1 + its place
    std::vector<Life> lives;
    std::vector<Life> founded;
    Fates fates;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!drawn.happens(i, fates)) {
            continue;
        }
        if (fates.moves_out && std::count(fates.dies.begin(), fates.dies.end(), 1) == 0) {
            accounts.persons_out += static_cast<std::int64_t>(fates.dies.size());
            ++accounts.households_out;
            life_of[i] = gone;
            continue;
        }
        auto& life = lives.emplace_back();
        life.before = family_of(people, i);
        life.family = life.before;
        live(life, fates, model, draws, year, processes, founded, accounts);
        life_of[i] = static_cast<std::uint32_t>(lives.size());
    }
    std::vector<Life*> seekers;
    for (auto& life : lives) {
        if (!life.is_gone && life.seeks_partner) {
            seekers.push_back(&life);
        }
    }
    make_couples(seekers, draws, accounts);
    sort_by_number(founded);
    std::vector<Life> arrived;
    if (processes.moves) {
        auto const now = accounts.persons_before + accounts.births - accounts.deaths - accounts.persons_out;
        arrived = moving_in(persons_wanted(model, year) - now, model, draws, year, accounts);
    }

    auto const add = [&](Life& life) {
        if (!life.is_gone) {
            settle(life.family, life.before, model, draws);
            builder.add(std::move(life.family));
        }
    };
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (life_of[i] == untouched) {
            builder.keep(i);
        } else if (life_of[i] != gone) {
            add(lives[life_of[i] - 1]);
        }
    }
    std::for_each(founded.begin(), founded.end(), add);
    std::for_each(arrived.begin(), arrived.end(), add);
}

}  // namespace minimasim::forecast
