#include "sim/run/forecast/forecast_inputs.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"
#include "sim/forecast/back_cast.hpp"
#include "sim/input/csv.hpp"
#include "sim/run/forecast/budget_people.hpp"
#include "sim/run/forecast/forecast_realised.hpp"

namespace minimasim::run {

namespace {

ForecastOptions const& checked(Workspace const& workspace, ForecastOptions const& options)
{
    if (options.until < forecast::first_year || options.until > last_forecast_year) {
        throw InputError("--until", 0,
                         std::to_string(options.until) + " is no year to forecast: debts are known for 1 " +
                             "January " + std::to_string(forecast::first_year) + ", and nothing is said of " +
                             "years after " + std::to_string(last_forecast_year));
    }
    auto const goals = workspace.folders.data / "municipalities" / workspace.municipality.code / "goals.csv";
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(goals, ignored)) {
        throw InputError("--municipality", 0,
                         workspace.municipality.code + " has no goals.csv; signals, visits, " +
                             "trajectories and administrations of data/assumptions/forecast.csv are those " +
                             "of Assen (GM0106), and would say nothing of another municipality");
    }
    return options;
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

// The policy year, the years of the budget and the last, each once.
std::vector<int> outcome_years_of(Workspace const& workspace, ForecastOptions const& options,
                                  std::vector<int> const& budget_years)
{
    std::set<int> years(budget_years.begin(), budget_years.end());
    years.insert({workspace.municipality.policy_date.year, options.until});
    years.erase(years.upper_bound(options.until), years.end());
    bool const begins_later = options.until < workspace.municipality.policy_date.year;
    return begins_later ? std::vector<int>{} : std::vector<int>(years.begin(), years.end());
}

// What runs the budget years, with its input read and checked; nothing where there is none.
std::unique_ptr<BudgetYears> budget_of(Workspace const& workspace, ForecastOptions const& options,
                                       ForecastPackages const& packages, BudgetYearsOptions years)
{
    if (years.years.empty() && years.outcome_years.empty()) {
        return nullptr;
    }
    std::vector<input::Scenario const*> scenarios{nullptr};
    for (auto const& scenario : packages.scenarios) {
        scenarios.push_back(&scenario);
    }
    return std::make_unique<BudgetYears>(workspace, options.run, scenarios, std::move(years));
}

std::vector<forecast::Terms> terms_of(Workspace const& workspace, ForecastOptions const& options,
                                      std::vector<forecast::Assumption> const& assumptions)
{
    auto const policy =
        read_policy(workspace.terms, workspace.municipality.measures, workspace.municipality.policy_date);
    std::vector<forecast::Terms> terms;
    for (std::uint32_t r = 0; r < options.run.replicates; ++r) {
        auto& drawn = terms.emplace_back(forecast::drawn_terms(assumptions, options.run.seed, r));
        drawn.youth_budget_per_year = measure_budget(workspace, policy, "youth_debt");
        drawn.aftercare_budget_per_year = measure_budget(workspace, policy, "aftercare");
        drawn.signals_budget_per_year = measure_budget(workspace, policy, "early_signals");
        drawn.signals_budget_at_start = drawn.signals_budget_per_year;
    }
    return terms;
}

std::vector<forecast::Economy> economies_of(Workspace const& workspace, ForecastOptions const& options,
                                            std::uint32_t members, std::vector<forecast::Terms> const& terms)
{
    auto const path = forecast::read_index_path(workspace.folders.data / "dynamics" / "index_path.csv");
    std::vector<std::vector<forecast::ByIncomeKind>> rises;
    for (auto const& drawn : forecast::draw_indices(path, options.run.seed, members)) {
        rises.push_back(forecast::real_rises(drawn, forecast::first_year, options.until, path.last_year()));
    }
    std::vector<forecast::Economy> economies;
    for (std::uint32_t r = 0; r < terms.size(); ++r) {
        economies.push_back(
            forecast::economy_of(terms[r], rises[r % members], forecast::first_year, options.run.seed, r));
    }
    return economies;
}

std::vector<forecast::NationalPath> country_of(Workspace const& workspace, ForecastOptions const& options,
                                               std::vector<forecast::Terms> const& terms)
{
    auto const income =
        forecast::read_national_income(workspace.folders.data / "dynamics" / "national_income.csv");
    std::vector<forecast::NationalPath> paths;
    for (std::uint32_t r = 0; r < terms.size(); ++r) {
        auto const economy =
            forecast::economy_of(terms[r], forecast::drawn_rises(income, options.run.seed, r),
                                 forecast::national_first_year, options.run.seed, r);
        paths.push_back(forecast::national_share(terms[r], economy));
    }
    return paths;
}

std::vector<forecast::Town> towns_of(ForecastInputs const& inputs, Ensemble const& ensemble)
{
    auto const& run = inputs.options.run;
    ensemble.prepare(inputs.members, run.threads, run.progress);
    auto const terms = forecast::central_terms(inputs.assumptions);
    return run_in_parallel(inputs.members, run.threads, [&](std::size_t m) {
        return forecast::town_of(ensemble.member(static_cast<std::uint32_t>(m)), terms);
    });
}

std::filesystem::path folder_of_municipality(Workspace const& workspace)
{
    return workspace.folders.data / "municipalities" / workspace.municipality.code;
}

// The goals, those for reach with the reach that was published of the scheme.
std::vector<forecast::Goal> goals_of(Workspace const& workspace)
{
    auto goals = forecast::read_goals(folder_of_municipality(workspace) / "goals.csv");
    if (workspace.municipality.figures.empty()) {
        return goals;
    }
    auto const csv = input::Csv::read(workspace.folders.data / workspace.municipality.figures);
    for (auto& goal : goals) {
        for (auto const& row : csv.rows()) {
            if (!goal.scheme.empty() && csv.cell(row, "key") == "takeup." + goal.scheme) {
                goal.published = csv.number(row, "value");
                goal.published_period = csv.cell(row, "year");
                goal.published_source = csv.cell(row, "source");
            }
        }
    }
    return goals;
}

}  // namespace

ForecastInputs::ForecastInputs(Workspace const& known, ForecastOptions const& wanted)
    : workspace(known),
      options(checked(known, wanted)),
      assumptions(forecast::read_assumptions(known.folders.data / "assumptions" / "forecast.csv")),
      published(forecast::read_published(known.folders.data / "dynamics" / "forecast_checks.csv")),
      goals(goals_of(known)),
      year_ends(run::year_ends(known, wanted, assumptions)),
      people(read_people_inputs(known, wanted.until)),
      packages(forecast_packages(known, wanted)),
      budget_years(budget_years_of(known, wanted)),
      outcome_years(outcome_years_of(known, wanted, budget_years)),
      calibration_policy(
          read_policy(known.terms, known.municipality.measures, known.municipality.calibration_date)),
      budget(budget_of(known, wanted, packages,
                       {budget_years, outcome_years,
                        !wanted.budget_by_people
                            ? HouseholdsOfYears{}
                            : stepped_households(known, people, calibration_policy, wanted.run.seed)})),
      past(known, known.folders.data),
      members(std::min(wanted.run.members, wanted.run.replicates)),
      terms(terms_of(known, wanted, assumptions)),
      economies(economies_of(known, wanted, members, terms)),
      country(country_of(known, wanted, terms))
{
}

ForecastHouseholds::ForecastHouseholds(ForecastInputs const& inputs)
    : ensemble(inputs.workspace, inputs.calibration_policy, inputs.options.run.seed,
               inputs.options.run.cache),
      towns(towns_of(inputs, ensemble))
{
}

double measure_budget(Workspace const& workspace, DatedPolicy const& policy, std::string const& measure)
{
    auto const& measures = workspace.municipality.measures;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        if (measures[i].key == measure) {
            return policy.measure_budgets[i];
        }
    }
    return 0;
}

}  // namespace minimasim::run
