// What a 1 January does to the debts: households go with what they have, come with what is said of them, and
// nothing is copied out of nothing.

#include "sim/forecast/new_year.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "tests/forecast/example_town.hpp"
#include "tests/forecast/people_example.hpp"

namespace minimasim::forecast::test {
namespace {

constexpr std::uint32_t nobody = 2;  // a kind of the example

Town town_with_nobody()
{
    auto town = example_town();
    town.odds_of_kind.push_back(0);
    town.nobody = nobody;
    return town;
}

std::uint32_t add_place(NewYear& year, Town const& town, std::uint32_t kind)
{
    auto const place = static_cast<std::uint32_t>(town.size() + year.number.size());
    year.number.push_back(1'000'000 + place);
    year.neighbourhood.push_back(1);
    year.traits.kind.push_back(kind);
    for (auto* const column :
         {&year.traits.has_children, &year.traits.is_tenant, &year.traits.is_hard_to_reach,
          &year.traits.is_known, &year.traits.is_young, &year.traits.income_kind}) {
        column->push_back(0);
    }
    return place;
}

void remove(NewYear& year, std::uint32_t household)
{
    year.gone.push_back(household);
    year.traits.kind[household] = nobody;
}

// Some of those who are here leave, join and part; as many as leave move in.
std::vector<NewYear> lively_years(Town town, int years)
{
    std::vector<NewYear> result;
    for (int y = 0; y < years; ++y) {
        NewYear year;
        year.traits = town;
        auto const size = static_cast<std::uint32_t>(town.size());
        std::uint32_t host = size;  // nobody yet
        for (std::uint32_t i = 0; i < size; ++i) {
            auto const purpose = static_cast<std::uint32_t>(100 + y * 10);
            if (!town.is_here(i)) {
                continue;
            }
            if (is_drawn(i, purpose, 0.05)) {
                remove(year, i);
                year.moved_in.push_back(add_place(year, town, is_drawn(i, purpose + 1, 0.25)));
            } else if (host < size && is_drawn(i, purpose + 2, 0.05)) {
                remove(year, i);
                year.joined.push_back({i, host});
                host = size;
            } else if (is_drawn(i, purpose + 3, 0.05)) {
                year.parted.push_back({add_place(year, town, town.kind[i]), i});
            } else if (is_drawn(i, purpose + 4, 0.02)) {
                add_place(year, town, 1);  // left home
            } else {
                host = i;
            }
        }
        begin_year(town, year);
        result.push_back(std::move(year));
    }
    return result;
}

Replicate run_with(Town const& town, Terms const& terms, std::vector<NewYear> const& new_years,
                   std::vector<Package> const& packages = {{}}, std::uint32_t replicate = 3)
{
    return run_replicate(town, terms, packages, static_cast<int>(new_years.size()) + 1,
                         {5, town.member, replicate}, new_years);
}

Package with(double Terms::*term, double value, int from_month)
{
    return {"package", {{from_month, term, value}}, {}};
}

TEST(NewYears, ThatChangeNothingLeaveEveryNumber)
{
    auto const town = town_with_nobody();
    NewYear same;
    same.traits = town;
    std::vector<Package> const packages{{}, with(&Terms::youth_budget_per_year, 100'000, 14)};

    auto const a = run_with(town, example_terms(), {same, same, same}, packages);
    auto const b = run(town, example_terms(), packages, 4);

    for (std::size_t p = 0; p < packages.size(); ++p) {
        EXPECT_TRUE(a.paths[p].months == b.paths[p].months);
        EXPECT_EQ(a.paths[p].debts_by_neighbourhood, b.paths[p].debts_by_neighbourhood);
    }
    EXPECT_EQ(a.households_by_neighbourhood, b.households_by_neighbourhood);
}

TEST(NewYears, KeepEveryAccount)
{
    auto const town = town_with_nobody();
    auto const new_years = lively_years(town, 6);
    for (std::uint32_t r = 0; r < 4; ++r) {
        auto terms = example_terms();
        terms.youth_budget_per_year = 60'000;
        auto const replicate =
            run_with(town, terms, new_years, {{}, with(&Terms::completed_per_year, 30, 18)}, r);
        for (auto const& path : replicate.paths) {
            auto households = replicate.start.households;
            auto debts = replicate.start.problem_debts;
            auto arrears = replicate.start.arrears;
            auto running = replicate.start.running;
            std::int32_t youth = 0;
            for (std::size_t month = 0; month < path.months.size(); ++month) {
                auto const& m = path.months[month];
                households += m.households_arrived - m.households_gone;
                debts += m.entered_debts + m.relapsed + m.debts_arrived - m.recovered_debts - m.completed -
                         m.youth_completed - m.debts_gone;
                arrears += m.entered_arrears + m.arrears_arrived - m.recovered_arrears - m.entered_debts -
                           m.arrears_gone;
                running += m.started - m.completed - m.stopped - m.trajectories_gone;
                youth += m.youth_started - m.youth_gone;
                EXPECT_EQ(m.orderly + m.arrears + m.problem_debts, households) << month;
                EXPECT_EQ(m.problem_debts, debts) << month;
                EXPECT_EQ(m.arrears, arrears) << month;
                EXPECT_EQ(m.running, running) << month;
                EXPECT_LE(m.running, m.places) << month;
                EXPECT_LE(m.youth_running, youth) << month;
                EXPECT_LE(m.waiting + m.running + m.youth_running, m.seen_by_help);
                EXPECT_LE(m.seen_by_help, m.problem_debts);
                EXPECT_EQ(m.signals, m.known_signals + m.visited + m.called + m.letters);
                bool const is_new_year = month % 12 == 0 && month > 0;
                EXPECT_EQ(m.households_gone > 0, is_new_year);
                EXPECT_EQ(m.debts_gone > 0, is_new_year);
                EXPECT_EQ(m.debts_arrived > 0, is_new_year);
            }
            auto const total = [](std::vector<std::int32_t> const& column) {
                return std::accumulate(column.begin(), column.end(), 0);
            };
            EXPECT_EQ(total(path.debts_by_neighbourhood.back()), debts);
            EXPECT_EQ(total(replicate.households_by_neighbourhood.back()), households);
            EXPECT_EQ(total(path.debts_by_profile.back()), debts);
            EXPECT_EQ(total(path.arrears_by_neighbourhood.back()), arrears);
            EXPECT_EQ(total(path.arrears_by_profile.back()), arrears);
            EXPECT_EQ(total(replicate.households_by_profile.back()), households);
        }
    }
}

// Nothing but the new year changes anything, so that it can be worked out by hand.
TEST(NewYears, MoveTheStateAsTheRulesSay)
{
    auto town = town_with_nobody();
    auto terms = standstill();
    terms.administrations = 0;
    terms.arrears_share = 0;
    terms.life_event_per_year = 0;
    auto const has_debts = [&](std::uint32_t i) { return town.has_problem_debts[i] != 0; };
    std::vector<std::uint32_t> with_debts;
    std::vector<std::uint32_t> without;
    for (std::uint32_t i = 0; i < 200; ++i) {
        (has_debts(i) ? with_debts : without).push_back(i);
    }
    NewYear year;
    year.traits = town;
    remove(year, with_debts[0]);  // gone with its debts: one less
    remove(year, without[0]);
    remove(year, with_debts[1]);  // its debts go to the one it joins: none less
    year.joined.push_back({with_debts[1], without[1]});
    remove(year, with_debts[2]);  // two with debts become one: one less
    year.joined.push_back({with_debts[2], with_debts[3]});
    remove(year, without[2]);
    year.joined.push_back({without[2], with_debts[4]});
    year.parted.push_back({add_place(year, town, 0), with_debts[5]});  // both have them: one more
    year.parted.push_back({add_place(year, town, 0), without[3]});
    add_place(year, town, 0);                                // left home: orderly
    year.moved_in.push_back(add_place(year, town, nobody));  // without a chance of debts

    auto const path = run_with(town, terms, {year}).paths[0];

    auto const& before = path.months[11];
    auto const& after = path.months[12];
    EXPECT_EQ(after.households_arrived, 4);
    EXPECT_EQ(after.households_gone, 5);
    EXPECT_EQ(after.debts_gone, 2);
    EXPECT_EQ(after.debts_arrived, 1);
    EXPECT_EQ(after.problem_debts, before.problem_debts - 1);
    EXPECT_EQ(after.orderly, before.orderly);
}

TEST(NewYears, LetDebtsOnlyFallWithoutInflowAndArrivals)
{
    auto const town = town_with_nobody();
    auto new_years = lively_years(town, 6);
    for (auto& year : new_years) {
        year.moved_in.clear();  // they come without debts
        year.parted.clear();
    }
    auto terms = example_terms();
    terms.debts_trend_per_year = -terms.debts_exit_per_year;
    terms.relapse_two_years = 0;

    auto const months = run_with(town, terms, new_years).paths[0].months;

    for (std::size_t m = 1; m < months.size(); ++m) {
        EXPECT_LE(months[m].problem_debts, months[m - 1].problem_debts) << "month " << m;
    }
}

TEST(NewYears, BringThoseWhoMoveInTheShareOfThoseWhoLiveHere)
{
    auto const town = town_with_nobody();
    auto const rates = rates_of(town, example_terms());
    NewYear year;
    year.traits = town;
    for (int k = 0; k < 40'000; ++k) {
        year.moved_in.push_back(add_place(year, town, 1));
    }
    auto later = town;
    begin_year(later, year);

    double debts = 0;
    double arrears = 0;
    double administered = 0;
    for (auto const& newcomer : newcomers_of(year, later, rates, {5, town.member, 1})) {
        EXPECT_FALSE(newcomer.has_arrears && newcomer.has_problem_debts);
        debts += newcomer.has_problem_debts;
        arrears += newcomer.has_arrears;
        administered += newcomer.is_administered;
    }
    EXPECT_NEAR(debts / 40'000, 0.20, 0.006);
    EXPECT_NEAR(arrears / 40'000, 0.80 * rates.arrears_at_start[1], 0.006);
    EXPECT_GT(administered, 0);
}

TEST(NewYears, MoveTheDebtsWithTheOddsOfTheYear)
{
    auto const town = town_with_nobody();
    NewYear poorer;
    poorer.traits = town;
    std::fill(poorer.traits.kind.begin(), poorer.traits.kind.end(), 1U);

    auto const changed = run_with(town, example_terms(), {poorer}).paths[0].months;
    auto const same = run(town, example_terms(), {{}}, 2).paths[0].months;

    EXPECT_TRUE(std::equal(same.begin(), same.begin() + 12, changed.begin()));
    EXPECT_GT(changed[12].entered_arrears, 3 * same[12].entered_arrears / 2);
}

// The plain reference: everything by maps of numbers.
TEST(Succession, IsWhatTheNumbersOfHouseholdsAndPersonsSay)
{
    auto const terms = example_terms();
    auto const model = model_of(central());
    Address const address{1, 0, 3};
    auto people = people_at_start(assen().population, model, address);
    auto town = town_of(assen().population, terms);
    Succession succession(people, town, terms);
    std::map<std::uint64_t, std::uint32_t> place;
    for (std::uint32_t i = 0; i < people.size(); ++i) {
        place[people.household_number[i]] = i;
    }
    for (int year = 2024; year < 2027; ++year) {
        auto const before = people;
        YearAccounts accounts;
        people = next_year(std::move(people), model, address, year, {}, accounts);

        auto const next = succession.next(people, year);

        std::map<std::uint64_t, std::uint64_t> household_before;
        for (std::size_t i = 0; i < before.size(); ++i) {
            for (auto j = before.population.person_begin[i]; j < before.population.person_begin[i + 1]; ++j) {
                household_before[before.person_number[j]] = before.household_number[i];
            }
        }
        std::set<std::uint64_t> const are_here(people.household_number.begin(),
                                               people.household_number.end());
        std::set<std::uint32_t> gone;
        for (auto const number : before.household_number) {
            if (are_here.count(number) == 0) {
                gone.insert(place[number]);
            }
        }
        EXPECT_EQ(std::set<std::uint32_t>(next.gone.begin(), next.gone.end()), gone);
        EXPECT_EQ(static_cast<std::int64_t>(next.gone.size()),
                  accounts.households_out + accounts.households_joined + accounts.households_ended_by_death);
        EXPECT_EQ(static_cast<std::int64_t>(next.joined.size()), accounts.households_joined);
        EXPECT_EQ(static_cast<std::int64_t>(next.parted.size()), accounts.households_parted);
        EXPECT_EQ(static_cast<std::int64_t>(next.moved_in.size()), accounts.households_in);
        EXPECT_EQ(static_cast<std::int64_t>(next.number.size()),
                  accounts.households_in + accounts.households_parted + accounts.households_left_home);

        auto const places_before = static_cast<std::uint32_t>(town.size());
        begin_year(town, next);
        std::uint32_t place_of_next = places_before;
        std::size_t here = 0;
        Traits expected;
        resize(expected, 1);
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (place.count(people.household_number[i]) == 0) {
                place[people.household_number[i]] = place_of_next++;
            }
            auto const own = place[people.household_number[i]];
            set_traits(people.population, i, terms, expected, 0);
            EXPECT_EQ(town.kind[own], expected.kind[0]);
            EXPECT_EQ(town.is_young[own], expected.is_young[0]);
            EXPECT_EQ(town.number[own], draw_number(people.household_number[i]));
            EXPECT_EQ(town.neighbourhood[own], people.population.neighbourhood[i]);
        }
        for (std::size_t i = 0; i < town.size(); ++i) {
            here += town.is_here(i);
        }
        EXPECT_EQ(here, people.size());
        std::map<std::uint32_t, std::uint64_t> claimant;
        for (std::size_t i = 0; i < people.size(); ++i) {
            claimant[place[people.household_number[i]]] =
                people.person_number[people.population.person_begin[i]];
        }
        for (auto const& [household, other] : next.parted) {
            EXPECT_EQ(place[household_before[claimant[household]]], other);
        }
        for (auto const& [guest, host] : next.joined) {
            EXPECT_EQ(gone.count(guest), 1U);
            EXPECT_EQ(gone.count(host), 0U);
            EXPECT_LT(host, places_before);
        }
    }
}

}  // namespace
}  // namespace minimasim::forecast::test
