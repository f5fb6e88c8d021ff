#pragma once

#include <string>

#include "sim/report/html/element.hpp"
#include "sim/report/html/forecast_section.hpp"
#include "sim/report/html/page.hpp"
#include "sim/report/html/view.hpp"

namespace minimasim::report::html {

// A page of these results with its banner and footer; the caller adds what it is about.
Page page_of(View const& view, std::string const& title);

// The whole report, the annex for the council, and the sheet of one package.
std::string report_page(View const& view, ReportForecast const* forecast);
std::string annex_page(View const& view, ReportForecast const* forecast = nullptr);
std::string amendment_page(View const& view, outcomes::PackageDescription const& package);

}  // namespace minimasim::report::html
