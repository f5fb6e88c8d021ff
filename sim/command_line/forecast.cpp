#include "sim/run/forecast/forecast.hpp"

#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"
#include "sim/command_line/commands.hpp"
#include "sim/command_line/forecast_files.hpp"
#include "sim/command_line/input.hpp"
#include "sim/command_line/progress.hpp"
#include "sim/command_line/shards.hpp"
#include "sim/report/forecast_tables.hpp"
#include "sim/report/forecast_text.hpp"
#include "sim/run/forecast/forecast_shards.hpp"
#include "sim/run/forecast/forecast_years.hpp"

namespace minimasim::commands {

namespace {

using Json = nlohmann::ordered_json;

// Writes all files, or none, and prints what the forecast says.
void write(report::ForecastDocument const& document, Forecast const& command, report::Language language)
{
    std::filesystem::path const folder = command.output;
    create_folder(folder);
    FileSet files;
    add_forecast_files(files, folder, document, language);
    files.commit();
    if (command.json) {
        std::cout << report::forecast_json(document);
        return;
    }
    std::cout
        << report::forecast_text(document, language) << '\n'
        << report::in(language, "Geschreven in ", "Written to ") << folder.string()
        << ": forecast.html, forecast.xlsx, forecast.ods, forecast.json, indicators.csv, forecast_*.csv\n";
}

int work_out_shard(Forecast const& command, run::Workspace const& workspace,
                   run::ForecastOptions const& options)
{
    auto const report = run::run_forecast_shard(workspace, options, command.output,
                                                run::read_shard(command.shard), command.resumes);
    if (command.json) {
        Json json;
        json["shard"] = run::text_of(report.shard);
        json["replicates"] = report.replicates;
        json["found"] = report.found;
        json["finished"] = report.replicates;
        std::cout << json.dump(2) << '\n';
        return 0;
    }
    auto const before = report.found == 0                   ? std::string()
                        : report.found == report.replicates ? ", all of them before"
                                                            : ", " + std::to_string(report.found) + " before";
    std::cout << "shard " << run::text_of(report.shard) << ": " << report.replicates << " of "
              << report.replicates << " replicates finished" << before << '\n';
    return 0;
}

}  // namespace

int forecast(Forecast const& command)
{
    listen_for_interruption();
    listen_for_end_of_job();
    if (!command.shard.empty()) {
        run::read_shard(command.shard);  // refused before the data is read
    }
    auto const workspace =
        run::read_workspace(run::find_folders(command.common.data), command.common.municipality);
    run::ForecastOptions options;
    options.run = run_options_of(command.common);
    options.run.replicates = command.replicates;
    std::filesystem::path const folder = command.output;
    options.run.cache = folder / ".cache";
    options.realised = command.realised;
    options.fixed_households = command.fixed_households;
    options.budget_by_people = command.budget_by_people && !command.fixed_households;
    auto const today =
        std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    options.today = {static_cast<int>(today.year()), static_cast<int>(static_cast<unsigned>(today.month())),
                     static_cast<int>(static_cast<unsigned>(today.day()))};
    for (auto const& scenario : command.scenarios) {
        options.run.scenarios.push_back(run::forecast_scenario(scenario, workspace.folders));
    }
    auto const asked = run::forecast_years_of(options.run.scenarios, workspace.folders);
    options.until = command.until.value_or(asked.until.value_or(options.until));
    options.budget_from = command.budget_from ? command.budget_from : asked.budget_from;
    auto const language = language_of(command.language);
    if (!command.shard.empty()) {
        return work_out_shard(command, workspace, options);
    }
    if (!command.merges) {
        write(run::make_forecast_document(workspace, options), command, language);
        return 0;
    }
    auto const merged = run::merge_forecast(workspace, options, folder);
    if (merged.document) {
        write(*merged.document, command, language);
    } else if (command.json) {
        std::cout << merge_json(merged.report, "replicates");
    }
    return tell_what_is_missing(merged.report, "replicates");
}

}  // namespace minimasim::commands
