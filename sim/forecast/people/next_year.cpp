#include "sim/forecast/people/next_year.hpp"

#include <algorithm>

#include "sim/population/attributes/archetype.hpp"

namespace minimasim::forecast {

namespace {

using namespace population;

constexpr int adult = 18;
constexpr std::uint8_t most_years = 254;

// At 67 some still wait for it, on the income they had.
bool has_state_pension(Persons const& persons, std::size_t j)
{
    return persons.age[j] > pension_age ||
           (persons.age[j] == pension_age && persons.source[j] == Source::pension);
}

bool is_assisted(People const& people, std::size_t i)
{
    auto const& p = people.population;
    return p.persons.source[p.person_begin[i]] == Source::social_assistance;
}

YearDraws draws_of(Address const& address, int year, int first_year)
{
    return {address.seed, address.member, address.replicate, static_cast<std::uint32_t>(year - first_year)};
}

void count_people(People const& people, YearAccounts& a)
{
    auto const& p = people.population;
    a.persons = static_cast<std::int64_t>(p.persons.size());
    a.households = static_cast<std::int64_t>(p.size());
    for (std::size_t j = 0; j < p.persons.size(); ++j) {
        a.children += p.persons.age[j] < adult;
        a.pensioners += has_state_pension(p.persons, j);
    }
    for (auto const source : p.persons.source) {
        a.unemployed += source == Source::unemployment_benefit;
        a.disabled += source == Source::disability_benefit;
        a.employed += source == Source::employee || source == Source::self_employed;
    }
    for (std::size_t i = 0; i < p.size(); ++i) {
        a.one_person += p.type[i] == HouseholdType::one_person;
        a.without_income += p.main_source[i] == Source::none;
        bool const low = is_low(p.income_class[i]);
        a.low += low;
        a.low_three_years += low && p.years_on_low_income[i] >= 3;
        a.minimum_three_years += p.income_class[i] == IncomeClass::up_to_100 && p.years_on_low_income[i] >= 3;
        a.assisted += is_assisted(people, i);
    }
}

// Years since something ended, and what of the flows that tells; `within` years count as a return.
struct Flow {
    bool has_entered = false;
    bool has_returned = false;
    bool has_left = false;
};
Flow update(Before before, bool now, int within, std::uint8_t& years_since)
{
    Flow flow;
    flow.has_entered = before == Before::no && now;
    flow.has_left = before == Before::yes && !now;
    flow.has_returned = flow.has_entered && years_since < within;
    years_since = now                        ? never
                  : flow.has_left            ? std::uint8_t{0}
                  : years_since < most_years ? static_cast<std::uint8_t>(years_since + 1)
                                             : years_since;
    return flow;
}

// Years on an income no higher than a class, by the class in which the year ends: who fell begins at one.
void settle_years(People& people)
{
    auto& p = people.population;
    for (std::size_t i = 0; i < p.size(); ++i) {
        auto const own = static_cast<std::size_t>(p.income_class[i]);
        int const longest = std::max(1, p.persons.age[p.person_begin[i]] - adult + 1);
        auto& years = people.years_up_to[i];
        for (std::size_t c = 0; c < counted_classes; ++c) {
            years[c] =
                c < own ? std::uint8_t{0} : static_cast<std::uint8_t>(std::clamp<int>(years[c], 1, longest));
        }
        p.years_on_low_income[i] = own < counted_classes ? years[own] : std::uint8_t{0};
    }
}

}  // namespace

People people_at_start(Population population, PeopleModel const& model, Address const& address,
                       std::vector<std::uint32_t> const& number)
{
    auto people = people_of(std::move(population), number);
    auto const draws = draws_of(address, model.first_year, model.first_year);
    auto const& chances = model.chances;
    double const stay = 1 - chances.relapse;
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto const s = standing_of(people, i);
        auto const address_of = people.household_number[i];
        int const kind = low_kind(s);
        if (kind >= 0 && is_just_above_low(s.income_class)) {
            double const left = chances.left_low_at_start[static_cast<std::size_t>(kind)];
            double const u = draws.income(address_of, YearDraw::start_low);
            if (u < left) {
                double const year = u / left * (1 + stay + stay * stay);
                people.years_since_low[i] = year < 1 ? 0 : year < 1 + stay ? 1 : 2;
            }
        }
        if (may_have_left_assistance(s) &&
            draws.income(address_of, YearDraw::start_assistance) < chances.left_assistance_at_start) {
            people.years_since_assistance[i] = 0;
        }
    }
    return people;
}

void begin_year(People& people, PeopleModel const& model, int year, Processes const& processes,
                YearAccounts& accounts)
{
    auto& p = people.population;
    accounts = {};
    accounts.year = year;
    accounts.persons_before = static_cast<std::int64_t>(p.persons.size());
    accounts.households_before = static_cast<std::int64_t>(p.size());
    if (processes.ageing) {
        for (auto& age : p.persons.age) {
            age = static_cast<std::uint8_t>(std::min<int>(age + 1, oldest_age));
        }
    }
    for (std::size_t i = 0; i < p.size(); ++i) {
        bool const low = is_low(p.income_class[i]);
        bool const assisted = is_assisted(people, i);
        people.was_low[i] = low ? Before::yes : Before::no;
        people.was_assisted[i] = assisted ? Before::yes : Before::no;
        accounts.low_before += low;
        accounts.assisted_before += assisted;
        if (processes.incomes && p.main_source[i] == Source::none) {
            bool const is_couple = p.type[i] == HouseholdType::couple_without_children ||
                                   p.type[i] == HouseholdType::couple_with_children;
            double const spent = 100 * model.terms.savings_spent_per_year / (is_couple ? 0.7 : 1);
            auto& savings = p.liquid_assets_cents[i];
            savings = std::max(std::min(savings, 0), savings - static_cast<std::int32_t>(spent));
        }
        auto const c = static_cast<std::size_t>(p.income_class[i]);
        if (!processes.incomes || c >= counted_classes) {
            continue;
        }
        int const longest = std::max(1, p.persons.age[p.person_begin[i]] - adult + 1);
        for (std::size_t k = c; k < counted_classes; ++k) {
            auto& years = people.years_up_to[i][k];
            years = static_cast<std::uint8_t>(std::min({years + 1, longest, int{most_years}}));
        }
        p.years_on_low_income[i] = people.years_up_to[i][c];
    }
}

void end_year(People& people, Processes const& processes, YearAccounts& a)
{
    auto& p = people.population;
    settle_years(people);
    std::int64_t low_stayed = 0;
    std::int64_t assisted_stayed = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        bool const low = is_low(p.income_class[i]);
        bool const assisted = is_assisted(people, i);
        low_stayed += people.was_low[i] == Before::yes;
        assisted_stayed += people.was_assisted[i] == Before::yes;
        a.low_arrived += people.was_low[i] == Before::absent && low;
        a.assisted_arrived += people.was_assisted[i] == Before::absent && assisted;
        auto years_since_low = people.years_since_low[i];
        auto years_since_assistance = people.years_since_assistance[i];
        auto const low_flow = update(people.was_low[i], low, relapse_years, years_since_low);
        auto const assistance = update(people.was_assisted[i], assisted, 1, years_since_assistance);
        a.low_entered += low_flow.has_entered;
        a.low_relapsed += low_flow.has_returned;
        a.low_left += low_flow.has_left;
        a.assisted_entered += assistance.has_entered;
        a.assisted_again += assistance.has_returned;
        a.assisted_left += assistance.has_left;
        a.assisted_retired += assistance.has_left && has_state_pension(p.persons, p.person_begin[i]);
        if (processes.incomes) {
            people.years_since_low[i] = years_since_low;
            people.years_since_assistance[i] = years_since_assistance;
        }
    }
    a.low_gone = a.low_before - low_stayed;
    a.assisted_gone = a.assisted_before - assisted_stayed;
    count_people(people, a);
}

People next_year(People people, PeopleModel const& model, Address const& address, int year,
                 Processes const& processes, YearAccounts& accounts)
{
    YearRoom room;
    return next_year(std::move(people), model, address, year, processes, accounts, room);
}

People next_year(People people, PeopleModel const& model, Address const& address, int year,
                 Processes const& processes, YearAccounts& accounts, YearRoom& room)
{
    auto const draws = draws_of(address, year, model.first_year);
    begin_year(people, model, year, processes, accounts);
    room.draws.draw(people.person_number, people.household_number, draws);
    auto& builder = room.builder;
    builder.begin(people);
    add_births_deaths_and_moves(builder, model, draws, room.draws, year, processes, accounts);
    if (processes.incomes) {
        add_new_incomes(builder, model, draws, room.draws, year, processes);
    }
    builder.finish(room.people);
    std::swap(people, room.people);
    end_year(people, processes, accounts);
    return people;
}

}  // namespace minimasim::forecast
