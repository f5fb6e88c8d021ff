#include <filesystem>
#include <iostream>

#include "sim/base/atomic_file.hpp"
#include "sim/command_line/commands.hpp"
#include "sim/command_line/forecast_files.hpp"
#include "sim/command_line/input.hpp"
#include "sim/report/html/report.hpp"
#include "sim/report/pdf.hpp"
#include "sim/report/results_file.hpp"
#include "sim/report/workbook/budget_workbook.hpp"

namespace minimasim::commands {

int report_results(Report const& command)
{
    auto const results = report::read_results(command.file);
    report::check_reportable(results, command.file);
    auto const language = language_of(command.language);
    auto const beside = std::filesystem::path(command.file).parent_path();
    auto const folder = command.output.empty() ? beside : std::filesystem::path(command.output);
    auto const forecast = command.forecast.empty()
                              ? forecast_in(beside, folder)
                              : std::optional(read_report_forecast(command.forecast, folder));
    auto const pages = report::report_pages(results, language, forecast ? &*forecast : nullptr);
    if (!folder.empty()) {
        create_folder(folder);
    }
    FileSet files;  // all of them, or none
    for (auto const& page : pages) {
        files.add(folder / page.name, page.text);
    }
    files.add(folder / "budget.xlsx", report::budget_xlsx(results, language));
    files.add(folder / "budget.ods", report::budget_ods(results, language));
    if (command.pdf) {
        for (auto const& page : pages) {
            auto const name = std::filesystem::path(page.name).replace_extension(".pdf");
            files.add(folder / name, report::pdf_of(page.text));
        }
    }
    files.commit();
    std::cout << report::in(language, "Geschreven: ", "Written: ") << (folder / pages.front().name).string()
              << report::in(language, " en ", " and ") << (command.pdf ? 2 : 1) * pages.size() + 1
              << report::in(language, " andere bestanden\n", " other files\n");
    return 0;
}

}  // namespace minimasim::commands
