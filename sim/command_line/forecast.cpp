#include "sim/run/forecast.hpp"

#include <chrono>
#include <iostream>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"
#include "sim/command_line/commands.hpp"
#include "sim/command_line/forecast_files.hpp"
#include "sim/command_line/input.hpp"
#include "sim/command_line/progress.hpp"
#include "sim/report/forecast_tables.hpp"
#include "sim/report/forecast_text.hpp"
#include "sim/run/forecast_years.hpp"

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
    options.realised = command.realised;
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
    auto const document = run::make_forecast_document(workspace, options);
    auto const& forecast = document.forecast;
    create_folder(folder);
    FileSet files;  // all of them, or none
    add_forecast_files(files, folder, document, language);
    files.commit();
    if (command.json) {
        std::cout << report::forecast_json(document);
        return 0;
    }
    std::cout
        << report::forecast_text(forecast, language) << '\n'
        << report::in(language, "Geschreven in ", "Written to ") << folder.string()
        << ": forecast.html, forecast.xlsx, forecast.ods, forecast.json, indicators.csv, forecast_*.csv\n";
    return 0;
}

}  // namespace minimasim::commands
