#pragma once

#include <string>

#include "sim/forecast/people/people_terms.hpp"
#include "sim/population/profiles/profile_keys.hpp"
#include "sim/report/forecast_document.hpp"

namespace minimasim::report::test {

inline std::filesystem::path const assumptions_of_forecast =
    std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data" / "assumptions";

// A forecast to the end of 2026 with two packages that change something and one that does not, in which
// every indicator of a package is that of the baseline less its number.
inline ForecastDocument example_forecast()
{
    ForecastDocument document;
    document.program_version = "1.2.3";
    auto& forecast = document.forecast;
    forecast.until = 2026;
    forecast.replicates = 100;
    forecast.members = 20;
    forecast.seed = 1;
    forecast.municipality = "Voorbeeld";
    forecast.data_digest = "abc";
    forecast.policy_date = "2025-07-01";
    forecast.assumptions = forecast::read_assumptions(assumptions_of_forecast / "forecast.csv");
    document.names =
        forecast::read_names(assumptions_of_forecast / "forecast_names.csv", forecast.assumptions);
    auto all = forecast.assumptions;
    auto const people = forecast::read_people_assumptions(assumptions_of_forecast / "people.csv");
    all.insert(all.end(), people.begin(), people.end());
    document.indicators = forecast::read_indicators(assumptions_of_forecast / "forecast_indicators.csv", all);
    forecast.packages = {{"baseline", "Huidig beleid", "Current policy", true, {}},
                         {"acceptance-60",
                          "Meer acceptatie",
                          "More acceptance",
                          true,
                          {"early_signals.acceptance = 0.6 from 2025-07"}},
                         {"places",
                          "Meer plaatsen",
                          "More places",
                          true,
                          {"debt_counselling.completed_per_year = 100 from 2025-07"}},
                         {"limits-130", "Grenzen", "Limits", false, {}}};
    forecast.places = {{"WK01", "Noord"}, {"WK02", "Zuid"}};
    forecast::Goal const goal{"problem_debts", "problem_debts_share", 0.04, true, 2026, "nota"};
    forecast::Goal const acceptance{"acceptance", "acceptance", 0.6, false, 2026, "nota"};
    for (std::size_t p = 0; p < forecast.packages.size(); ++p) {
        auto const& id = forecast.packages[p].id;
        double const less = forecast.packages[p].changes_forecast ? 40.0 * static_cast<double>(p) : 0;
        for (int year = forecast::first_year; year <= forecast.until; ++year) {
            for (auto const& indicator : document.indicators) {
                bool const is_share = indicator.key == "problem_debts_share" || indicator.key == "acceptance";
                double const value = is_share ? 0.08 : 600;
                double const step = is_share ? less / 30'000 : less;
                forecast.years.push_back({id,
                                          indicator.key,
                                          is_share ? "share of households" : "households",
                                          year,
                                          0,
                                          {value - step, 0.9 * value, 1.1 * value, 0},
                                          {-step, -1.5 * step, -0.5 * step, 0}});
            }
            if (year == forecast.until) {
                forecast.goals.push_back({id, goal, year, {0.08, 0.07, 0.09, 0}, 0});
                forecast.goals.push_back({id, acceptance, year, {0.2, 0.16, 0.24, 0}, p == 1 ? 0.55 : 0});
            }
        }
        for (int year = forecast::first_year - 1; year <= forecast.until; ++year) {
            for (auto const& place : forecast.places) {
                forecast.neighbourhoods.push_back(
                    {id, place.code, "share of households", year, 0, {0.1, 0.08, 0.12, 0}, {0, 0, 0, 0}});
                forecast.arrears_by_neighbourhood.push_back(
                    {id, place.code, "households", year, 0, {300, 280, 320, 0}, {}});
            }
            for (auto const* const profile : population::profile_keys) {
                forecast.profiles.push_back(
                    {id, profile, "share of households", year, 0, {0.09, 0.07, 0.1, 0}, {0, 0, 0, 0}});
                forecast.arrears_by_profile.push_back(
                    {id, profile, "households", year, 0, {60, 50, 70, 0}, {}});
            }
        }
    }
    // Reach of two schemes, of which one can rise and one cannot.
    forecast.shown_packages = {"places"};
    for (auto const* const id : {"baseline", "places"}) {
        for (auto const reading : {forecast::Reading::relative, forecast::Reading::points}) {
            for (bool const exceeds : {false, true}) {
                forecast::ReachOutcome outcome;
                outcome.package = id;
                outcome.goal = {"reach", "reach", 0.25, false, 2026, "nota"};
                outcome.goal.scheme = exceeds ? "child_package" : "income_supplement";
                outcome.goal.reading = reading;
                outcome.goal.published = exceeds ? 0.95 : 0.6;
                outcome.goal.published_period = "2022";
                outcome.year = 2026;
                outcome.before = {exceeds ? 0.96 : 0.56, 0.5, 0.99, 0};
                outcome.target = {exceeds ? 1 : 0.7, 0.6, 1, 0};
                outcome.value = outcome.before;
                outcome.chance = exceeds ? 0 : 0.37;
                outcome.exceeds_everybody = exceeds;
                forecast.reach_goals.push_back(outcome);
            }
        }
        forecast.outcomes.push_back(
            {id, "take_up", "income_supplement", "share", 2026, {0.56, 0.5, 0.6, 0}, {}});
    }
    forecast.checks = {
        {{"problem_debts_share", 0.08, 0.075, 0.085, "share of households", "2024-01-01", "calibrated",
          "CBS"},
         {0.081, 0.081, 0.081, 0},
         true},
        {{"persons_signalled", 1588, 1588, 1588, "persons", "2024-01 to 2024-06", "held_out", "audit"},
         {1350, 1280, 1440, 0},
         false}};
    forecast.needed = {true, 0.04, 900, {850, 800, 900, 0}, {0.04, 0.03, 0.05, 0}, 3000};
    forecast.drivers = {{"problem_debts", "trend_per_year", 0.075, 0.092, 0.85}};
    return document;
}

}  // namespace minimasim::report::test
