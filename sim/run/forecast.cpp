#include "sim/run/forecast.hpp"

#include <algorithm>
#include <atomic>
#include <set>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"
#include "sim/run/forecast_packages.hpp"
#include "sim/run/forecast_people.hpp"
#include "sim/run/forecast_search.hpp"

namespace minimasim::run {

namespace {

void check_options(Workspace const& workspace, ForecastOptions const& options)
{
    if (options.until < forecast::first_year || options.until > last_forecast_year) {
        throw InputError("--until", 0,
                         std::to_string(options.until) + " is no year to forecast: debts are known for 1 " +
                             "January " + std::to_string(forecast::first_year) + ", and nothing is said of " +
                             "years after " + std::to_string(last_forecast_year));
    }
    auto const goals =
        workspace.folders.data / "municipalities" / workspace.municipality.code / "debt_goals.csv";
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(goals, ignored)) {
        throw InputError("--municipality", 0,
                         workspace.municipality.code + " has no debt_goals.csv; signals, visits, " +
                             "trajectories and administrations of data/assumptions/forecast.csv are those " +
                             "of Assen (GM0106), and would say nothing of another municipality");
    }
}

double baseline_budget(Workspace const& workspace, DatedPolicy const& policy, std::string const& measure)
{
    auto const& measures = workspace.municipality.measures;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        if (measures[i].key == measure) {
            return policy.measure_budgets[i];
        }
    }
    return 0;
}

std::vector<std::int32_t> households_by_neighbourhood(forecast::Town const& town)
{
    std::vector<std::int32_t> households(town.neighbourhoods);
    for (auto const n : town.neighbourhood) {
        ++households[n];
    }
    return households;
}

// The published shares of the neighbourhoods beside those of the start.
void add_checks_of_neighbourhoods(Workspace const& workspace, forecast::Forecast& forecast)
{
    auto const& evidence = workspace.evidence;
    for (auto const& figure : forecast.neighbourhoods) {
        if (figure.package != forecast.packages.front().id || figure.year >= forecast::first_year) {
            continue;
        }
        auto const* const cell =
            evidence.find(figure.indicator, "private_households", "problem_debts", "registered");
        if (cell == nullptr) {
            continue;
        }
        forecast::Published const published{"problem_debts_share." + figure.indicator,
                                            cell->value,
                                            cell->value - cell->rounding / 2,
                                            cell->value + cell->rounding / 2,
                                            "share of households",
                                            std::to_string(forecast::first_year) + "-01-01",
                                            "calibrated",
                                            cell->source};
        bool const is_inside = figure.value.low <= published.high && published.low <= figure.value.high;
        forecast.checks.push_back({published, figure.value, is_inside});
    }
}

std::vector<forecast::Town> towns_of(Ensemble const& ensemble, forecast::Terms const& terms,
                                     std::uint32_t members, int threads)
{
    return run_in_parallel(members, threads, [&](std::size_t m) {
        return forecast::town_of(ensemble.member(static_cast<std::uint32_t>(m)), terms);
    });
}

}  // namespace

forecast::Forecast make_forecast(Workspace const& workspace, ForecastOptions const& options)
{
    check_options(workspace, options);
    auto const& data = workspace.folders.data;
    auto const assumptions = forecast::read_assumptions(data / "assumptions" / "forecast.csv");
    auto const published = forecast::read_published(data / "dynamics" / "forecast_checks.csv");
    auto const goals =
        forecast::read_goals(data / "municipalities" / workspace.municipality.code / "debt_goals.csv");
    auto const people_inputs = read_people_inputs(workspace, options.until);
    auto const packages = forecast_packages(workspace, options);
    auto const policy =
        read_policy(workspace.terms, workspace.municipality.measures, workspace.municipality.policy_date);
    auto const with_budgets = [&](forecast::Terms terms) {
        terms.youth_budget_per_year = baseline_budget(workspace, policy, "youth_debt");
        terms.aftercare_budget_per_year = baseline_budget(workspace, policy, "aftercare");
        return terms;
    };

    auto const members = std::min(options.run.members, options.run.replicates);
    auto const calibration_policy = read_policy(workspace.terms, workspace.municipality.measures,
                                                workspace.municipality.calibration_date);
    Ensemble const ensemble(workspace, calibration_policy, options.run.seed, options.run.cache);
    ensemble.prepare(members, options.run.threads, options.run.progress);
    auto const towns = towns_of(ensemble, forecast::central_terms(assumptions), members, options.run.threads);

    std::vector<forecast::Terms> terms;
    for (std::uint32_t r = 0; r < options.run.replicates; ++r) {
        terms.push_back(with_budgets(forecast::drawn_terms(assumptions, options.run.seed, r)));
    }
    int const years = options.until - forecast::first_year + 1;
    std::atomic<std::size_t> done = 0;
    auto const run_all = [&](std::vector<forecast::Package> const& some, std::size_t replicates) {
        return run_in_parallel(replicates, options.run.threads, [&](std::size_t r) {
            options.run.progress("months stepped",
                                 static_cast<double>(done++ % replicates) / static_cast<double>(replicates));
            return forecast::run_replicate(
                towns[r % members], terms[r], some, years,
                {options.run.seed, static_cast<std::uint32_t>(r % members), static_cast<std::uint32_t>(r)});
        });
    };
    auto replicates = run_all(packages.to_run, options.run.replicates);
    copy_baseline_to_the_others(packages, replicates);
    options.run.progress("months stepped", 1);

    auto const people = step_people(workspace, people_inputs, ensemble, calibration_policy, options.run,
                                    members, options.until);

    forecast::Forecast result;
    result.until = options.until;
    result.replicates = options.run.replicates;
    result.members = members;
    result.seed = options.run.seed;
    result.municipality = workspace.municipality.name;
    result.data_digest = workspace.data_digest;
    result.policy_date = to_text(workspace.municipality.policy_date);
    result.packages = packages.names;
    result.assumptions = assumptions;
    result.assumptions.insert(result.assumptions.end(), people_inputs.assumptions.begin(),
                              people_inputs.assumptions.end());
    result.people.years = forecast::people_figures(people);
    forecast::add_figures(replicates, result);
    std::vector<forecast::Neighbourhood> neighbourhoods;
    for (auto const& place : workspace.evidence.neighbourhoods) {
        neighbourhoods.push_back({place.code, place.name});
    }
    std::vector<std::vector<std::int32_t>> households;
    for (std::size_t r = 0; r < replicates.size(); ++r) {
        households.push_back(households_by_neighbourhood(towns[r % members]));
    }
    forecast::add_neighbourhoods(replicates, households, neighbourhoods, result);
    result.checks = forecast::checks_of(published, replicates, terms);
    for (auto const& check : forecast::checks_of_people(published, people)) {
        result.checks.push_back(check);
    }
    add_checks_of_neighbourhoods(workspace, result);
    forecast::add_goals(replicates, goals, result);
    result.needed = search_trajectories(goals, options, policy_month(workspace), run_all);
    return result;
}

}  // namespace minimasim::run
