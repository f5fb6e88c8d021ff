#pragma once

#include <filesystem>
#include <optional>

#include "sim/base/atomic_file.hpp"
#include "sim/report/html/forecast_section.hpp"
#include "sim/report/language.hpp"

namespace minimasim::commands {

// The files of a forecast: page, workbook, monitor, tables and forecast.json.
void add_forecast_files(FileSet& files, std::filesystem::path const& folder,
                        report::ForecastDocument const& document, report::Language language);

// A forecast for a report in `output`, with the way from there to its page where that lies beside it. Throws
// InputError when the file is none.
report::ReportForecast read_report_forecast(std::filesystem::path const& file,
                                            std::filesystem::path const& output);

// That of the forecast.json in a folder. Nothing where there is none; one of another version is named on
// standard error and left out.
std::optional<report::ReportForecast> forecast_in(std::filesystem::path const& folder,
                                                  std::filesystem::path const& output);

}  // namespace minimasim::commands
