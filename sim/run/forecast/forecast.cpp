#include "sim/run/forecast/forecast.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/date_text.hpp"
#include "sim/base/loop.hpp"
#include "sim/forecast/users_gained.hpp"
#include "sim/run/forecast/forecast_search.hpp"
#include "sim/run/forecast/forecast_work.hpp"
#include "sim/run/forecast/poverty_back_cast.hpp"
#include "sim/run/version.hpp"

namespace minimasim::run {

namespace {

std::vector<forecast::BudgetPackage> covers_of(ForecastPackages const& packages)
{
    std::vector<forecast::BudgetPackage> covers{{packages.names.front().id, {}, "", ""}};
    for (auto const& scenario : packages.scenarios) {
        auto const& own = scenario.own;
        covers.push_back({own.id, {}, own.cover, own.cover_en.empty() ? own.cover : own.cover_en});
    }
    return covers;
}

// What a package pays for a measure a year: its budget line, else the cap of a scheme that is in force.
double budget_of(Workspace const& workspace, DatedPolicy const& policy, std::string const& line)
{
    double const cap = term_value(policy.policy, line, "budget_cap");
    return std::isnan(cap)                                      ? measure_budget(workspace, policy, line)
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

// Those that the municipality names, as far as they are in the forecast; else the first two.
std::vector<std::string> shown_packages(Workspace const& workspace, std::vector<std::string> const& ids)
{
    constexpr std::size_t most = 2;
    std::vector<std::string> shown;
    for (auto const& id : workspace.municipality.shown_packages) {
        if (std::find(ids.begin() + 1, ids.end(), id) != ids.end()) {
            shown.push_back(id);
        }
    }
    auto const others = std::min(ids.size() - 1, most);
    return shown.empty() ? std::vector(ids.begin() + 1, ids.begin() + 1 + static_cast<std::ptrdiff_t>(others))
                         : shown;
}

// Reach by scheme, poverty among the figures of the years, and the goals for reach.
void add_outcomes(ForecastInputs const& inputs, forecast::OutcomeNumbers numbers, forecast::Forecast& result)
{
    std::vector<std::string> ids;
    for (auto const& name : inputs.packages.names) {
        ids.push_back(name.id);
    }
    auto const input = inputs.budget->outcome_input(std::move(numbers), ids);
    for (auto& outcome : forecast::year_outcomes(input)) {
        if (outcome.scheme.empty()) {
            result.years.push_back({outcome.package, outcome.outcome, outcome.unit, outcome.year, 0,
                                    outcome.value, outcome.difference});
        } else {
            result.outcomes.push_back(std::move(outcome));
        }
    }
    result.reach_goals = forecast::reach_outcomes(input, inputs.goals);
    result.shown_packages = shown_packages(inputs.workspace, ids);
}

forecast::Forecast forecast_of(ForecastInputs const& inputs, ForecastHouseholds const& all, WorkedOut worked)
{
    auto const& workspace = inputs.workspace;
    auto const& options = inputs.options;
    auto const& packages = inputs.packages;
    auto& part = worked.part;
    auto& replicates = part.debts;
    copy_baseline_to_the_others(packages, replicates);

    forecast::Forecast result;
    result.until = options.until;
    result.replicates = options.run.replicates;
    result.members = inputs.members;
    result.seed = options.run.seed;
    result.fixed_households = options.fixed_households;
    result.budget_by_people = options.budget_by_people;
    result.municipality = workspace.municipality.name;
    result.data_digest = workspace.data_digest;
    result.policy_date = to_text(workspace.municipality.policy_date);
    result.packages = packages.names;
    result.assumptions = inputs.assumptions;
    result.year_ends = inputs.year_ends;
    result.assumptions.insert(result.assumptions.end(), inputs.people.assumptions.begin(),
                              inputs.people.assumptions.end());
    result.people.years = forecast::people_figures(part.people);
    forecast::add_figures(replicates, result);
    std::vector<forecast::Neighbourhood> neighbourhoods;
    for (auto const& place : workspace.evidence.neighbourhoods) {
        neighbourhoods.push_back({place.code, place.name});
    }
    forecast::add_neighbourhoods(replicates, neighbourhoods, result);
    forecast::add_profiles(replicates, result);
    result.checks = forecast::checks_of(inputs.published, replicates, inputs.country);
    for (std::size_t month = 0; month < inputs.country.front().size(); ++month) {
        std::vector<double> shares;
        for (auto const& path : inputs.country) {
            shares.push_back(path[month]);
        }
        result.national_share.push_back(outcomes::interval_of(shares, 0));
    }
    for (auto const& check : forecast::checks_of_people(inputs.published, part.people)) {
        result.checks.push_back(check);
    }
    result.poverty = poverty_back_cast(
        workspace, options.run, inputs.past,
        [&](std::uint32_t member) { return all.ensemble.member(member); }, inputs.members);
    for (auto const& check : checks_of(result.poverty)) {
        result.checks.push_back(check);
    }
    add_checks_of_neighbourhoods(workspace, result);
    forecast::add_goals(replicates, inputs.goals, result);
    result.places = neighbourhoods;
    int const last_month = 12 * inputs.years() - 1;
    result.drivers = forecast::drivers_of(
        forecast::values_of(replicates, 0, "problem_debts_share", last_month - 11, last_month), inputs.terms,
        inputs.assumptions);
    if (!inputs.budget_years.empty()) {
        auto input = inputs.budget->input(std::move(part.budget), covers_of(packages));
        forecast::add_users_gained(replicates, input);
        result.budget = forecast::budget_of(input);
    }
    if (!inputs.outcome_years.empty()) {
        add_outcomes(inputs, std::move(part.outcomes), result);
    }
    add_accounts(workspace, packages, replicates, result);
    result.needed = search_trajectories(
        inputs.goals, options, policy_month(workspace),
        [&](std::vector<forecast::Package> const& some, std::size_t count) {
            return run_in_parallel(count, options.run.threads, [&](std::size_t i) {
                auto const r = static_cast<std::uint32_t>(i);
                auto const member = r % inputs.members;
                options.run.progress("what it would take",
                                     static_cast<double>(i) / static_cast<double>(count));
                return forecast::run_replicate(all.towns[member], inputs.terms[r], some, inputs.years(),
                                               {options.run.seed, member, r}, worked.new_years[r],
                                               inputs.economies[r]);
            });
        });
    return result;
}

}  // namespace

report::ForecastDocument document_of(ForecastInputs const& inputs, ForecastHouseholds const& households,
                                     WorkedOut worked)
{
    auto const folder = inputs.workspace.folders.data / "assumptions";
    auto assumptions = inputs.assumptions;
    auto names = forecast::read_names(folder / "forecast_names.csv", assumptions);
    for (auto const& name : forecast::read_names(folder / "people_names.csv", inputs.people.assumptions)) {
        names.push_back(name);
    }
    assumptions.insert(assumptions.end(), inputs.people.assumptions.begin(), inputs.people.assumptions.end());
    auto const indicators = forecast::read_indicators(folder / "forecast_indicators.csv", assumptions);
    return {forecast_of(inputs, households, std::move(worked)), names, indicators, program_version};
}

report::ForecastDocument make_forecast_document(Workspace const& workspace, ForecastOptions const& options)
{
    ForecastInputs const inputs(workspace, options);
    ForecastHouseholds const households(inputs);
    auto const replicates = replicates_of({}, options.run.replicates, inputs.members);
    auto worked = work_out(inputs, households, replicates);
    std::vector<report::ForecastPart> parts;
    parts.push_back(std::move(worked.part));
    worked.part = report::joined(std::move(parts));
    return document_of(inputs, households, std::move(worked));
}

}  // namespace minimasim::run
