#include "sim/forecast/town.hpp"

#include <gtest/gtest.h>

#include <map>

#include "sim/base/draw.hpp"
#include "sim/forecast/rates.hpp"
#include "tests/forecast/example_town.hpp"

namespace minimasim::forecast::test {
namespace {

using namespace population;

Population example_population()
{
    Population p;
    p.person_begin.push_back(0);
    for (std::size_t i = 0; i < example_households; ++i) {
        auto const pick = [i](std::uint32_t purpose, int count) {
            return static_cast<int>(
                uniform(3, Stream::amounts, 0, static_cast<std::uint32_t>(i), purpose, 0) * count);
        };
        p.persons.age.push_back(static_cast<std::uint8_t>(18 + pick(1, 60)));
        p.persons.profile.push_back(static_cast<Profile>(pick(2, 9)));
        p.person_begin.push_back(static_cast<std::uint32_t>(i + 1));
        p.neighbourhood.push_back(static_cast<std::uint16_t>(pick(3, 4)));
        p.type.push_back(static_cast<HouseholdType>(pick(4, 5)));
        p.tenure.push_back(static_cast<Tenure>(pick(5, 3)));
        p.main_source.push_back(static_cast<Source>(pick(6, 8)));
        p.income_class.push_back(static_cast<IncomeClass>(pick(7, 7)));
        p.liquid_assets_cents.push_back(pick(8, 1'000'000));
        p.receives_social_assistance.push_back(0);
        double const share = p.income_class.back() == IncomeClass::up_to_100 ? 0.3 : 0.05;
        p.has_problem_debts.push_back(is_drawn(i, 20, share));
    }
    return p;
}

TEST(Town, HasOddsThatGiveEveryGroupItsHouseholdsWithProblemDebts)
{
    auto const p = example_population();
    auto const town = town_of(p, example_terms());

    std::map<int, std::pair<double, double>> by_income;
    std::map<int, std::pair<double, double>> by_neighbourhood;
    for (std::size_t i = 0; i < p.size(); ++i) {
        double const share = town.odds(i) / (1 + town.odds(i));
        for (auto* const group :
             {&by_income[static_cast<int>(p.income_class[i])], &by_neighbourhood[p.neighbourhood[i]]}) {
            group->first += share;
            group->second += p.has_problem_debts[i];
        }
    }
    for (auto const& groups : {by_income, by_neighbourhood}) {
        for (auto const& [category, sums] : groups) {
            EXPECT_NEAR(sums.first, sums.second, 0.5) << "category " << category;
        }
    }
}

TEST(Rates, KeepTheStocksOfTheStartInBalance)
{
    auto const town = example_town();
    auto terms = example_terms();
    terms.life_event_risk = 1;  // steady_test.cpp looks at what it does
    auto const rates = rates_of(town, terms);

    double debts = 0;
    double arrears = 0;
    double entering = 0;
    for (std::size_t i = 0; i < town.size(); ++i) {
        debts += town.has_problem_debts[i];
        if (town.has_problem_debts[i] == 0) {
            double const in_arrears = rates.arrears_at_start[town.kind[i]];
            arrears += in_arrears;
            entering += rates.enter_arrears[town.kind[i]] * (1 - in_arrears);
        }
    }
    EXPECT_NEAR(arrears, terms.arrears_share * example_households, 0.5);
    EXPECT_NEAR(entering, arrears * (rates.worsen + terms.arrears_recovery_per_month), 0.01);
    double const leaving = rates.leave_debts * (debts - places_of(terms)) + terms.completed_per_year / 12;
    double const coming = rates.worsen * arrears + terms.relapse_two_years * terms.completed_per_year / 12;
    EXPECT_NEAR(coming, leaving, 0.01);
}

TEST(Trajectories, EndInTheShareAndMonthsOfTheirTerms)
{
    int completed = 0;
    double months = 0;
    constexpr int draws = 100'000;
    for (int k = 0; k < draws; ++k) {
        auto const end = end_of_trajectory((k + 0.5) / draws, 0.64, 18);
        completed += end.is_completed;
        months += end.months;
        EXPECT_GE(end.months, 1);
        EXPECT_LE(end.months, 18);
    }
    EXPECT_EQ(completed, 64'000);
    EXPECT_NEAR(months / draws, 0.64 * 18 + 0.36 * 9.5, 0.001);
}

}  // namespace
}  // namespace minimasim::forecast::test
