#include "sim/command_line/forecast_files.hpp"

#include <iostream>

#include "sim/base/error.hpp"
#include "sim/report/forecast_monitor.hpp"
#include "sim/report/forecast_reader.hpp"
#include "sim/report/forecast_tables.hpp"
#include "sim/report/html/forecast_page.hpp"
#include "sim/report/workbook/forecast_workbook.hpp"

namespace minimasim::commands {

namespace {

constexpr char const* page_name = "forecast.html";

bool is_file(std::filesystem::path const& file)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(file, ignored);
}

}  // namespace

void add_forecast_files(FileSet& files, std::filesystem::path const& folder,
                        report::ForecastDocument const& document, report::Language language)
{
    files.add(folder / "forecast.json", report::forecast_json(document));
    for (auto const& table : report::forecast_tables(document.forecast)) {
        files.add(folder / (table.name + ".csv"), report::csv_text(table));
    }
    files.add(folder / "indicators.csv", report::csv_text(report::indicator_table(document)));
    files.add(folder / "forecast.xlsx", report::forecast_xlsx(document, language));
    files.add(folder / "forecast.ods", report::forecast_ods(document, language));
    files.add(folder / page_name, report::forecast_page(document, language));
}

report::ReportForecast read_report_forecast(std::filesystem::path const& file,
                                            std::filesystem::path const& output)
{
    report::ReportForecast forecast{report::read_forecast(file), ""};
    auto const page = std::filesystem::absolute(file).parent_path() / page_name;
    if (is_file(page)) {
        forecast.page = page.lexically_normal()
                            .lexically_relative(std::filesystem::absolute(output / "").lexically_normal())
                            .generic_string();
    }
    return forecast;
}

std::optional<report::ReportForecast> forecast_in(std::filesystem::path const& folder,
                                                  std::filesystem::path const& output)
{
    auto const file = folder / "forecast.json";
    if (!is_file(file)) {
        return std::nullopt;
    }
    try {
        return read_report_forecast(file, output);
    } catch (InputError const& fault) {
        std::cerr << fault.what() << "\n";
        return std::nullopt;
    }
}

}  // namespace minimasim::commands
