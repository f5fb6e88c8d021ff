#pragma once

#include <string>

#include "sim/report/forecast_document.hpp"
#include "sim/report/html/element.hpp"
#include "sim/report/html/view.hpp"

namespace minimasim::report {

// A forecast that a report shows.
struct ReportForecast {
    ForecastDocument document;
    std::string page;  // address of its own page, seen from the report; "" where there is none
};

namespace html {

// What contents call the section, and where it stands.
inline constexpr char const* forecast_section_id = "forecast-section";
std::string forecast_section_heading(View const& view, ReportForecast const& forecast);

// The section of a report: problem debts through the years, under current policy beside the packages of the
// report, and the chance of each goal in words. A forecast of another municipality, data, seed or law date
// than the results is left out, and the section says so.
Html forecast_section(View const& view, ReportForecast const& forecast);

// The chance of each goal in one paragraph: under current policy, and the highest under a package of the
// report that does not set the goal itself. Nothing for a forecast that does not go with the results.
Html forecast_in_brief(View const& view, ReportForecast const& forecast);

}  // namespace html

}  // namespace minimasim::report
