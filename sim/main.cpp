#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>

#include "sim/base/error.hpp"
#include "sim/base/instruction_set.hpp"
#include "sim/base/memory.hpp"
#include "sim/command_line/commands.hpp"
#include "sim/options.hpp"
#include "sim/population/evidence/uncertainty_sources.hpp"
#include "sim/run/version.hpp"
#include "sim/subcommands.hpp"

// The command line: options in, exit code out. What the commands do stands in command_line/.
// Exit codes: 0 done, 2 the user's input is wrong, 3 the question has no answer, 130 interrupted.

namespace {

using namespace minimasim;

constexpr char const* examples = R"(Examples:
  minimasim run                                    every shipped package, into results/
  minimasim run scenarios/limits-130.toml          one package against current policy
  minimasim run mine.toml -o evening --replicates 200
  minimasim population -o assen.h5                 build one population and print its fit
  minimasim population check assen.h5              judge a population file
  minimasim validate                               judge the model: limits, held-out tables, naive guesses
  minimasim household dennis                       what one household gets, and why
  minimasim evaluate households.jsonl -o answers.jsonl
  minimasim sweep plan.toml -o sweep               thousands of packages, into sweep/sweep.csv
  minimasim optimise --budget 530000 --target children
                                                   the best packages for this money
  minimasim forecast --until 2030                  problem debts and debt help, and the goals for 2030
  minimasim list terms                             every term a package may change
  minimasim list terms --process early_signals     what a process of the forecast rests on
  minimasim report results/results.h5              the report of results as web pages
  minimasim check mine.toml                        is this file in order?

MINIMASIM_INSTRUCTION_SET=baseline, v3 or v4 makes the program use these instructions in place of the best that
the machine has; the figures do not depend on it.

Exit codes: 0 done, 2 the input is wrong, 3 the question has no answer, 130 interrupted.)";

int dispatch(int argc, char** argv)
{
    CLI::App app{"minimasim: cost, reach and poverty effects of municipal minimum-income policy"};
    app.footer(examples);
    app.set_version_flag("--version", std::string("minimasim ") + run::program_version +
                                          "\ninstruction set " + to_text(instruction_set()));
    app.require_subcommand(1);

    commands::Run run;
    auto* const run_command =
        app.add_subcommand("run", "Run packages and write results.h5, tables and a summary");
    run_command->footer(
        "Without files: the baseline and every package in scenarios/.\n"
        "Examples:\n  minimasim run scenarios/limits-130.toml -o results --language en\n"
        "  minimasim run --forecast-until 2030             also debts and the goals to 2030");
    run_command->add_option("scenarios", run.scenarios, "Scenario files (TOML)");
    run_command->add_option("-o,--output", run.output, "Folder for the results")->capture_default_str();
    run_command->add_option("--replicates", run.replicates, "Replications over take-up, population and terms")
        ->check(CLI::Range(1U, 1'000'000U))
        ->capture_default_str();
    run_command->add_option("--date", run.date, "Law date of all packages, as 2025-07-01");
    run_command->add_option("--population", run.population,
                            "A population file, or member0, in place of the ensemble");
    run_command->add_flag("--other-reading", run.other_reading,
                          "Count published users the other way where a source leaves the unit open");
    std::vector<std::string> sources(minimasim::population::uncertainty_source_names.begin(),
                                     minimasim::population::uncertainty_source_names.end());
    sources.push_back("all");
    run_command
        ->add_option("--without", run.without,
                     "Sources of uncertainty to hold at their central value, to see what is left: " +
                         CLI::detail::join(sources, ", "))
        ->delimiter(',')
        ->check(CLI::IsMember(sources));
    run_command->add_flag(
        "--tornado", run.tornado,
        "Also each uncertain term and parameter of take-up low and high, and their screening "
        "(Morris): as many passes as 400 replicates");
    run_command
        ->add_option(
            "--variance", run.variance,
            "Also the shares of the variance by source of uncertainty, from this many rows (256 for "
            "figures to publish): each row builds 8 populations, some 10 seconds of one core for Assen")
        ->check(CLI::Range(8U, 100'000U));
    run_command->add_option("--forecast-until", run.forecast_until,
                            "Also the forecast of these packages to the end of this year, with a section in "
                            "the report; by default where a scenario has [forecast] until");
    run_command->add_flag("--json", run.json, "Print one JSON document in place of the table");
    add_language(*run_command, run.language);
    add_common(*run_command, run.common);
    add_block_size(*run_command, run.common);

    commands::Population population;
    auto* const population_command = app.add_subcommand("population", "Build a population and print its fit");
    population_command->footer(
        "Examples:\n  minimasim population -o assen.h5\n  minimasim population -o assen\n"
        "  minimasim population --bounds\n"
        "  minimasim population check assen.h5");
    population_command->add_option("-o,--output", population.output,
                                   "File to write the population to (HDF5), or a folder for "
                                   "households.csv and persons.csv");
    population_command->add_option("--size", population.size, "Number of households in place of the real one")
        ->check(CLI::Range(100U, 100'000'000U));
    population_command->add_flag("--bounds", population.bounds,
                                 "Test that the margins can be met, and print between which numbers they "
                                 "hold policy groups");
    add_common(*population_command, population.common);
    auto* const population_check =
        population_command->add_subcommand("check", "Judge a given population file");
    population_check->footer(
        "Fit, impossible households, plausibility panel, distances to legal limits, profiles, worst cells.\n"
        "Exits with 3 when a HARD cell is off, a FIRM one outside its interval, or a household impossible.");
    population_check->add_option("file", population.check_file, "Population file")->required();
    population_check->add_flag("--json", population.json, "Print an array of rows as JSON");

    commands::Validate validate;
    auto* const validate_command =
        app.add_subcommand("validate", "Judge the model: published figures, held-out tables, naive guesses");
    validate_command->footer(
        "Rows of role acceptance decide: exit code 0 when all hold, 3 with the list of those that do not.\n"
        "Published figures are shown by the role they played. docs/method.md section 7 explains the rows.\n"
        "Examples:\n  minimasim validate\n  minimasim validate --json > validation.json\n"
        "  minimasim validate --replicates 4 --ensemble 2");
    validate_command->add_option("--replicates", validate.replicates, "Replications")
        ->check(CLI::Range(1U, 1'000'000U))
        ->capture_default_str();
    validate_command->add_option("-o,--output", validate.output, "Folder with the cache of populations")
        ->capture_default_str();
    validate_command->add_flag("--json", validate.json, "Print an array of rows as JSON");
    add_common(*validate_command, validate.common);

    commands::Household household;
    auto* const household_command =
        app.add_subcommand("household", "What one household gets, and why: every step with its article");
    household_command->footer(
        "Examples:\n  minimasim household dennis\n  minimasim household mine.json --scenario limits-130\n"
        "  minimasim household dennis --json --language en\n"
        "  minimasim household standard-single-minimum-wage --sweep wage_per_year=0:60000:100 -o curve\n"
        "  minimasim household --schema");
    household_command->add_option("household", household.household,
                                  "A JSON file, or a name from: minimasim list households");
    household_command->add_option("--scenario", household.scenario,
                                  "A package, shown beside current policy (file or shipped name)");
    household_command->add_option("--date", household.date, "Law date in place of the household's own");
    household_command->add_option("--sweep", household.sweep,
                                  "Budget curve over one key, as wage_per_year=0:60000:100");
    household_command->add_option("-o,--output", household.output, "Folder for the curve (CSV and SVG)");
    household_command->add_flag("--json", household.json, "Print one JSON document in place of the text");
    household_command->add_flag("--schema", household.schema, "Print every key a household may have");
    add_language(*household_command, household.language);
    add_common(*household_command, household.common);

    commands::Evaluate evaluate;
    auto* const evaluate_command =
        app.add_subcommand("evaluate", "Many households: one JSON object a line in, one answer a line out");
    evaluate_command->footer(
        "Example: minimasim evaluate households.jsonl --scenario limits-130 -o answers.jsonl");
    evaluate_command->add_option("file", evaluate.file, "File of JSON lines, - for standard input")
        ->required();
    evaluate_command->add_option("--scenario", evaluate.scenario, "A package in place of current policy");
    evaluate_command->add_option("--date", evaluate.date, "Law date in place of the households' own");
    evaluate_command->add_option("-o,--output", evaluate.output, "File for the answers");
    evaluate_command->add_flag("--steps", evaluate.steps, "Every step with its terms and reason");
    add_language(*evaluate_command, evaluate.language);
    add_common(*evaluate_command, evaluate.common);

    commands::Sweep sweep;
    auto* const sweep_command =
        app.add_subcommand("sweep", "Run the many packages of a plan: a grid, a list or a design");
    sweep_command->footer(
        "A plan names terms and their values or ranges; docs/sweeps.md explains it. Without --shard the "
        "whole\n"
        "sweep is run and its tables are written; with it, minimasim merge puts the shards together.\n"
        "Ctrl-C, SIGTERM and SIGUSR1 stop it with exit code 130; what is finished is kept for --resume.\n"
        "Examples:\n  minimasim check plan.toml\n  minimasim sweep plan.toml -o sweep\n"
        "  minimasim sweep plan.toml -o sweep --shard 2/4 --resume\n  minimasim merge sweep");
    sweep_command->add_option("--shard", sweep.shard, "Only this part, as 2/4: the second of four");
    sweep_command->add_flag("--resume", sweep.resumes, "Keep what is finished in the folder and do the rest");
    sweep_command->add_flag("--json", sweep.json, "Print one JSON document in place of the text");
    add_sweep(*sweep_command, sweep);

    commands::Merge merge;
    auto* const merge_command =
        app.add_subcommand("merge", "Put the shards of a sweep together: sweep.h5 and sweep.csv");
    merge_command->footer(
        "Refuses parts of another sweep. When something is missing it says what, prints the array "
        "expression\n"
        "to resubmit to Slurm, and exits with 3.\nExample: minimasim merge sweep");
    merge_command->add_option("folder", merge.folder, "Folder of the sweep")->required();
    merge_command->add_flag("--json", merge.json, "Print one JSON document in place of the text");

    commands::Report report;
    add_report(app, report);

    commands::Optimise optimise;
    add_optimise(app, optimise);

    commands::Forecast forecast;
    add_forecast(app, forecast);

    commands::List list;
    auto* const list_command =
        app.add_subcommand("list", "List schemes, terms, packages, municipalities, households");
    list_command->footer("Examples:\n  minimasim list terms --date 2026-01-01\n  minimasim list households");
    list_command->add_option("what", list.what, "schemes, terms, packages, municipalities or households")
        ->required()
        ->check(CLI::IsMember({"schemes", "terms", "packages", "municipalities", "households"}));
    list_command->add_option("--date", list.date, "Day on which terms are shown");
    auto* const process =
        list_command
            ->add_option(
                "--process", list.process,
                "Terms of a process of the forecast, with its equation; without a value the processes")
            ->expected(0, 1);
    add_language(*list_command, list.language);
    add_common(*list_command, list.common);

    commands::Check check;
    auto* const check_command =
        app.add_subcommand("check", "Check a scenario, plan, household, results or population file");
    check_command->add_option("file", check.file, "File to check")->required();
    add_common(*check_command, check.common);

    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& fault) {
        return app.exit(fault) == 0 ? 0 : 2;
    }
    if (run_command->parsed()) {
        return commands::run_packages(run, argc, argv);
    }
    if (population_command->parsed()) {
        return population_check->parsed() ? commands::check_population(population)
                                          : commands::build_population(population);
    }
    if (validate_command->parsed()) {
        return commands::validate(validate);
    }
    if (household_command->parsed()) {
        return commands::household(household);
    }
    if (evaluate_command->parsed()) {
        return commands::evaluate(evaluate);
    }
    if (sweep_command->parsed()) {
        return commands::sweep(sweep);
    }
    if (merge_command->parsed()) {
        return commands::merge(merge);
    }
    if (app.got_subcommand("report")) {
        return commands::report_results(report);
    }
    if (app.got_subcommand("optimise")) {
        return commands::optimise(optimise);
    }
    if (app.got_subcommand("forecast")) {
        return commands::forecast(forecast);
    }
    if (list_command->parsed()) {
        list.of_processes = process->count() > 0;
        return commands::list(list);
    }
    return commands::check(check);
}

}  // namespace

int main(int argc, char** argv)
{
    // A file that outgrows its limit is an error message, not a signal.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    keep_freed_memory();
    try {
        check_instruction_set();
        return dispatch(argc, argv);
    } catch (InputError const& error) {
        std::cerr << error.what() << '\n';
        return 2;
    } catch (ModelError const& error) {
        std::cerr << "the question has no answer: " << error.what() << '\n';
        return 3;
    } catch (Interrupted const& interruption) {
        std::cerr << interruption.what() << '\n';
        return 130;
    } catch (std::bad_alloc const&) {
        std::cerr << "not enough memory; fewer threads or a smaller population need less\n";
        return 3;
    } catch (std::exception const& error) {
        std::cerr << "unexpected fault: " << error.what() << '\n';
        return 1;
    }
}
