#pragma once

#include "sim/base/draw.hpp"
#include "sim/forecast/replicate.hpp"

// A made-up town of a few thousand households, built without the population layer.
namespace minimasim::forecast::test {

inline constexpr std::size_t example_households = 4'000;

inline bool is_drawn(std::size_t household, std::uint32_t purpose, double share)
{
    return uniform(7, Stream::amounts, 0, static_cast<std::uint32_t>(household), purpose, 0) < share;
}

inline Town example_town()
{
    constexpr double shares[]{0.04, 0.20};
    Town town;
    town.member = 2;
    town.neighbourhoods = 2;
    for (std::size_t i = 0; i < example_households; ++i) {
        bool const is_poor = is_drawn(i, 1, 0.25);
        double const share = shares[is_poor];
        town.number.push_back(static_cast<std::uint32_t>(i));
        town.neighbourhood.push_back(is_drawn(i, 2, 0.5));
        town.has_problem_debts.push_back(is_drawn(i, 3, share));
        town.has_children.push_back(is_drawn(i, 4, 0.3));
        town.is_tenant.push_back(is_drawn(i, 5, is_poor ? 0.9 : 0.3));
        town.is_hard_to_reach.push_back(is_drawn(i, 6, 0.3));
        town.is_known.push_back(is_poor && is_drawn(i, 7, 0.3));
        town.is_young.push_back(is_drawn(i, 8, 0.1));
        town.income_kind.push_back(static_cast<std::uint8_t>(is_drawn(i, 9, 0.5) ? 0 : i % 3));
        town.is_up_to_social_minimum.push_back(is_poor);
        town.kind.push_back(is_poor);
    }
    for (double const share : shares) {
        town.odds_of_kind.push_back(share / (1 - share));
    }
    return town;
}

// Central terms, the numbers of Assen scaled to the size of the example.
inline Terms example_terms()
{
    auto terms = central_terms(
        read_assumptions(std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data/assumptions/forecast.csv"));
    constexpr double scale = example_households / 32'000.0;
    for (auto const number :
         {&Terms::signals_per_month, &Terms::visits_per_month, &Terms::calls_per_month,
          &Terms::completed_per_year, &Terms::administrations, &Terms::course_participants_per_year}) {
        terms.*number *= scale;
    }
    terms.aftercare_budget_per_year = 30'000 * scale;
    return terms;
}

// Everything that changes payments or debts is off.
inline Terms standstill()
{
    auto terms = example_terms();
    for (auto const rate :
         {&Terms::debts_exit_per_year, &Terms::debts_trend_per_year, &Terms::arrears_recovery_per_month,
          &Terms::signals_per_month, &Terms::completed_per_year, &Terms::applications_per_year,
          &Terms::administration_exit_per_year, &Terms::administration_trend_per_year,
          &Terms::tax_signals_per_month, &Terms::aftercare_budget_per_year}) {
        terms.*rate = 0;
    }
    return terms;
}

inline Replicate run(Town const& town, Terms const& terms, std::vector<Package> const& packages = {{}},
                     int years = 7, std::uint32_t replicate = 3)
{
    return run_replicate(town, terms, packages, years, {5, town.member, replicate});
}

}  // namespace minimasim::forecast::test
