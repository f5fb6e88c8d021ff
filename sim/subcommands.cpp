#include "sim/subcommands.hpp"

#include "sim/options.hpp"

namespace minimasim {

void add_language(CLI::App& command, std::string& language)
{
    command.add_option("--language", language, "Language of what people read: nl or en")
        ->check(CLI::IsMember({"nl", "en"}))
        ->capture_default_str();
}

void add_optimise(CLI::App& app, commands::Optimise& optimise)
{
    auto* const command =
        app.add_subcommand("optimise", "Search the best packages under a budget, and the frontier up to it");
    command->footer(
        "Turns the terms of the municipal schemes that a council may set (data/designs/levers.csv), never "
        "below\n"
        "current policy and never beyond law. Writes the frontier of cost against effect and the three best\n"
        "packages as scenarios; docs/optimise.md explains the search. Exits with 3 when nothing is "
        "affordable.\n"
        "Examples:\n  minimasim optimise --budget 530000 --target poverty_gap\n"
        "  minimasim optimise --budget 1725000 --target reach --schemes child_package,adult_fund -o reach\n"
        "  minimasim run results/best-1.toml");
    command
        ->add_option("--budget", optimise.budget,
                     "Most that a package may cost above current policy, euro a year")
        ->required();
    command
        ->add_option("--target", optimise.target,
                     "poverty_gap: euro of the gap closed; children: fewer poor children; reach: households "
                     "newly reached")
        ->required();
    command->add_option("-o,--output", optimise.output, "Folder for the results")->capture_default_str();
    command->add_option("--schemes", optimise.schemes, "Only the terms of these schemes")->delimiter(',');
    command->add_option("--points", optimise.points, "Most packages of the frontier that are told")
        ->check(CLI::Range(1U, 10'000U))
        ->capture_default_str();
    command->add_option("--replicates", optimise.replicates, "Replications of the packages that are found")
        ->check(CLI::Range(1U, 1'000'000U))
        ->capture_default_str();
    command->add_option("--search-replicates", optimise.search_replicates, "Replications within the search")
        ->check(CLI::Range(1U, 10'000U))
        ->capture_default_str();
    command->add_option("--date", optimise.date, "Law date, as 2025-07-01");
    command->add_option("--population", optimise.population,
                        "A population file, or member0, in place of the ensemble");
    command->add_flag("--json", optimise.json, "Print one JSON document in place of the text");
    add_language(*command, optimise.language);
    add_common(*command, optimise.common);
}

void add_report(CLI::App& app, commands::Report& report)
{
    auto* const command = app.add_subcommand(
        "report", "The report, the annex for the council and the amendment sheets of results, as web pages");
    command->footer(
        "Writes report.html, raadsbijlage.html and amendement-PACKAGE.html: whole pages that open from "
        "disk,\n"
        "without network. minimasim run writes them too.\n"
        "Examples:\n  minimasim report results/results.h5\n"
        "  minimasim report results/results.h5 -o english --language en\n"
        "  minimasim report results/results.h5 --pdf");
    command->add_option("results", report.file, "Results of minimasim run (results.h5)")->required();
    command->add_option("-o,--output", report.output, "Folder for the pages, by default that of the results");
    command->add_option("--forecast", report.forecast,
                        "A forecast of minimasim forecast (forecast.json) for a section of the report, by "
                        "default the one beside the results");
    command->add_flag("--pdf", report.pdf, "Also tagged PDF of every page (needs WeasyPrint)");
    add_language(*command, report.language);
}

void add_forecast(CLI::App& app, commands::Forecast& forecast)
{
    auto* const command = app.add_subcommand(
        "forecast", "Debts, early signals and debt help month by month, and the goals of the policy");
    command->footer(
        "Without files: every package in scenarios/ and scenarios/forecast/. docs/forecast.md tells the\n"
        "processes, their sources, and what is not forecast yet.\n"
        "Examples:\n  minimasim forecast\n  minimasim forecast --until 2028 new-approach\n"
        "  minimasim forecast mine.toml --replicates 200 --json > forecast.json\n"
        "  minimasim forecast --shard 2/4 -o forecast, and then: minimasim forecast --merge -o forecast");
    command->add_option("scenarios", forecast.scenarios,
                        "Scenario files (TOML) or names of shipped packages");
    command->add_option("--until", forecast.until,
                        "Last year, by default that of the scenarios ([forecast] until), else 2030");
    command->add_option("--budget-from", forecast.budget_from,
                        "First of four budget years, by default the year after that of current policy");
    command->add_flag("--fixed-households", forecast.fixed_households,
                      "Households of the base date in every year: nobody ages, comes or goes");
    command->add_flag("--budget-by-people", forecast.budget_by_people,
                      "Budget years on the households of their year, in place of those of the base date: a "
                      "first look, see docs/forecast.md");
    command->add_option("--realised", forecast.realised,
                        "Figures of the running year (CSV: scheme,date,spending,applications,budget)");
    command->add_option("-o,--output", forecast.output, "Folder for the results")->capture_default_str();
    command
        ->add_option("--replicates", forecast.replicates, "Replications over populations, terms and chance")
        ->check(CLI::Range(1U, 1'000'000U))
        ->capture_default_str();
    auto* const shard =
        command->add_option("--shard", forecast.shard, "Only this part, as 2/4: the second of four");
    command->add_flag("--resume", forecast.resumes, "Keep what the shard has worked out before")
        ->needs(shard);
    command->add_flag("--merge", forecast.merges, "Put the shards in the folder together")->excludes(shard);
    command->add_flag("--json", forecast.json, "Print one JSON document in place of the text");
    add_language(*command, forecast.language);
    add_common(*command, forecast.common);
}

}  // namespace minimasim
