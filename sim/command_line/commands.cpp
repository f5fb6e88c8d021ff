#include "sim/command_line/commands.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "sim/base/atomic_file.hpp"
#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/base/memory.hpp"
#include "sim/command_line/bounds.hpp"
#include "sim/command_line/forecast_files.hpp"
#include "sim/command_line/input.hpp"
#include "sim/command_line/population_text.hpp"
#include "sim/command_line/progress.hpp"
#include "sim/forecast/names.hpp"
#include "sim/forecast/people/people_terms.hpp"
#include "sim/population/fit/fit.hpp"
#include "sim/population/reconciliation/reconcile.hpp"
#include "sim/report/csv_tables.hpp"
#include "sim/report/html/report.hpp"
#include "sim/report/picture.hpp"
#include "sim/report/population_file.hpp"
#include "sim/report/population_tables.hpp"
#include "sim/report/process_text.hpp"
#include "sim/report/results_file.hpp"
#include "sim/report/run_record.hpp"
#include "sim/report/summary_json.hpp"
#include "sim/report/summary_table.hpp"
#include "sim/report/variance_text.hpp"
#include "sim/report/workbook/budget_workbook.hpp"
#include "sim/run/forecast/forecast.hpp"
#include "sim/run/forecast/forecast_years.hpp"
#include "sim/run/households/household_case.hpp"
#include "sim/run/listing.hpp"
#include "sim/run/simulate.hpp"
#include "sim/run/streaming/memory_plan.hpp"
#include "sim/run/validation/population_sections.hpp"
#include "sim/run/validation/validate.hpp"
#include "sim/run/version.hpp"

namespace minimasim::commands {

namespace {

constexpr int refused_by_validation = 3;

run::Workspace workspace_of(Common const& common)
{
    return run::read_workspace(run::find_folders(common.data), common.municipality);
}

std::vector<report::SchemeNames> scheme_names(run::Workspace const& workspace)
{
    std::vector<report::SchemeNames> names;
    for (auto const& scheme : rules::schemes) {
        names.push_back({scheme.key, scheme.dutch_name, scheme.english_name});
    }
    for (auto const& measure : workspace.municipality.measures) {
        names.push_back({measure.key, measure.dutch_name, measure.english_name});
    }
    return names;
}

run::DatedPolicy calibration_policy_of(run::Workspace const& workspace)
{
    return run::read_policy(workspace.terms, workspace.municipality.measures,
                            workspace.municipality.calibration_date);
}

report::RunRecord record_of(run::Simulation const& simulation, Run const& run, std::string started, int argc,
                            char** argv)
{
    report::RunRecord record;
    record.program_version = run::program_version;
    record.started_at = std::move(started);
    record.command_line.assign(argv, argv + argc);
    record.threads = run.common.threads;
    record.steps = simulation.steps;
    for (auto const& [name, seconds] : simulation.steps) {
        record.seconds += seconds;
    }
    auto const& provenance = simulation.results.provenance;
    record.digests = {{"data", provenance.data_digest},
                      {"population", provenance.population_digest},
                      {"scenarios", provenance.scenario_digest}};
    for (auto const& file : run.scenarios) {
        record.inputs.emplace_back("scenario", file);
    }
    return report::completed(record);
}

population::UncertaintySources sources_without(std::vector<std::string> const& names)
{
    population::UncertaintySources sources;
    for (std::size_t i = 0; i < population::uncertainty_source_count; ++i) {
        bool const is_off = std::any_of(names.begin(), names.end(), [i](std::string const& name) {
            return name == "all" || name == population::uncertainty_source_names[i];
        });
        if (is_off) {
            sources = sources.without(static_cast<population::UncertaintySource>(i));
        }
    }
    return sources;
}

// The population a run was told to use: a file, or the first member of the ensemble.
run::RunOptions options_of(Run const& run)
{
    auto options = run_options_of(run.common);
    options.scenarios.assign(run.scenarios.begin(), run.scenarios.end());
    options.replicates = run.replicates;
    options.members = run.population == "member0" ? 1 : run.common.members;
    options.date = date_of(run.date);
    options.other_reading = run.other_reading;
    options.sources = sources_without(run.without);
    options.screens_inputs = run.tornado;
    options.variance_rows = run.variance;
    options.cache = std::filesystem::path(run.output) / ".cache";
    options.population_file = run.population == "member0" ? "" : run.population;
    return options;
}

// The forecast of a run that was asked for one, by itself or by its scenarios.
std::optional<report::ReportForecast> forecast_of(Run const& run, run::Workspace const& workspace,
                                                  run::RunOptions const& options)
{
    auto const asked = run::forecast_years_of(options.scenarios, workspace.folders);
    auto const until = run.forecast_until ? run.forecast_until : asked.until;
    if (!until) {
        return std::nullopt;
    }
    if (!run.date.empty() || !run.population.empty()) {
        throw InputError(run.date.empty() ? "--population" : "--date", 0,
                         "does not go with a forecast, which starts from the ensemble of populations and "
                         "the policy date of the municipality");
    }
    run::ForecastOptions forecast;
    forecast.run = run_options_of(run.common);
    forecast.run.replicates = run.replicates;
    forecast.run.scenarios = options.scenarios;
    forecast.run.cache = options.cache;
    forecast.until = *until;
    forecast.budget_from = asked.budget_from;
    return report::ReportForecast{run::make_forecast_document(workspace, forecast), "forecast.html"};
}

// Says what a large run will take before it begins, and refuses one that does not fit.
void announce_memory(run::MemoryPlan const& plan)
{
    run::check_memory(plan, available_memory_bytes());
    if (plan.is_large()) {
        std::cerr << to_text(plan) << '\n';
    }
}

// A population cannot be one CSV file.
void check_output(std::filesystem::path const& output)
{
    if (output.extension() == ".csv") {
        throw InputError(output.string(), 0,
                         "a population is two tables, households and persons: give a folder for them, as " +
                             std::filesystem::path(output).replace_extension().string());
    }
}

// A folder (nothing after a dot in its name) becomes tables, any other name a file of HDF5.
void write_as_asked(population::Population const& population, std::vector<std::string> const& names,
                    std::filesystem::path const& output)
{
    if (output.extension().empty() || std::filesystem::is_directory(output)) {
        report::write_population_tables(population, names, output);
    } else {
        report::write_population(population, names, output);
    }
}

void print_fit(population::FitReport const& fit)
{
    std::printf("%-10s %-22s %-22s %-26s %5s %12s %12s %12s %12s\n", "area", "universe", "attribute",
                "category", "class", "low", "high", "fitted", "drawn");
    for (auto const& row : fit.rows) {
        std::printf("%-10s %-22s %-22s %-26s %5c %12.1f %12.1f %12.1f %12.1f%s\n", row.area.c_str(),
                    row.universe.c_str(), row.attribute.c_str(), row.category.c_str(), row.evidence_class,
                    row.low, row.high, row.fitted, row.drawn, row.is_met() ? "" : "  outside");
    }
    for (auto const& neighbourhood : fit.neighbourhoods) {
        std::printf(
            "%s: divergence from the prior %.4f, effective archetypes %.0f, at the bound of %.0f: %lld%s%s\n",
            neighbourhood.area.c_str(), neighbourhood.kullback_leibler, neighbourhood.effective_archetypes,
            neighbourhood.largest_ratio, static_cast<long long>(neighbourhood.archetypes_at_bound),
            neighbourhood.largest_ratio > population::FitOptions{}.largest_ratio
                ? " (widened: look at the data of this neighbourhood)"
                : "",
            neighbourhood.has_converged ? "" : ", NOT converged");
    }
    for (auto const& certificate : fit.certificates) {
        std::printf("not exact: %s\n", certificate.c_str());
    }
}

}  // namespace

int run_packages(Run const& run, int argc, char** argv)
{
    listen_for_interruption();
    auto const started = report::time_now();
    auto const workspace = workspace_of(run.common);
    auto const options = options_of(run);
    announce_memory(run::plan_memory(workspace, options));
    create_folder(run.output);
    std::filesystem::path const folder = run.output;
    auto forecast = forecast_of(run, workspace, options);
    auto const simulation = run::simulate(workspace, options);
    auto const language = language_of(run.language);
    create_folder(folder / "tables");
    FileSet files;  // all of them, or none
    bool const makes_forecast = forecast.has_value();
    if (makes_forecast) {
        add_forecast_files(files, folder, forecast->document, language);
    } else {
        forecast = forecast_in(folder, folder);
    }
    for (auto const& table : report::csv_table_files(simulation.results)) {
        files.add(folder / "tables" / table.name, table.text);
    }
    files.add(folder / "budget.xlsx", report::budget_xlsx(simulation.results, language));
    files.add(folder / "budget.ods", report::budget_ods(simulation.results, language));
    report::check_reportable(simulation.results, folder / "results.h5");
    for (auto const& page :
         report::report_pages(simulation.results, language, forecast ? &*forecast : nullptr)) {
        files.add(folder / page.name, page.text);
    }
    files.add(folder / "cost.svg", report::cost_picture(simulation.results, language));
    files.add(folder / "results.h5", report::results_bytes(simulation.results));
    files.add(folder / "run.json", report::to_json(record_of(simulation, run, started, argc, argv)));
    files.commit();
    if (run.json) {
        std::cout << report::summary_json(simulation.results);
    } else {
        std::cout << report::summary_table(simulation.results, language, scheme_names(workspace))
                  << report::variance_text(simulation.results, language);
        std::cout << '\n'
                  << report::in(language, "Geschreven: ", "Written: ") << (folder / "report.html").string()
                  << ", " << (folder / "results.h5").string() << ", "
                  << (makes_forecast ? (folder / "forecast.html").string() + ", " : "")
                  << (folder / "tables").string() << ", " << (folder / "cost.svg").string() << ", "
                  << (folder / "run.json").string() << '\n';
    }
    return 0;
}

int build_population(Population const& command)
{
    listen_for_interruption();
    check_output(command.output);
    auto const workspace = workspace_of(command.common);
    auto const policy = calibration_policy_of(workspace);
    double size_factor = 1;
    if (command.size > 0) {
        auto const& households =
            workspace.evidence.cell(workspace.municipality.code, "private_households", "total", "total");
        size_factor = command.size / households.value;
    }
    run::Ensemble const ensemble(workspace, policy, command.common.seed, "", size_factor);
    auto const built = ensemble.build(0, command.common.threads);
    std::printf("%zu households, %zu persons in them, %lld residents of institutions, %lld archetypes\n",
                built.population.size(), built.population.persons.size(),
                static_cast<long long>(built.population.residents_of_institutions),
                static_cast<long long>(built.fit.archetypes));
    population::AssumedValues const assumed(workspace.evidence.assumptions,
                                            population::EnsembleMember{command.common.seed, 0, {}});
    std::printf("%s",
                to_text(population::reconcile(workspace.evidence, assumed, size_factor).report).c_str());
    std::printf("targets frozen as %s\n", workspace.evidence.targets.digest.c_str());
    print_fit(built.fit);
    print_profiles(built.profiles);
    if (command.bounds) {
        auto const bounds = population::bounds_of_policy_groups(
            workspace.evidence, {{command.common.seed, 0, {}}, size_factor, command.common.threads},
            progress_bar());
        print_bounds(bounds, built.population);
    }
    if (!command.output.empty()) {
        write_as_asked(built.population, run::neighbourhood_names(workspace.evidence), command.output);
        std::printf("written: %s\n", command.output.c_str());
    }
    return 0;
}

namespace {

// Prints the judgement and says by the exit code whether it is a refusal.
int judged(std::vector<run::ValidationSection> const& sections, bool as_json)
{
    std::cout << (as_json ? run::validation_json(sections) : run::validation_text(sections));
    auto const refused = run::refusals(sections);
    for (auto const& line : refused) {
        std::cerr << "not accepted: " << line << '\n';
    }
    return refused.empty() ? 0 : refused_by_validation;
}

}  // namespace

int check_population(Population const& command)
{
    auto const workspace = workspace_of(command.common);
    auto const population = report::read_population(command.check_file);
    auto const names = report::read_neighbourhoods(command.check_file);
    if (names != run::neighbourhood_names(workspace.evidence)) {
        throw InputError(command.check_file, 0,
                         "has other neighbourhoods than " + workspace.municipality.code +
                             "; give its municipality with --municipality");
    }
    if (!command.json) {
        std::printf("%s: %zu households, %zu persons\n\n", command.check_file.c_str(), population.size(),
                    population.persons.size());
        std::fflush(stdout);
    }
    return judged(run::validate_population(workspace, population, calibration_policy_of(workspace),
                                           command.common.seed),
                  command.json);
}

int validate(Validate const& command)
{
    listen_for_interruption();
    auto const workspace = workspace_of(command.common);
    auto options = run_options_of(command.common);
    options.replicates = command.replicates;
    options.cache = std::filesystem::path(command.output) / ".cache";
    return judged(run::validate(workspace, options), command.json);
}

namespace {

std::string terms_of_processes(List const& command, run::Folders const& folders)
{
    if (command.what != "terms") {
        throw InputError("--process", 0, "goes with list terms; " + command.what + " have no processes");
    }
    auto const folder = folders.data / "assumptions";
    auto assumptions = forecast::read_assumptions(folder / "forecast.csv");
    auto names = forecast::read_names(folder / "forecast_names.csv", assumptions);
    auto const of_people = forecast::read_people_assumptions(folder / "people.csv");
    auto const names_of_people = forecast::read_names(folder / "people_names.csv", of_people);
    assumptions.insert(assumptions.end(), of_people.begin(), of_people.end());
    names.insert(names.end(), names_of_people.begin(), names_of_people.end());
    auto const language = language_of(command.language);
    return command.process.empty() ? report::list_processes(assumptions, names, language)
                                   : report::list_process(command.process, assumptions, names, language);
}

}  // namespace

int list(List const& command)
{
    auto const folders = run::find_folders(command.common.data);
    if (command.of_processes) {
        std::cout << terms_of_processes(command, folders);
        return 0;
    }
    if (command.what == "municipalities") {
        std::cout << run::list_municipalities(folders);
        return 0;
    }
    if (command.what == "schemes") {
        std::cout << run::list_schemes();
        return 0;
    }
    if (command.what == "packages") {
        std::cout << run::list_packages(folders);
        return 0;
    }
    if (command.what == "households") {
        std::cout << run::list_households(household_folder(folders), language_of(command.language));
        return 0;
    }
    auto const municipality = run::read_municipality(folders.data, command.common.municipality);
    auto const terms = run::read_terms(folders.data, command.common.municipality);
    std::cout << run::list_terms(terms, municipality,
                                 date_of(command.date).value_or(municipality.policy_date));
    return 0;
}

}  // namespace minimasim::commands
