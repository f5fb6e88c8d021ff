// The people of a municipality year by year: they add up, come from somewhere, and are possible.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "sim/forecast/people/work.hpp"
#include "sim/population/plausibility.hpp"
#include "tests/forecast/people_example.hpp"
#include "tests/population/households_in_order.hpp"

namespace minimasim::forecast::test {
namespace {

using population::HouseholdType;
using population::Source;

std::map<std::uint64_t, Family> by_number(People const& people)
{
    std::map<std::uint64_t, Family> families;
    for (std::size_t i = 0; i < people.size(); ++i) {
        families[people.household_number[i]] = family_of(people, i);
    }
    return families;
}

void expect_to_add_up(YearAccounts const& a)
{
    EXPECT_EQ(a.persons, a.persons_before + a.births - a.deaths + a.persons_in - a.persons_out) << a.year;
    EXPECT_EQ(a.households, a.households_before + a.households_left_home + a.households_parted +
                                a.households_in - a.households_ended_by_death - a.households_joined -
                                a.households_out)
        << a.year;
    EXPECT_EQ(a.low, a.low_before + a.low_entered - a.low_left + a.low_arrived - a.low_gone) << a.year;
    EXPECT_EQ(a.assisted,
              a.assisted_before + a.assisted_entered - a.assisted_left + a.assisted_arrived - a.assisted_gone)
        << a.year;
}

TEST(People, StayWhatTheyAreWhenEverythingIsOff)
{
    auto const model = model_of(central());
    auto const course = step(model, 3, standstill_of_people());

    auto const start = people_at_start(assen().population, model, {1, 0, 3});
    EXPECT_TRUE(by_number(course.people) == by_number(start));
    EXPECT_EQ(course.people.household_number, start.household_number);
}

TEST(People, OnlyGrowOlderWhenAgeingAloneIsOn)
{
    auto processes = standstill_of_people();
    processes.ageing = true;
    auto const model = model_of(central());
    auto const course = step(model, 2, processes);

    auto expected = people_at_start(assen().population, model, {1, 0, 3});
    for (auto& age : expected.population.persons.age) {
        age = static_cast<std::uint8_t>(std::min(age + 2, oldest_age));
    }
    EXPECT_TRUE(by_number(course.people) == by_number(expected));
}

TEST(People, AddUpInEveryYearWithAnyProcessSwitchedOff)
{
    auto const model = model_of(central());
    std::array<bool Processes::*, 8> const all{
        &Processes::ageing,     &Processes::deaths,  &Processes::births, &Processes::leaving_home,
        &Processes::separation, &Processes::couples, &Processes::moves,  &Processes::incomes};
    for (std::size_t off = 0; off <= all.size(); ++off) {
        Processes processes;
        if (off < all.size()) {
            processes.*all[off] = false;
        }
        auto const course = step(model, 2, processes);
        for (std::size_t y = 0; y < course.years.size(); ++y) {
            auto const& a = course.years[y];
            expect_to_add_up(a);
            EXPECT_EQ(a.deaths == 0, off == 1);
            EXPECT_EQ(a.births == 0, off == 2);
            EXPECT_EQ(a.left_home == 0, off == 3);
            EXPECT_EQ(a.households_parted == 0, off == 4);
            EXPECT_EQ(a.households_joined == 0, off == 5);
            EXPECT_EQ(a.households_in == 0 || a.households_out == 0, off == 6);
            EXPECT_EQ(y > 0 ? course.years[y - 1].persons : a.persons_before, a.persons_before);
        }
        EXPECT_EQ(course.people.person_number.size(), static_cast<std::size_t>(course.years[1].persons));
        EXPECT_EQ(course.people.size(), static_cast<std::size_t>(course.years[1].households));
        if (off > 0 && off < 7) {
            EXPECT_TRUE(population::impossible_households(course.people.population).empty()) << off;
        }
    }
}

TEST(People, HoldNoImpossibleHouseholdAfterTenYears)
{
    for (std::uint32_t const replicate : {3U, 4U}) {
        auto const course = step(model_of(central()), 10, {}, replicate);

        auto const faults = population::impossible_households(course.people.population);
        EXPECT_TRUE(faults.empty()) << faults.size() << " faults, the first: " << faults.front();
    }
}

TEST(People, ComeFromSomewhereAndKeepTheirNumbers)
{
    auto const course = step(model_of(central()), 3);

    auto const& people = course.people;
    std::set<std::uint64_t> const households(people.household_number.begin(), people.household_number.end());
    std::set<std::uint64_t> const persons(people.person_number.begin(), people.person_number.end());
    EXPECT_EQ(households.size(), people.size());
    EXPECT_EQ(persons.size(), people.person_number.size());
    std::map<Origin, std::int64_t> new_this_year;
    for (std::size_t i = 0; i < people.size(); ++i) {
        bool const is_of_base = people.household_number[i] < assen().population.size();
        EXPECT_EQ(people.origin[i] == Origin::base, is_of_base);
        new_this_year[people.origin[i]] += people.since[i] == 2026;
    }
    auto const& last = course.years.back();
    EXPECT_EQ(new_this_year[Origin::left_home], last.households_left_home);
    EXPECT_EQ(new_this_year[Origin::separation], last.households_parted);
    EXPECT_EQ(new_this_year[Origin::moved_in], last.households_in);
    EXPECT_EQ(new_this_year[Origin::base], 0);
}

TEST(People, AreTheSameInAnyOrderOfTheHouseholds)
{
    std::vector<std::uint32_t> order(assen().population.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [](std::uint32_t a, std::uint32_t b) {
        return draw_number(new_number(a, 1, NewNumber::born)) <
               draw_number(new_number(b, 1, NewNumber::born));
    });
    auto const shuffled = population::in_order(assen().population, order);
    Donors const donors(people_of(shuffled, order), assen().inputs.rates);
    auto const model = make_people_model(donors, assen().inputs.rates, assen().inputs.path, assen().class_of,
                                         central(), 2024);
    auto people = people_at_start(shuffled, model, {1, 0, 3}, order);
    YearAccounts accounts;
    for (int year = 2024; year < 2026; ++year) {
        people = next_year(std::move(people), model, {1, 0, 3}, year, {}, accounts);
    }

    auto const course = step(model_of(central()), 2);
    EXPECT_EQ(accounts, course.years.back());
    EXPECT_TRUE(by_number(people) == by_number(course.people));
}

TEST(People, FollowThePathOfTheMunicipality)
{
    for (double const position : {0.0, 1.0}) {
        auto terms = central();
        terms.path_position = position;
        auto const course = step(model_of(terms), 5);

        auto const& path = assen().inputs.path;
        double const growth = path.persons(2029, position) / path.persons(2024, position);
        double const wanted = growth * static_cast<double>(assen().population.persons.size());
        EXPECT_NEAR(static_cast<double>(course.years.back().persons), wanted, 8);
    }
}

// In the country their number rises by 1.2 % a year (2020 to 2025); with the chances of others they fell by 3
// %.
TEST(SingleParents, StayAsMany)
{
    auto const count = [](population::Population const& p) {
        return static_cast<double>(std::count(p.type.begin(), p.type.end(), HouseholdType::single_parent));
    };
    auto const course = step(model_of(central()), 6);

    EXPECT_NEAR(count(course.people.population) / count(assen().population), 1, 0.06);
}

// Who enters assistance has the savings that go with it, so that means tests meet what they met before.
TEST(Assistance, KeepsItsSavings)
{
    auto const share_with_little = [](People const& people) {
        double assisted = 0;
        double little = 0;
        for (std::size_t i = 0; i < people.size(); ++i) {
            bool const is_assisted = standing_of(people, i).is_assisted();
            assisted += is_assisted;
            little += is_assisted && people.population.liquid_assets_cents[i] < 250'000;
        }
        return little / assisted;
    };
    auto const course = step(model_of(central()), 6);

    EXPECT_NEAR(share_with_little(course.people), share_with_little(people_of(assen().population)), 0.02);
}

TEST(LowIncome, KeepsTheStocksOfTheBaseYearInTheFirst)
{
    auto const model = model_of(central());
    constexpr std::uint32_t replicates = 6;
    double low = 0;
    double assisted = 0;
    double low_before = 0;
    double assisted_before = 0;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        auto const a = step(model, 1, {}, r).years[0];
        low += static_cast<double>(a.low) / replicates;
        assisted += static_cast<double>(a.assisted) / replicates;
        low_before = static_cast<double>(a.low_before);
        assisted_before = static_cast<double>(a.assisted_before);
    }
    // What is left is the chance of the one year that the entries were found in.
    EXPECT_NEAR(low, low_before, 0.04 * low_before);
    EXPECT_NEAR(assisted, assisted_before, 0.06 * assisted_before);
}

// Households of a kind, and those of them in a state.
struct Stock {
    double households = 0;
    double inside = 0;
};
// Kinds by what a household lives on (work or pension), its type and tenure; for assistance by age. On
// unemployment and disability benefit more come into low income than leave it: nobody need enter.
using Stocks = std::map<std::array<int, 3>, Stock>;

Stocks low_stocks(People const& people)
{
    Stocks stocks;
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto const f = family_of(people, i);
        bool const by_work = f.main_source == Source::employee || f.main_source == Source::self_employed;
        if (!by_work && f.main_source != Source::pension) {
            continue;
        }
        auto const type = f.type == HouseholdType::other ? HouseholdType::one_person : f.type;
        int const kind = by_work ? static_cast<int>(type) : f.has_partner() ? 1 : 0;
        auto& stock = stocks[{by_work ? 0 : 1, kind, f.tenure == population::Tenure::owner}];
        stock.households += 1;
        stock.inside += is_low(f.income_class);
    }
    return stocks;
}

Stocks assisted_stocks(People const& people)
{
    Stocks stocks;
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto const f = family_of(people, i);
        int const age = f.members[0].age;
        if (age < 21 || age >= 67) {
            continue;
        }
        auto const type = f.type == HouseholdType::other ? HouseholdType::one_person : f.type;
        auto& stock = stocks[{age < 27   ? 0
                              : age < 45 ? 1
                                         : 2,
                              static_cast<int>(type), f.tenure == population::Tenure::owner}];
        stock.households += 1;
        stock.inside += f.is_assisted();
    }
    return stocks;
}

// With no trend a kind keeps its share: after ten years as many households as its share of the base year and
// its number then make. Entries are drawn, each by itself, and what chance does in one year the next one
// makes good: the standard deviation of a mean of `replicates` is at most that of a Poisson number. Kinds
// are taken together by what households live on, or by age, because owners and tenants are one stock.
void expect_to_keep(Stocks (*stocks_of)(People const&))
{
    constexpr std::uint32_t replicates = 4;
    constexpr double deviations = 4;
    auto const model = model_of(central());
    auto const base = stocks_of(people_of(assen().population));
    std::map<int, Stock> groups;  // wanted, and found
    for (std::uint32_t r = 0; r < replicates; ++r) {
        for (auto const& [kind, stock] : stocks_of(step(model, 10, {}, r).people)) {
            auto const was = base.find(kind);
            double const share = was == base.end() ? 0 : was->second.inside / was->second.households;
            groups[kind[0]].households += share * stock.households / replicates;
            groups[kind[0]].inside += stock.inside / replicates;
        }
    }
    for (auto const& [group, stock] : groups) {
        EXPECT_NEAR(stock.inside, stock.households, deviations * std::sqrt(stock.households / replicates))
            << group;
    }
}

TEST(LowIncome, KeepsItsShareOfEveryKindForTenYears)
{
    expect_to_keep(low_stocks);
}

TEST(Assistance, KeepsItsShareOfEveryKindForTenYears)
{
    expect_to_keep(assisted_stocks);
}

TEST(LowIncome, LastsAYearLongerForWhoStaysInIt)
{
    auto const model = model_of(central());
    auto const before = by_number(people_at_start(assen().population, model, {1, 0, 3}));
    auto const after = by_number(step(model, 1).people);
    int stayed = 0;
    for (auto const& [number, f] : after) {
        auto const was = before.find(number);
        auto const c = static_cast<std::size_t>(f.income_class);
        if (c >= counted_classes) {
            EXPECT_EQ(f.years_up_to, YearsUpTo{});
            continue;
        }
        EXPECT_GE(f.years_up_to[c], 1);
        if (was == before.end() || was->second.income_class != f.income_class ||
            was->second.members[0].number != f.members[0].number) {
            continue;
        }
        int const longest = f.members[0].age - 17;
        EXPECT_EQ(f.years_up_to[c], std::min(was->second.years_up_to[c] + 1, longest));
        ++stayed;
    }
    EXPECT_GT(stayed, 5'000);
}

TEST(Work, WaitsForTheStatePensionOf67YearsAnd3Months)
{
    auto model = model_of(central());
    model.state_pension_ages = {67, 67, 67, 67, 67.25, 67.25, 67.25};  // of 2024 to 2030
    auto const chance = [&](int age, int year) {
        return chance_by_age(model, Source::employee, age, year, true);
    };

    EXPECT_EQ(chance(67, 2027), 1);
    EXPECT_EQ(chance(67, 2028), 0.75);  // who is 67 years and 3 months before the year ends
    EXPECT_EQ(chance(68, 2029), 1);
    EXPECT_EQ(chance(66, 2028), 0);
    EXPECT_EQ(chance_by_age(model, Source::pension, 67, 2028, true), 0);

    auto people = people_at_start(assen().population, model, {1, 0, 0});
    for (int year = 2024; year <= 2029; ++year) {
        YearAccounts accounts;
        people = next_year(std::move(people), model, {1, 0, 0}, year, {}, accounts);
        double of_67 = 0;
        double waiting = 0;
        auto const& persons = people.population.persons;
        for (std::size_t j = 0; j < persons.size(); ++j) {
            bool const has_pension = persons.source[j] == Source::pension;
            EXPECT_TRUE(persons.age[j] < 68 || has_pension) << year;
            of_67 += persons.age[j] == 67;
            waiting += persons.age[j] == 67 && !has_pension;
        }
        // A quarter, less those who have an early pension already.
        EXPECT_EQ(waiting > 0, year >= 2028) << year;
        EXPECT_LT(waiting, 0.3 * of_67) << year;
    }
}

TEST(Work, LostBecomesABenefitOfSeventyPerCentAndEndsAtStatePensionAge)
{
    auto const model = model_of(central());
    YearDraws const draws{1, 0, 0, 0};
    Member m;
    m.age = 40;
    m.source = Source::employee;
    m.wage_cents_per_year = 3'000'000;
    change_source(m, 0.0, {}, model, draws);

    EXPECT_EQ(m.source, Source::unemployment_benefit);
    EXPECT_EQ(m.unemployment_benefit_cents_per_year, 2'100'000);
    EXPECT_EQ(m.wage_cents_per_year, 0);

    m.age = 67;
    EXPECT_EQ(chance_by_age(model, m.source, m.age, 2025, true), 1);
    change_source(m, 0.0, {}, model, draws);

    EXPECT_EQ(m.source, Source::pension);
    EXPECT_EQ(m.unemployment_benefit_cents_per_year, 0);
}

}  // namespace
}  // namespace minimasim::forecast::test
