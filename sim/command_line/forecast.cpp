#include "sim/run/forecast.hpp"

#include <chrono>
#include <iostream>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"
#include "sim/command_line/commands.hpp"
#include "sim/command_line/input.hpp"
#include "sim/command_line/progress.hpp"
#include "sim/report/forecast_monitor.hpp"
#include "sim/report/forecast_tables.hpp"
#include "sim/report/forecast_text.hpp"
#include "sim/report/html/forecast_page.hpp"
#include "sim/report/workbook/forecast_workbook.hpp"

namespace minimasim::commands {

int forecast(Forecast const& command)
{
    listen_for_interruption();
    auto const workspace =
        run::read_workspace(run::find_folders(command.common.data), command.common.municipality);
    run::ForecastOptions options;
    options.run = run_options_of(command.common);
    options.run.replicates = command.replicates;
    std::filesystem::path const folder = command.output;
    options.run.cache = folder / ".cache";
    options.until = command.until;
    options.budget_from = command.budget_from;
    options.realised = command.realised;
    options.fixed_households = command.fixed_households;
    auto const today =
        std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    options.today = {static_cast<int>(today.year()), static_cast<int>(static_cast<unsigned>(today.month())),
                     static_cast<int>(static_cast<unsigned>(today.day()))};
    for (auto const& scenario : command.scenarios) {
        options.run.scenarios.push_back(run::forecast_scenario(scenario, workspace.folders));
    }
    auto const language = language_of(command.language);
    auto const document = run::make_forecast_document(workspace, options);
    auto const& forecast = document.forecast;
    create_folder(folder);
    auto const json = report::forecast_json(forecast);
    FileSet files;  // all of them, or none
    files.add(folder / "forecast.json", json);
    for (auto const& table : report::forecast_tables(forecast)) {
        files.add(folder / (table.name + ".csv"), report::csv_text(table));
    }
    files.add(folder / "indicators.csv", report::csv_text(report::indicator_table(document)));
    files.add(folder / "forecast.xlsx", report::forecast_xlsx(document, language));
    files.add(folder / "forecast.ods", report::forecast_ods(document, language));
    files.add(folder / "forecast.html", report::forecast_page(document, language));
    files.commit();
    if (command.json) {
        std::cout << json;
        return 0;
    }
    std::cout
        << report::forecast_text(forecast, language) << '\n'
        << report::in(language, "Geschreven in ", "Written to ") << folder.string()
        << ": forecast.html, forecast.xlsx, forecast.ods, forecast.json, indicators.csv, forecast_*.csv\n";
    return 0;
}

}  // namespace minimasim::commands
