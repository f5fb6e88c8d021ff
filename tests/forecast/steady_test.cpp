// Trend and leaving are calibrated to a stock that stays as it is: so it has to, household by household.

#include <gtest/gtest.h>

#include "tests/forecast/example_town.hpp"

namespace minimasim::forecast::test {
namespace {

// A few households have most of the debts.
Town uneven_town(std::size_t households)
{
    constexpr double shares[]{0.6, 0.15, 0.03};
    Town town;
    town.member = 1;
    town.neighbourhoods = 1;
    for (std::size_t i = 0; i < households; ++i) {
        std::uint32_t const kind = is_drawn(i, 11, 0.03) ? 0 : is_drawn(i, 12, 0.2) ? 1 : 2;
        double const share = shares[kind];
        town.number.push_back(static_cast<std::uint32_t>(i));
        town.neighbourhood.push_back(0);
        town.has_problem_debts.push_back(is_drawn(i, 13, share));
        for (auto* const column :
             {&town.has_children, &town.is_tenant, &town.is_hard_to_reach, &town.is_known, &town.is_young,
              &town.income_kind, &town.is_up_to_social_minimum}) {
            column->push_back(0);
        }
        town.kind.push_back(kind);
    }
    for (double const share : shares) {
        town.odds_of_kind.push_back(share / (1 - share));
    }
    return town;
}

// Arrears and problem debts with what happens by itself alone.
Terms without_help()
{
    auto terms = example_terms();
    for (auto const term :
         {&Terms::signals_per_month, &Terms::completed_per_year, &Terms::applications_per_year,
          &Terms::administrations, &Terms::aftercare_budget_per_year, &Terms::letter_response,
          &Terms::tax_signals_per_month}) {
        terms.*term = 0;
    }
    return terms;
}

TEST(Rates, LetAsManyComeBehindAsGetOutOfArrearsOfEveryKindOfHousehold)
{
    auto const town = uneven_town(20'000);
    auto terms = without_help();
    terms.life_event_risk = 1;

    auto const rates = rates_of(town, terms);

    for (std::size_t i = 0; i < 200; ++i) {
        auto const kind = town.kind[i];
        double const in_arrears = rates.arrears_at_start[kind];
        if (town.has_problem_debts[i] == 0) {
            EXPECT_NEAR(rates.enter_arrears[kind] * (1 - in_arrears),
                        (rates.worsen + rates.recover) * in_arrears, 1e-6);
        }
    }
}

TEST(Debts, DoNotDriftWhenFewHouseholdsHaveMostOfThem)
{
    constexpr std::uint32_t replicates = 12;
    auto const town = uneven_town(40'000);
    for (double const risk : {1.0, 5.0}) {
        auto terms = without_help();
        terms.life_event_risk = risk;
        double debts = 0;
        double arrears = 0;
        for (std::uint32_t r = 0; r < replicates; ++r) {
            auto const replicate = run(town, terms, {{}}, 7, r);
            auto const& last = replicate.paths[0].months.back();
            debts += static_cast<double>(last.problem_debts) / replicate.start.problem_debts / replicates;
            arrears += static_cast<double>(last.arrears) / replicate.start.arrears / replicates;
        }
        EXPECT_NEAR(debts, 1, 0.012) << risk;  // three standard errors
        EXPECT_NEAR(arrears, 1, 0.02) << risk;
    }
}

}  // namespace
}  // namespace minimasim::forecast::test
