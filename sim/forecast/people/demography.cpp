#include <algorithm>

#include "sim/forecast/people/lives.hpp"
#include "sim/forecast/people/next_year.hpp"
#include "sim/forecast/people/settle.hpp"

namespace minimasim::forecast {

namespace {

using namespace population;

constexpr int adult = 18;
constexpr std::size_t new_number_places = 16;  // of `which` in a new number: more than a household holds

std::vector<std::uint32_t> addresses(std::vector<std::uint64_t> const& numbers)
{
    std::vector<std::uint32_t> result(numbers.size());
    std::transform(numbers.begin(), numbers.end(), result.begin(), draw_number);
    return result;
}

// What the draws of a year say of every household.
class Drawn {
  public:
    Drawn(People const& people, PeopleModel const& model, YearDraws const& draws, Processes const& processes)
        : people_(people), model_(model), processes_(processes)
    {
        auto const persons = addresses(people.person_number);
        dies_ = draws.of_all(Stream::people_step, persons, YearDraw::death);
        home_or_birth_ = draws.of_all(Stream::people_step, persons, YearDraw::home_or_birth);
        household_ =
            draws.of_all(Stream::people_step, addresses(people.household_number), YearDraw::household);
    }

    // Whether anything happens; `fates` is filled then.
    bool happens(std::size_t i, Fates& fates) const
    {
        auto const& p = people_.population;
        auto const first = p.person_begin[i];
        auto const count = p.person_begin[i + 1] - first;
        fates.dies.assign(count, 0);
        fates.leaves.assign(count, 0);
        fates.bears.assign(count, 0);
        bool any = false;
        bool const has_partner = count > 1 && p.persons.role[first + 1] == Role::partner;
        for (std::uint32_t k = 0; k < count; ++k) {
            auto const j = first + k;
            fates.dies[k] =
                processes_.deaths && dies_[j] < model_.terms.deaths_factor * rate(AgeProcess::death, j);
            fates.leaves[k] =
                processes_.leaving_home && p.persons.role[j] == Role::child && p.persons.age[j] >= adult &&
                home_or_birth_[j] < model_.terms.leaving_home_factor * rate(AgeProcess::leaving_home, j);
            bool const is_head = p.persons.role[j] == Role::claimant || p.persons.role[j] == Role::partner;
            double const births = model_.terms.births_factor * model_.chances.birth_scale *
                                  (has_partner ? 1 : model_.terms.births_without_partner);
            fates.bears[k] = processes_.births && is_head && p.persons.sex[j] == Sex::woman &&
                             home_or_birth_[j] < births * rate(AgeProcess::birth, j);
            any = any || fates.dies[k] != 0 || fates.leaves[k] != 0 || fates.bears[k] != 0;
        }
        // One draw for what a household can do one of.
        double const moving =
            processes_.moves ? model_.terms.moves_factor * rate(AgeProcess::move_out, first) : 0;
        bool const is_single = !has_partner && p.type[i] != HouseholdType::other;
        double const other = has_partner && processes_.separation
                                 ? model_.terms.separation_factor * rate(AgeProcess::separation, first)
                             : is_single && processes_.couples
                                 ? model_.chances.couple[static_cast<std::size_t>(p.persons.sex[first])] *
                                       rate(AgeProcess::couple, first)
                                 : 0;
        fates.moves_out = household_[i] < moving;
        bool const does_other = !fates.moves_out && household_[i] < moving + other;
        fates.parts = does_other && has_partner;
        fates.seeks_partner = does_other && is_single;
        return any || fates.moves_out || does_other;
    }

  private:
    double rate(AgeProcess process, std::size_t j) const
    {
        auto const& q = people_.population.persons;
        return (*model_.rates)(process, q.sex[j], q.age[j]);
    }

    People const& people_;
    PeopleModel const& model_;
    Processes const& processes_;
    std::vector<double> dies_;
    std::vector<double> home_or_birth_;
    std::vector<double> household_;
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

People with_births_deaths_and_moves(People const& people, PeopleModel const& model, YearDraws const& draws,
                                    int year, Processes const& processes, YearAccounts& accounts)
{
    static_assert(largest_household <= static_cast<int>(new_number_places));
    Drawn const drawn(people, model, draws, processes);
    constexpr std::uint32_t untouched = 0;
    std::vector<std::uint32_t> life_of(people.size(), untouched);  // 1 + its place
    std::vector<Life> lives;
    std::vector<Life> founded;
    Fates fates;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (drawn.happens(i, fates)) {
            Life life;
            life.before = family_of(people, i);
            life.family = life.before;
            live(life, fates, model, draws, year, processes, founded, accounts);
            lives.push_back(std::move(life));
            life_of[i] = static_cast<std::uint32_t>(lives.size());
        }
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

    PeopleBuilder builder(people);
    auto const add = [&](Life& life) {
        if (!life.is_gone) {
            settle(life.family, life.before, model, draws);
            builder.add(std::move(life.family));
        }
    };
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (life_of[i] == untouched) {
            builder.keep(i);
        } else {
            add(lives[life_of[i] - 1]);
        }
    }
    std::for_each(founded.begin(), founded.end(), add);
    std::for_each(arrived.begin(), arrived.end(), add);
    return builder.finish();
}

}  // namespace minimasim::forecast
