#include "sim/forecast/new_year.hpp"

#include <algorithm>
#include <array>

#include "sim/base/error.hpp"
#include "sim/forecast/draw_numbers.hpp"
#include "sim/forecast/people/year_draws.hpp"

namespace minimasim::forecast {

namespace {

// A few persons among many, by their numbers.
class Wanted {
  public:
    void add(std::uint64_t number, std::uint32_t what)
    {
        persons_.push_back({number, what});
        may_hold_[slot(number)] = 1;
    }
    void close()
    {
        std::sort(persons_.begin(), persons_.end(),
                  [](Person const& a, Person const& b) { return a.number < b.number; });
    }

    // What was said of a person; `nothing` of all others.
    static constexpr std::uint32_t nothing = 0xFFFF'FFFF;
    std::uint32_t find(std::uint64_t number) const
    {
        if (may_hold_[slot(number)] == 0) {
            return nothing;
        }
        auto const found =
            std::lower_bound(persons_.begin(), persons_.end(), number,
                             [](Person const& person, std::uint64_t of) { return person.number < of; });
        return found != persons_.end() && found->number == number ? found->what : nothing;
    }

  private:
    struct Person {
        std::uint64_t number = 0;
        std::uint32_t what = 0;
    };
    static std::size_t slot(std::uint64_t number) { return (number * 0x9E37'79B9'7F4A'7C15U) >> 48; }

    std::vector<Person> persons_;
    std::vector<std::uint8_t> may_hold_ = std::vector<std::uint8_t>(1U << 16U);  // for most: no
};

}  // namespace

Succession::Succession(People const& people, Town const& town, Terms const& terms)
    : terms_(terms), nobody_(town.nobody), places_(static_cast<std::uint32_t>(town.size()))
{
    for (std::uint32_t i = 0; i < places_; ++i) {
        place_.push_back(i);
    }
    remember(people);
}

void Succession::remember(People const& people)
{
    household_number_ = people.household_number;
    person_number_ = people.person_number;
    person_begin_ = people.population.person_begin;
}

NewYear Succession::next(People const& people, int year)
{
    NewYear result;
    std::vector<std::uint32_t> place(people.size());
    std::vector<std::uint8_t> is_new(people.size());
    std::vector<std::size_t> parted;
    std::vector<std::size_t> gone;  // among those before
    std::size_t before = 0;
    for (std::size_t i = 0; i < people.size(); ++i) {
        is_new[i] = people.origin[i] != Origin::base && people.since[i] == year;
        if (is_new[i] != 0) {
            place[i] = places_++;
            result.number.push_back(draw_number(people.household_number[i]));
            result.neighbourhood.push_back(people.population.neighbourhood[i]);
            if (people.origin[i] == Origin::moved_in) {
                result.moved_in.push_back(place[i]);
            } else if (people.origin[i] == Origin::separation) {
                parted.push_back(i);
            }
            continue;
        }
        // Those who stay are in the order of the year before.
        for (; before < household_number_.size() && household_number_[before] != people.household_number[i];
             ++before) {
            gone.push_back(before);
        }
        if (before == household_number_.size()) {
            throw ModelError("a household that is not new was not there the year before");
        }
        place[i] = place_[before++];
    }
    for (; before < household_number_.size(); ++before) {
        gone.push_back(before);
    }
    for (auto const k : gone) {
        result.gone.push_back(place_[k]);
    }
    find_joined(people, is_new, place, gone, result);
    find_parted(people, parted, place, result);
    resize(result.traits, places_);
    std::fill(result.traits.kind.begin(), result.traits.kind.end(), nobody_);
    for (std::size_t i = 0; i < people.size(); ++i) {
        set_traits(people.population, i, terms_, result.traits, place[i]);
    }
    place_ = std::move(place);
    remember(people);
    return result;
}

// A household joined another if one of its members lives with a household that was there before.
void Succession::find_joined(People const& people, std::vector<std::uint8_t> const& is_new,
                             std::vector<std::uint32_t> const& place, std::vector<std::size_t> const& gone,
                             NewYear& year) const
{
    Wanted wanted;
    for (auto const k : gone) {
        for (auto j = person_begin_[k]; j < person_begin_[k + 1]; ++j) {
            wanted.add(person_number_[j], place_[k]);
        }
    }
    wanted.close();
    auto const& begin = people.population.person_begin;
    for (std::size_t i = 0; i < people.size(); ++i) {
        for (auto j = begin[i]; is_new[i] == 0 && j < begin[i + 1]; ++j) {
            auto const guest = wanted.find(people.person_number[j]);
            bool const is_known = !year.joined.empty() && year.joined.back().household == guest;
            if (guest != Wanted::nothing && !is_known) {
                year.joined.push_back({guest, place[i]});
            }
        }
    }
}

void Succession::find_parted(People const& people, std::vector<std::size_t> const& parted,
                             std::vector<std::uint32_t> const& place, NewYear& year) const
{
    Wanted wanted;
    for (auto const i : parted) {
        wanted.add(people.person_number[people.population.person_begin[i]], place[i]);
    }
    wanted.close();
    for (std::size_t k = 0; k < household_number_.size(); ++k) {
        for (auto j = person_begin_[k]; j < person_begin_[k + 1]; ++j) {
            auto const who = wanted.find(person_number_[j]);
            if (who != Wanted::nothing) {
                year.parted.push_back({who, place_[k]});
            }
        }
    }
}

void begin_year(Town& town, NewYear const& year)
{
    static_cast<Traits&>(town) = year.traits;
    town.number.insert(town.number.end(), year.number.begin(), year.number.end());
    town.neighbourhood.insert(town.neighbourhood.end(), year.neighbourhood.begin(), year.neighbourhood.end());
}

std::vector<Newcomer> newcomers_of(NewYear const& year, Town const& town, Rates const& rates,
                                   Address const& address)
{
    auto const draw = [&](std::uint32_t household, std::uint32_t number) {
        return uniform(address.seed, Stream::debt_start, address.member, town.number[household], number,
                       address.replicate);
    };
    std::vector<Newcomer> newcomers;
    for (auto const i : year.moved_in) {
        double const odds = town.odds(i);
        Newcomer newcomer{i, false, draw(i, start_in_debts) < odds / (1 + odds), false};
        newcomer.has_arrears =
            !newcomer.has_problem_debts && draw(i, start_in_arrears) < rates.arrears_at_start[town.kind[i]];
        double const administered = newcomer.has_problem_debts ? rates.administered_with_debts
                                    : newcomer.has_arrears     ? 0
                                                               : rates.administered_over_odds * odds;
        newcomer.is_administered = draw(i, start_administered) < administered;
        if (newcomer.has_arrears || newcomer.has_problem_debts || newcomer.is_administered) {
            newcomers.push_back(newcomer);
        }
    }
    return newcomers;
}

}  // namespace minimasim::forecast
