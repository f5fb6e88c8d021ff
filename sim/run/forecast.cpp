#include "sim/run/forecast.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <set>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"
#include "sim/run/budget_years.hpp"
#include "sim/run/forecast_income.hpp"
#include "sim/run/forecast_packages.hpp"
#include "sim/run/forecast_people.hpp"
#include "sim/run/forecast_realised.hpp"
#include "sim/run/forecast_search.hpp"
#include "sim/run/version.hpp"

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

// Four years, as far as the forecast goes.
std::vector<int> budget_years_of(Workspace const& workspace, ForecastOptions const& options)
{
    constexpr int budget_years = 4;
    int const policy_year = workspace.municipality.policy_date.year;
    int const first = options.budget_from.value_or(policy_year + 1);
    if (options.budget_from && (first < policy_year || first > options.until)) {
        throw InputError("--budget-from", 0,
                         std::to_string(first) + " is no first budget year: current policy is known from " +
                             std::to_string(policy_year) + ", and the forecast ends with " +
                             std::to_string(options.until) + " (--until)");
    }
    std::vector<int> years;
    for (int year = first; year < first + budget_years && year <= options.until; ++year) {
        years.push_back(year);
    }
    return years;
}

// What runs the budget years, with its input read and checked; nothing where there is none.
std::unique_ptr<BudgetYears> budget_of(Workspace const& workspace, ForecastOptions const& options,
                                       ForecastPackages const& packages)
{
    auto years = budget_years_of(workspace, options);
    if (years.empty()) {
        return nullptr;
    }
    std::vector<input::Scenario const*> scenarios{nullptr};
    for (auto const& scenario : packages.scenarios) {
        scenarios.push_back(&scenario);
    }
    return std::make_unique<BudgetYears>(workspace, options.run, scenarios,
                                         BudgetYearsOptions{std::move(years), {}});
}

std::vector<forecast::BudgetPackage> covers_of(ForecastPackages const& packages)
{
    std::vector<forecast::BudgetPackage> covers{{packages.names.front().id, {}, "", ""}};
    for (auto const& scenario : packages.scenarios) {
        auto const& own = scenario.own;
        covers.push_back({own.id, {}, own.cover, own.cover_en.empty() ? own.cover : own.cover_en});
    }
    return covers;
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

// What a package pays for a measure a year: its budget line, else the cap of a scheme that is in force.
double budget_of(Workspace const& workspace, DatedPolicy const& policy, std::string const& line)
{
    double const cap = term_value(policy.policy, line, "budget_cap");
    return std::isnan(cap)                                      ? baseline_budget(workspace, policy, line)
           : term_value(policy.policy, line, "is_active") > 0.5 ? cap
                                                                : 0;
}

void add_accounts(Workspace const& workspace, ForecastPackages const& packages,
                  std::vector<forecast::Replicate> const& replicates, forecast::Forecast& result)
{
    auto const& data = workspace.folders.data;
    std::vector<std::string> ids;
    for (auto const& name : packages.names) {
        ids.push_back(name.id);
    }
    result.debt_costs = forecast::debt_costs(
        forecast::read_debt_costs(data / "assumptions" / "debt_costs.csv"), replicates, ids, result.seed);
    auto const measures = forecast::read_debt_measures(data / "municipalities" / workspace.municipality.code /
                                                       "debt_measures.csv");
    for (std::size_t p = 0; p < ids.size(); ++p) {
        std::vector<double> budgets;
        for (auto const& measure : measures) {
            budgets.push_back(budget_of(workspace, packages.policies[p], measure.budget));
        }
        auto const own = forecast::debt_measures(measures, ids[p], budgets, replicates.size(), result.seed);
        result.debt_measures.insert(result.debt_measures.end(), own.begin(), own.end());
    }
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

// What comes of the replicates.
struct Stepped {
    std::vector<forecast::Replicate> replicates;
    std::vector<std::vector<forecast::YearAccounts>> people;
    // Of the first replicates, in which it is searched what it would take; empty with fixed households.
    std::vector<std::vector<forecast::NewYear>> new_years;
};

// All replicates, with their people and what the schemes of every package give; the members a few at a time.
Stepped run_with_schemes(Workspace const& workspace, ForecastOptions const& options, Ensemble const& ensemble,
                         ForecastPackages const& packages, PeopleOfMembers& people,
                         std::vector<forecast::Town> const& towns, forecast::Terms const& central,
                         std::vector<forecast::Terms> const& terms)
{
    auto const members = static_cast<std::uint32_t>(towns.size());
    int const years = options.until - forecast::first_year + 1;
    SchemesOfPackages schemes(workspace, options.run, ensemble, packages);
    Stepped stepped;
    stepped.replicates.resize(terms.size());
    stepped.people.resize(terms.size());
    stepped.new_years.resize(std::min(terms.size(), most_replicates_of_search));
    std::atomic<std::size_t> done = 0;
    auto const at_a_time = static_cast<std::uint32_t>(std::max(2, team_size(options.run.threads)));
    for (std::uint32_t first = 0; first < members; first += at_a_time) {
        auto const count = std::min(at_a_time, members - first);
        schemes.prepare(first, count);
        people.prepare(first, count);
        std::vector<std::uint32_t> of_group;
        for (std::uint32_t r = 0; r < terms.size(); ++r) {
            if (r % members >= first && r % members < first + count) {
                of_group.push_back(r);
            }
        }
        run_in_parallel(of_group.size(), options.run.threads, [&](std::size_t i) {
            auto const r = of_group[i];
            auto const member = r % members;
            options.run.progress("months stepped",
                                 static_cast<double>(done++) / static_cast<double>(terms.size()));
            auto of_people = people.step(member, r, towns[member], central);
            if (options.fixed_households) {
                of_people.new_years.clear();
            }
            stepped.replicates[r] =
                forecast::run_replicate(towns[member], terms[r], schemes.packages_in(member, r), years,
                                        {options.run.seed, member, r}, of_people.new_years);
            stepped.people[r] = std::move(of_people.years);
            if (r < stepped.new_years.size()) {
                stepped.new_years[r] = std::move(of_people.new_years);
            }
            return true;
        });
    }
    return stepped;
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
    auto ends = year_ends(workspace, options, assumptions);
    auto const people_inputs = read_people_inputs(workspace, options.until);
    auto const packages = forecast_packages(workspace, options);
    auto const budget = budget_of(workspace, options, packages);
    auto const policy =
        read_policy(workspace.terms, workspace.municipality.measures, workspace.municipality.policy_date);
    auto const with_budgets = [&](forecast::Terms terms) {
        terms.youth_budget_per_year = baseline_budget(workspace, policy, "youth_debt");
        terms.aftercare_budget_per_year = baseline_budget(workspace, policy, "aftercare");
        terms.signals_budget_per_year = baseline_budget(workspace, policy, "early_signals");
        terms.signals_budget_at_start = terms.signals_budget_per_year;
        return terms;
    };

    auto const members = std::min(options.run.members, options.run.replicates);
    auto const calibration_policy = read_policy(workspace.terms, workspace.municipality.measures,
                                                workspace.municipality.calibration_date);
    Ensemble const ensemble(workspace, calibration_policy, options.run.seed, options.run.cache);
    ensemble.prepare(members, options.run.threads, options.run.progress);
    auto const central = forecast::central_terms(assumptions);
    auto const towns = towns_of(ensemble, central, members, options.run.threads);

    std::vector<forecast::Terms> terms;
    for (std::uint32_t r = 0; r < options.run.replicates; ++r) {
        terms.push_back(with_budgets(forecast::drawn_terms(assumptions, options.run.seed, r)));
    }
    int const years = options.until - forecast::first_year + 1;
    PeopleOfMembers people(workspace, people_inputs, ensemble, calibration_policy, options.run,
                           options.until);
    auto stepped = run_with_schemes(workspace, options, ensemble, packages, people, towns, central, terms);
    auto& replicates = stepped.replicates;
    copy_baseline_to_the_others(packages, replicates);
    options.run.progress("months stepped", 1);
    std::atomic<std::size_t> done = 0;
    auto const run_all = [&](std::vector<forecast::Package> const& some, std::size_t number) {
        return run_in_parallel(number, options.run.threads, [&](std::size_t r) {
            options.run.progress("months stepped",
                                 static_cast<double>(done++ % number) / static_cast<double>(number));
            return forecast::run_replicate(
                towns[r % members], terms[r], some, years,
                {options.run.seed, static_cast<std::uint32_t>(r % members), static_cast<std::uint32_t>(r)},
                stepped.new_years[r]);
        });
    };

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
    result.year_ends = std::move(ends);
    result.assumptions.insert(result.assumptions.end(), people_inputs.assumptions.begin(),
                              people_inputs.assumptions.end());
    result.people.years = forecast::people_figures(stepped.people);
    forecast::add_figures(replicates, result);
    std::vector<forecast::Neighbourhood> neighbourhoods;
    for (auto const& place : workspace.evidence.neighbourhoods) {
        neighbourhoods.push_back({place.code, place.name});
    }
    forecast::add_neighbourhoods(replicates, neighbourhoods, result);
    result.checks = forecast::checks_of(published, replicates, terms);
    for (auto const& check : forecast::checks_of_people(published, stepped.people)) {
        result.checks.push_back(check);
    }
    add_checks_of_neighbourhoods(workspace, result);
    forecast::add_goals(replicates, goals, result);
    result.places = neighbourhoods;
    result.drivers = forecast::drivers_of(
        forecast::values_of(replicates, 0, "problem_debts_share", 12 * years - 12, 12 * years - 1), terms,
        assumptions);
    if (budget != nullptr) {
        result.budget = budget->work_out(ensemble, covers_of(packages));
    }
    add_accounts(workspace, packages, replicates, result);
    result.needed = search_trajectories(goals, options, policy_month(workspace), run_all);
    return result;
}

report::ForecastDocument make_forecast_document(Workspace const& workspace, ForecastOptions const& options)
{
    auto const folder = workspace.folders.data / "assumptions";
    auto assumptions = forecast::read_assumptions(folder / "forecast.csv");
    auto const names = forecast::read_names(folder / "forecast_names.csv", assumptions);
    auto const people = forecast::read_people_assumptions(folder / "people.csv");
    assumptions.insert(assumptions.end(), people.begin(), people.end());
    auto const indicators = forecast::read_indicators(folder / "forecast_indicators.csv", assumptions);
    return {make_forecast(workspace, options), names, indicators, program_version};
}

}  // namespace minimasim::run
